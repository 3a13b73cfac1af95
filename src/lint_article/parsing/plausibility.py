"""Whether names before a year are a citation at all, when no entry of the list answers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import regex

from lint_article.document import Evidence
from lint_article.parsing.candidates import Candidate
from lint_article.parsing.folding import fold
from lint_article.parsing.words import GROUP_WORDS, LEAD_INS, MONTHS
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_WORD = Pattern(r"(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]+")
_CITED_BY = Pattern(
    r"[\s,;:]*(?:p+\.?\s?\d+[\s,;:]*)?(?:as\s+)?(?:(?:cited|quoted|reported|referred to|discussed)\s+(?:in|by|from)|in:|\)?\s*in\s+(?=\p{Lu}\p{Ll}+\s(?:et\s|and\s|&|\(?\d))|apud|цит\.\s+по|zit(?:iert)?\.?\s+nach|cité\s+(?:par|dans)|citado\s+(?:en|por|em))\b",
    regex.IGNORECASE,
)
_ITSELF = Pattern(
    r"(?:^|\n|\.\s)\W*(?:citation|(?:please\s)?cite (?:this|as)|how to cite|suggested citation|recommended citation)\b[^\n]{0,30}[:\n]\s*$",
    regex.IGNORECASE,
)
_LEAD = Pattern(
    r"""[\s,;:(\[–—"“”'‘’]*(?:(?:but|also|and|or|e\.?\s?g\.?|i\.?\s?e\.?|see|cf\.?|c\.f\.|viz\.?|for|in|an?|the|of|to|by|from|with|as|is|are|after|sensu|per|via|contra|fide|according|following|based|on|
    adapted|modified|redrawn|taken|reviewed?|reviews?|overviews?|recent|recently|more|further|details?|discussion|examples?|instance|reported|described|proposed|suggested|shown|defined|
    calculated|estimated|recommended|developed|used|using|method|methods|data|sources?|ref(?:erence)?s?\.?|original(?:ly)?|first|earlier|previous(?:ly)?|most|notably|especially|particularly|
    including|inter|alia|among|others?|compare|comparable|similar|results?|studies|study|work|citing|cited|quoted|quoting|references|therein|additional|both|
    siehe|vgl\.?|nach|z\.\s?B\.|voir|selon|par|ver|véase|см\.|напр\.|также|цит\.|по)[\s,.;:(]*)*""",
    regex.VERBOSE | regex.IGNORECASE,
)
_BINOMIAL = Pattern(
    r"(?P<genus>\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}{0,2}\.)(?:\s+\(\p{Lu}\p{Ll}+\))?\s+(?:(?:cf|aff|nr)\.\s+)?(?P<epithet>\p{Ll}[\p{Ll}-]{2,})(?:\s+(?:(?:subsp|ssp|var|f|forma)\.\s+)?\p{Ll}[\p{Ll}-]{2,})?[\s,]*[(\[]?\s*$"
)
_LATIN = Pattern(r"(?:us|um|is|ii|ae|ensis|ides|ata|ana|ica|osa|ella|ina|ea|ra|la|na|ia|ens|ans|or|ax|ix)$")
_FEWEST_TAXA = 3
_FIRST_SCIENCE = "1700"
_LINE_START = Pattern(r"\n\s*[(\[]$")
_LINE_END = Pattern(r"[)\]]\s*\n")
_AND = Pattern(r"\s(?:and|und|et|y|e|и)\s")
_REPORTS = Pattern(
    r"\)?,?\s+(?:(?:also|first|then|even|has|have|had|who|which)\s+)*(?:argu|assum|conclud|consider|defin|demonstrat|describ|develop|discuss|estimat|examin|explain"
    r"|f[io]und|gave|introduc|investigat|list|mention|not(?:e|ic)|observ|point|present|propos|provid|publish|recogni|record|report|review|saw|show|stat|stud|suggest|treat|us)(?:d|e[ds]?|s|ed|ies|ied)?\b"
)
_COMMON = Pattern(r"(?<=\p{Ll}\s)(?<!\p{Lu}\p{Ll}{0,30}\s)\p{Ll}[\p{Ll}-]{2,}")
# Words of prose that end as an epithet does.
_ENGLISH = frozenset(
    "analysis analyses basis data area areas idea media bacteria criteria virus status focus thesis hypothesis factor vector sensor era formula phenomena".split()
)
_TAXON = Pattern(r"(?<!\p{L})\p{Lu}\p{Ll}{3,}(?:idae|inae|ini|oidea|aceae|ales|ptera|formes)?[\s,]*[(\[]?\s*$")
_INTRODUCED = Pattern(
    r"\b(?:by|of|in|see|follow(?:s|ed|ing)?|to|from|after|per|and|with|that|as|while|but|also|nach|von|par|selon|por|según|по)\s+$",
    regex.IGNORECASE,
)
# Things that are followed by a year and are nobody's work.
_OBJECTS = frozenset(
    """
    fig figs figure figures table tables tab box scheme eq equation chapter section appendix plate supplementary file dataset season seasons year years day days
    windows excel office word access matlab stata spss sas olympics olympic cup championships expo agenda horizon act law decree regulation directive iso din astm
    version release edition vol volume no nr room suite building highway route model series class type grade phase step study trial wave round cohort
    copyright received accepted published revised inc ltd gmbh corp llc license
    """.split()
)
_PLACES_END = frozenset(
    {
        "usa",
        "uk",
        "germany",
        "china",
        "japan",
        "france",
        "spain",
        "italy",
        "canada",
        "australia",
        "india",
        "brazil",
        "netherlands",
        "switzerland",
        "sweden",
        "denmark",
        "belgium",
    }
)


@dataclass(frozen=True, slots=True)
class Taxa:
    """The genera that a text names with authorities, and the small words that stand after other small words."""

    genera: frozenset[str]
    common: frozenset[str]


@dataclass(slots=True)
class Surroundings:
    """What the whole text says of a name: how often it stands apart from a year."""

    prose: str
    cited: Counter[str]
    taxa: Taxa
    clusters: Collection[int]
    rows: Collection[Span]
    _printed: Counter[str] | None = None

    def apart(self, word: str) -> int:
        """Count the places where the word is printed outside citations."""
        if self._printed is None:
            self._printed = Counter(_WORD.findall(self.prose))
        return self._printed[word] - self.cited[word]

    def is_place(self, word: str) -> bool:
        """Tell whether the text says `in`, `from` or `at` before the word: of people and works it says `by`."""
        return bool(regex.search(rf"\b(?:in|from|at|near|across|throughout)\s+{regex.escape(word)}\b", self.prose))


def cited_indirectly(prose: str, candidate: Candidate) -> bool:
    """Tell whether `as cited in` follows, or the article says how it is to be cited itself."""
    if _ITSELF.search(prose, max(0, candidate.starts[0] - 60), candidate.starts[0]):
        return True
    return bool(_CITED_BY.match(prose, candidate.end))


def weigh(candidate: Candidate, surroundings: Surroundings, style: Counter[str]) -> list[Evidence]:
    """Return the evidence that a candidate is a citation; `style` counts the forms of those that the list answers."""
    prose = surroundings.prose
    last = candidate.names[-1]
    words = fold(last.family).split()
    evidence = [Evidence(f"form: {candidate.form}", {"paren": 1.0, "narrative": 0.8, "bare": -1.2}[candidate.form])]
    if candidate.et_al:
        evidence.append(Evidence("et al.", 2.4))
    elif len(candidate.names) >= 2:
        joined = prose[last.span.start - 5 : last.span.start]
        evidence.append(Evidence("names joined", 1.0 if regex.search(r"&|\b(?:and|und|et|y|e|и)\b", joined) else 0.2))
    if candidate.form == "paren":
        evidence.append(_weigh_lead(candidate))
    if candidate.form == "narrative" and _INTRODUCED.search(
        prose, max(0, candidate.starts[0] - 20), candidate.starts[0]
    ):
        evidence.append(Evidence("introduced as a work", 0.5))
    if candidate.form == "bare" and candidate.span in surroundings.rows:
        evidence.append(Evidence("in a row of citations", 1.8))
    if candidate.form == "narrative" and _REPORTS.match(prose, candidate.end):
        evidence.append(Evidence("reports something", 0.8))
    if candidate.cluster in surroundings.clusters and all(e.score > -1 for e in evidence):
        evidence.append(Evidence("in a bracket with citations", 2.0))
    total = sum(style.values())
    if total >= 5:
        share = style[shape(candidate)] / total
        rare = 0.3 if candidate.form == "narrative" or candidate.et_al else -0.6
        evidence.append(Evidence("form used in this text", 1.0 if share > 0.1 else 0.3 if share > 0.02 else rare))
    evidence.extend(_weigh_words(candidate, words, surroundings))
    if names_taxon(prose, candidate, surroundings.taxa):
        evidence.append(Evidence("author of a taxon", -4.0))
    return evidence


def shape(candidate: Candidate) -> str:
    """Name the printed form of a candidate, comma included."""
    return f"{candidate.form}{',' if candidate.comma else ''}"


def _weigh_lead(candidate: Candidate) -> Evidence:
    """Weigh what stands in the bracket before the names."""
    lead = candidate.lead.strip()
    if not lead or _LEAD.fullmatch(lead) or lead[-1] in ";,":
        return Evidence("nothing else in the bracket", 0.6)
    return Evidence("other words in the bracket", -1.0)


def _weigh_words(candidate: Candidate, words: list[str], surroundings: Surroundings) -> list[Evidence]:
    evidence = []
    first = fold(candidate.names[0].family).split()
    if not candidate.et_al and _is_no_name(candidate.names[-1].family):
        evidence.append(Evidence("not a name", -4.0))
    if words[-1] in _PLACES_END:
        evidence.append(Evidence("a place", -3.0))
    if len(words) > 2 or (len(words) == 2 and candidate.form == "paren") or GROUP_WORDS.intersection(words, first):
        evidence.append(Evidence("several words", -1.0))
    family = candidate.names[-1].family
    if family.isupper() and len(family) <= 6:
        evidence.append(Evidence("an acronym", -0.7))
    if not candidate.et_al and len(candidate.names) == 1:
        apart = surroundings.apart(family.split()[-1])
        cited = surroundings.cited[family.split()[-1]]
        if apart > cited:
            most = 3.0 if surroundings.is_place(family.split()[-1]) else 0.8
            evidence.append(Evidence("printed elsewhere without a year", -min(most, 0.8 * apart / cited)))
    if (
        surroundings.prose[candidate.names[-1].span.end : candidate.names[-1].span.end + 1] == "."
        and not candidate.et_al
    ):
        evidence.append(Evidence("abbreviated name", -1.0))
    if candidate.form == "bare" and candidate.year.value < _FIRST_SCIENCE:
        evidence.append(Evidence("a number rather than a year", -3.0))
    if any(char.isdigit() for char in family):
        evidence.append(Evidence("digits", -3.0))
    return evidence


def _is_no_name(family: str) -> bool:
    words = family.lower().split()
    return words[-1] in MONTHS or words[-1] in LEAD_INS or bool(_OBJECTS.intersection((words[0], words[-1])))


def names_taxon(prose: str, candidate: Candidate, taxa: Taxa) -> bool:
    """Tell whether the names and the year are the authority of a taxon's name: `Apis mellifera Linnaeus, 1758`.

    In a text about taxa any word may be an epithet that stands only after capitalised words, else only one that looks
    like Latin.
    """
    if candidate.et_al:
        return False
    low = max(0, candidate.starts[0] - 80)
    name = _BINOMIAL.search(prose, low, candidate.starts[0])
    if candidate.form == "bare":
        return bool(name or _TAXON.search(prose, low, candidate.starts[0]))
    if not name:
        return False
    if any(candidate.joined) and _AND.search(prose, candidate.starts[0], candidate.names[-1].span.end):
        # Authorities are joined by an ampersand, but where they stand on a line of their own.
        return bool(_LINE_START.search(prose, low, candidate.starts[0]) and _LINE_END.match(prose, candidate.end))
    known = name.group("genus") in taxa.genera or (bool(taxa.genera) and name.group("epithet") not in taxa.common)
    return known or _is_latin(name.group("epithet"))


def _is_latin(epithet: str) -> bool:
    return bool(_LATIN.search(epithet)) and epithet not in _ENGLISH


def find_taxa(prose: str, candidates: Sequence[Candidate]) -> Taxa:
    """Return what a text that gives taxa with their authorities, as checklists do, says of them; else nothing."""
    genera: Counter[str] = Counter()
    for candidate in candidates:
        if not candidate.et_al:
            name = _BINOMIAL.search(prose, max(0, candidate.starts[0] - 80), candidate.starts[0])
            genera.update([name.group("genus")] if name and _is_latin(name.group("epithet")) else ())
    if genera.total() < _FEWEST_TAXA:
        return Taxa(frozenset(), frozenset())
    return Taxa(frozenset(genera), frozenset(_COMMON.findall(prose)))
