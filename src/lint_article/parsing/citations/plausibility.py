"""Whether names before a year are a citation at all, when no entry of the list answers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from time import localtime

from lint_article.dataclass import dataclass
from lint_article.document import Evidence
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.taxonomic_names import Taxa, is_taxon_authority
from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.organisations import group_words
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, is_beginning_with, is_month, words

_WORD = Pattern(r"(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]+")
_PAGES = r"[\s,;:]*(?:\p{L}+\.?\s?\d+[\s,;:]*)?"
_CITED_BY = Pattern(rf"{_PAGES}[\s,;:)\]]*(?P<words>\p{{L}}+\.?(?:\s+\p{{L}}+){{0,4}})")
_IN_WORK = Pattern(rf"{_PAGES}\)?\s*(?P<in>\p{{L}}+)(?::|\s+(?=\p{{Lu}}\p{{Ll}}+,?\s(?:(?P<and>\p{{L}}+|&)\s|\(?\d)))")
_PLACED = TermPattern(r"\b(?&place-preposition)\s+(\p{Lu}[\p{L}\p{M}’'-]+)")
_NUMBERED = Pattern(
    r"(?<!\p{L})(\p{Lu}[\p{L}\p{M}'’-]+)\s(?:(?!1[5-9]\d|20\d)\d{3}|[2-9][1-9]\d\d|[3-9]\d{3}|\d{5})(?![\d\p{L}]|[.,–-]\d)"
)
_THINGS = ("dated-thing", "figure", "table", "equation", "chapter", "section", "volume", "issue", "version")
_DIGIT = re.compile(r"\d")
_WORDS = Pattern(r"[\p{L}\p{M}]+")
_CALL = Pattern(r"\p{L}\(\d{4},\s?(?:\d|\p{Ll}+\()")
_FIRST_SCIENCE, _FIRST_ET_AL = "1700", "1800"
_LATEST = localtime().tm_year + 1  # the year of what is in press
_WORD_BEFORE = Pattern(r"(\p{L}+)\s+$")
_JOIN_BEFORE = Pattern(r"(?<!\p{L})(\p{L}+|[&;])\s*$")


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
    _numbered: frozenset[str] | None = None

    def apart(self, word: str) -> int:
        """Count the places where the word is printed outside citations."""
        if self._printed is None:
            self._printed = Counter(_WORD.findall(self.prose))
        return self._printed[word] - self.cited[word]

    def is_place(self, word: str) -> bool:
        """Tell whether the text says `in`, `from` or `at` before the word: of people and works it says `by`."""
        if self._placed is None:
            self._placed = frozenset(match[1] for match in _PLACED.finditer(self.prose))
        return word in self._placed

    def is_collector(self, word: str) -> bool:
        """Tell whether the text prints the word before a number that is no year, as collectors of specimens have."""
        if self._numbered is None:
            self._numbered = frozenset(match[1] for match in _NUMBERED.finditer(self.prose))
        return word in self._numbered


def is_cited_indirectly(prose: str, candidate: Candidate) -> bool:
    """Tell whether `as cited in` follows, or the work that it stands in."""
    cited = _CITED_BY.match(prose, candidate.end)
    if cited and any(
        is_beginning_with(printed, "cited-in") for printed in (cited["words"], cited["words"].partition(" ")[2])
    ):
        return True
    work = _IN_WORK.match(prose, candidate.end)
    return bool(work and work["in"].lower() in words("in") and (work["and"] or "&").lower() in words("and") | {"&"})


def weigh(candidate: Candidate, surroundings: Surroundings, style: Counter[str]) -> list[Evidence]:
    """Return the evidence that a candidate is a citation; `style` counts the forms of those that the list answers."""
    prose = surroundings.prose
    last = candidate.names[-1]
    folded = fold(last.family).split()
    evidence = [Evidence(f"form: {candidate.form}", {"paren": 1.0, "narrative": 0.8, "bare": -1.2}[candidate.form])]
    if candidate.et_al:
        evidence.append(Evidence("et al.", 2.4))
    elif len(candidate.names) >= 2:
        joined = _JOIN_BEFORE.search(prose, max(0, last.span.start - 8), last.span.start)
        known = joined is not None and (joined[1] in "&;" or joined[1].lower() in words("and"))
        evidence.append(Evidence("names joined", 1.0 if known else 0.2))
    if candidate.form == "paren":
        evidence.append(_weigh_lead(candidate))
    before = _WORD_BEFORE.search(prose, max(0, candidate.starts[0] - 20), candidate.starts[0])
    if candidate.form == "narrative" and before and before[1].lower() in words("introducing"):
        evidence.append(Evidence("introduced as a work", 0.5))
    if candidate.form == "bare" and candidate.span in surroundings.rows:
        evidence.append(Evidence("in a row of citations", 1.8))
    if candidate.cluster in surroundings.clusters and all(e.score > -1 for e in evidence):
        evidence.append(Evidence("in a bracket with citations", 2.0))
    total = sum(style.values())
    if total >= 5:
        share = style[shape(candidate)] / total
        rare = 0.3 if candidate.form == "narrative" or candidate.et_al else -0.6
        evidence.append(Evidence("form used in this text", 1.0 if share > 0.1 else 0.3 if share > 0.02 else rare))
    evidence.extend(_weigh_words(candidate, folded, surroundings))
    if is_taxon_authority(prose, candidate, surroundings.taxa):
        evidence.append(Evidence("author of a taxon", -4.0))
    return evidence


def shape(candidate: Candidate) -> str:
    """Name the printed form of a candidate, comma included."""
    return f"{candidate.form}{',' if candidate.comma else ''}"


def _weigh_lead(candidate: Candidate) -> Evidence:
    """Weigh what stands in the bracket before the names."""
    lead = candidate.lead.strip()
    if not lead or _is_lead_in(lead) or lead[-1] in ";,":
        return Evidence("nothing else in the bracket", 0.6)
    return Evidence("other words in the bracket", -1.0)


def _is_lead_in(lead: str) -> bool:
    return all(word.lower() in words("bracket-lead") for word in _WORDS.findall(lead)) and not _DIGIT.search(lead)


def _weigh_words(candidate: Candidate, folded: list[str], surroundings: Surroundings) -> list[Evidence]:
    evidence = []
    first = fold(candidate.names[0].family).split()
    if not candidate.et_al and not any(candidate.joined) and _is_no_name(candidate.names[-1].family):
        evidence.append(Evidence("not a name", -4.0))
    if folded[-1] in words("country"):
        evidence.append(Evidence("a place", -3.0))
    several = len(folded) > (2 if candidate.form == "narrative" else 1)
    if several or group_words().intersection(folded, first):
        evidence.append(Evidence("several words", -1.0))
    family = candidate.names[-1].family
    if family.isupper() and len(family) <= 6 and len(candidate.names) == 1:
        evidence.append(Evidence("an acronym", -0.7))
    if not candidate.et_al and len(candidate.names) == 1:
        apart = surroundings.apart(family.split()[-1])
        cited = surroundings.cited[family.split()[-1]]
        if apart > cited:
            most = 3.0 if surroundings.is_place(family.split()[-1]) else 0.8
            evidence.append(Evidence("printed elsewhere without a year", -min(most, 0.8 * apart / cited)))
    return [*evidence, *_weigh_signs(candidate, surroundings.prose), *_weigh_number(candidate, surroundings)]


def _weigh_signs(candidate: Candidate, prose: str) -> list[Evidence]:
    """Return what the signs beside the name and the year say."""
    evidence = []
    end = candidate.names[-1].span.end
    if prose[end : end + 1] == "." and not candidate.et_al:
        evidence.append(Evidence("abbreviated name", -1.0))
    if prose[candidate.starts[0] - 1 : candidate.starts[0]] == "/":
        evidence.append(Evidence("part of a number", -3.0))
    if candidate.form == "narrative" and _CALL.search(prose, end - 1, candidate.end + 4):
        evidence.append(Evidence("a call in a program", -4.0))
    return evidence


def _weigh_number(candidate: Candidate, surroundings: Surroundings) -> list[Evidence]:
    """Return what tells that the year is another number."""
    evidence = []
    family = candidate.names[-1].family
    if candidate.year.value < _FIRST_SCIENCE and not (candidate.comma or candidate.status or candidate.et_al):
        evidence.append(Evidence("a number rather than a year", -3.0 if candidate.form == "bare" else -1.5))
    if candidate.year.value < _FIRST_ET_AL and candidate.et_al:
        evidence.append(Evidence("a number rather than a year", -4.0))
    is_late = candidate.year.value.isdigit() and int(candidate.year.value) > _LATEST
    if is_late:
        evidence.append(Evidence("later than next year", -1.5))
    is_cited_alone = (candidate.form == "paren" and not is_late) or candidate.comma or candidate.et_al
    if not is_cited_alone and surroundings.is_collector(family.split()[-1]):
        evidence.append(Evidence("a collector's number", -1.0 if any(candidate.joined) else -4.0))
    if any(char.isdigit() for char in family):
        evidence.append(Evidence("digits", -3.0))
    return evidence


def _is_no_name(family: str) -> bool:
    names = family.lower().split()
    if is_month(names[-1]) or names[-1] in words("lead-in"):
        return True
    return not words(*_THINGS).isdisjoint((names[0], names[-1]))
