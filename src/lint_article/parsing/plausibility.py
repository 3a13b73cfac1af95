"""Whether names before a year are a citation at all, when no entry of the list answers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Evidence
from lint_article.parsing.candidates import Candidate
from lint_article.parsing.folding import fold
from lint_article.parsing.taxa import Taxa, names_taxon
from lint_article.parsing.words import BRACKET_LEADS, COUNTRIES, GROUP_WORDS, LEAD_INS, MONTHS, OBJECTS
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_WORD = Pattern(r"(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]+")
_CITED_BY = Pattern(
    r"[\s,;:]*(?:p+\.?\s?\d+[\s,;:]*)?(?:as\s+)?(?:"
    r"(?:cited|quoted|reported|referred to|discussed)\s+(?:in|by|from)|in:"
    r"|\)?\s*in\s+(?=\p{Lu}\p{Ll}+\s(?:et\s|and\s|&|\(?\d))"
    r"|apud|цит\.\s+по|zit(?:iert)?\.?\s+nach|cité\s+(?:par|dans)|citado\s+(?:en|por|em))\b",
    regex.IGNORECASE,
)
_ITSELF = re.compile(
    r"(?:^|\n|\.\s)\W*(?:citation|(?:please\s)?cite (?:this|as)|how to cite|(?:suggested|recommended) citation)\b"
    r"[^\n]{0,30}[:\n]\s*$",
    re.IGNORECASE,
)
_PLACED = Pattern(r"\b(?:in|from|at|near|across|throughout)\s+(\p{Lu}[\p{L}\p{M}’'-]+)")
_DIGIT = re.compile(r"\d")
_WORDS = Pattern(r"[\p{L}\p{M}]+")
_CALL = Pattern(r"\p{L}\(\d{4},\s?(?:\d|\p{Ll}+\()")
_FIRST_SCIENCE = "1700"
# Stems of the verbs with which an author is introduced after the year.
_VERBS = """
    argu assum conclud consider defin demonstrat describ develop discuss estimat examin explain fi?ound gave introduc
    investigat list mention note? notic observ point present propos provid publish recogni record report review saw show
    stat stud suggest treat us
""".split()
_REPORTS = re.compile(
    r"\)?,?\s+(?:(?:also|first|then|even|has|have|had|who|which)\s+)*"
    rf"(?:{'|'.join(_VERBS)})(?:d|e[ds]?|s|ed|ies|ied|z\w+)?\b"
)
_INTRODUCED = re.compile(
    r"\b(?:by|of|in|see|follow(?:s|ed|ing)?|to|from|after|per|and|with|that|as|while|but|also"
    r"|nach|von|par|selon|por|según|по)\s+$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Surroundings:
    """What the whole text says of a name: how often it stands apart from a year."""

    prose: str
    cited: Counter[str]
    taxa: Taxa
    clusters: Collection[int]
    rows: Collection[Span]
    _printed: Counter[str] | None = None
    _placed: frozenset[str] | None = None

    def apart(self, word: str) -> int:
        """Count the places where the word is printed outside citations."""
        if self._printed is None:
            self._printed = Counter(_WORD.findall(self.prose))
        return self._printed[word] - self.cited[word]

    def is_place(self, word: str) -> bool:
        """Tell whether the text says `in`, `from` or `at` before the word: of people and works it says `by`."""
        if self._placed is None:
            self._placed = frozenset(_PLACED.findall(self.prose))
        return word in self._placed


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
    if not lead or _leads_in(lead) or lead[-1] in ";,":
        return Evidence("nothing else in the bracket", 0.6)
    return Evidence("other words in the bracket", -1.0)


def _leads_in(words: str) -> bool:
    return all(word.lower() in BRACKET_LEADS for word in _WORDS.findall(words)) and not _DIGIT.search(words)


def _weigh_words(candidate: Candidate, words: list[str], surroundings: Surroundings) -> list[Evidence]:
    evidence = []
    first = fold(candidate.names[0].family).split()
    if not candidate.et_al and not any(candidate.joined) and _is_no_name(candidate.names[-1].family):
        evidence.append(Evidence("not a name", -4.0))
    if words[-1] in COUNTRIES:
        evidence.append(Evidence("a place", -3.0))
    if len(words) > 2 or (len(words) == 2 and candidate.form != "narrative") or GROUP_WORDS.intersection(words, first):
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
    if surroundings.prose[candidate.starts[0] - 1 : candidate.starts[0]] == "/":
        evidence.append(Evidence("part of a number", -3.0))
    if candidate.form == "narrative" and _CALL.search(
        surroundings.prose, candidate.names[-1].span.end - 1, candidate.end + 4
    ):
        evidence.append(Evidence("a call in a program", -4.0))
    if candidate.form == "bare" and candidate.year.value < _FIRST_SCIENCE:
        evidence.append(Evidence("a number rather than a year", -3.0))
    if any(char.isdigit() for char in family):
        evidence.append(Evidence("digits", -3.0))
    return evidence


def _is_no_name(family: str) -> bool:
    words = family.lower().split()
    return words[-1] in MONTHS or words[-1] in LEAD_INS or bool(OBJECTS.intersection((words[0], words[-1])))
