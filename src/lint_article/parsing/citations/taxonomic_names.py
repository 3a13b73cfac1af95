"""Names of taxa with their authorities, which look like citations: `Apis mellifera Linnaeus, 1758`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lint_article.dataclass import dataclass
from lint_article.parsing.citations.candidate import Candidate
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, words

_EPITHET = r"\p{Ll}[\p{Ll}-]{2,}"
_BINOMIAL = Pattern(
    r"(?<![\p{L}-])(?P<genus>\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}{0,2}\.)(?:\s+\(\p{Lu}\p{Ll}+\))?"
    rf"\s+(?:(?:cf|aff|nr)\.\s+)?(?P<epithet>{_EPITHET})"
    rf"(?:\s+(?:(?:subsp|ssp|var|f|forma)\.\s+)?{_EPITHET})?(?:\s\([^()]{{2,40}}\))?[\s,]*[(\[]?\s*$"
)
_IN_WORK = Pattern(r"(?<=[\s(\[])\p{Lu}[\p{L}.’'-]+(?:\s&\s\p{Lu}\p{L}+)?\s(?:in|ex)\s$")
_TAXON = Pattern(r"(?<!\p{L})\p{Lu}\p{Ll}{3,}(?:idae|inae|ini|oidea|aceae|ales|ptera|formes)?[\s,]*[(\[]?\s*$")
# A species on a line of its own, with the page that describes it: `arenaria Marlin, 2013: 35`.
_ALONE = Pattern(rf"(?:^|\n[ \t]*\n|[.:;!?][ \t]*\n)[ \t]*{_EPITHET}[ \t]+$")
_PAGE = Pattern(r":\s?\d")
_LATIN = re.compile(
    r"(?:us|um|is|ii|ae|ensis|ides|ata|ana|ica|osa|ella|ina|ea|ra|la|na|ia|ens|ans|or|ax|ix)$",
)
# Small words that stand after other small words: no epithet does.
_COMMON = Pattern(r"(?<=\p{Ll}\s)(?<!\p{Lu}\p{Ll}{0,30}\s)\p{Ll}[\p{Ll}-]{2,}")
_AND = TermPattern(r"\s(?&and)\s")
_LINE_START = Pattern(r"\n\s*[(\[]$")
_LINE_END = Pattern(r"[)\]]\s*\n")
_FEWEST = 3
_UNLISTED = 4  # different authorities that no entry answers
_BEFORE = 80  # code points in which a name with its rank fits


@dataclass(frozen=True, slots=True)
class Taxa:
    """The genera that a text names with authorities, and the small words that stand after other small words."""

    genera: frozenset[str]
    common: frozenset[str]


def find_taxa(prose: str, candidates: Sequence[Candidate]) -> Taxa:
    """Return what a text that gives taxa with their authorities, as checklists do, says of them; else nothing."""
    genera: Counter[str] = Counter()
    for candidate in candidates:
        if not candidate.et_al:
            name = _BINOMIAL.search(prose, max(0, candidate.starts[0] - _BEFORE), candidate.starts[0])
            genera.update([name.group("genus")] if name and _is_latin(name.group("epithet")) else ())
    if genera.total() < _FEWEST:
        return Taxa(frozenset(), frozenset())
    return Taxa(frozenset(genera), frozenset(_COMMON.findall(prose)))


def has_unlisted_authorities(authorities: Iterable[tuple[Candidate, bool]]) -> bool:
    """Tell whether a text prints authorities that its list lacks, as checklists do.

    Each authority comes with whether the list has it.
    """
    listed: set[tuple[str, str]] = set()
    unlisted: set[tuple[str, str]] = set()
    for candidate, is_listed in authorities:
        (listed if is_listed else unlisted).add((candidate.names[-1].family, candidate.year.value))
    return len(unlisted) >= _UNLISTED and len(unlisted) > 2 * len(listed)


def has_commas(authorities: Iterable[Candidate]) -> bool:
    """Tell whether most authorities have a comma before the year, as zoologists print them: `Linnaeus, 1758`."""
    commas = [candidate.comma for candidate in authorities]
    return sum(commas) >= _FEWEST and 2 * sum(commas) > len(commas)


def is_taxon_authority(prose: str, candidate: Candidate, taxa: Taxa) -> bool:
    """Tell whether the names and the year are the authority of a taxon's name: `Apis mellifera Linnaeus, 1758`.

    In a text about taxa any word may be an epithet that stands only after capitalised words, else only one that looks
    like Latin.
    """
    if candidate.et_al or candidate.suffix or candidate.cell:
        return False
    low = max(0, candidate.starts[0] - _BEFORE)
    in_work = _IN_WORK.search(prose, low, candidate.starts[0])  # `Abel in Coster 1878`
    start = in_work.start() if in_work else candidate.starts[0]
    name = _BINOMIAL.search(prose, low, start)
    if candidate.form == "bare":
        return bool(name or _TAXON.search(prose, low, start) or _is_described(prose, candidate, low))
    if not name:
        return False
    if any(candidate.joined) and _AND.search(prose, candidate.starts[0], candidate.names[-1].span.end):
        # Authorities are joined by an ampersand, but where they stand on a line of their own.
        return bool(_LINE_START.search(prose, low, candidate.starts[0]) and _LINE_END.match(prose, candidate.end))
    is_rare = bool(taxa.genera) and name.group("epithet") not in taxa.common and candidate.form != "narrative"
    known = name.group("genus") in taxa.genera or is_rare
    return known or _is_latin(name.group("epithet"))


def _is_described(prose: str, candidate: Candidate, low: int) -> bool:
    start = candidate.starts[0]
    return _ALONE.search(prose, low, start) is not None and _PAGE.match(prose, candidate.end) is not None


def _is_latin(epithet: str) -> bool:
    return bool(_LATIN.search(epithet)) and epithet not in words("latin-looking") | words("function-word")
