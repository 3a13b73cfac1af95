"""The year of a reference, chosen among the numbers that look like one."""

from __future__ import annotations

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Field
from lint_article.parsing.words import ACCESS_WORDS, MONTHS, STATUSES
from lint_article.text import Span
from lint_article.text.pattern import Pattern

YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_STATUS = "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in sorted(STATUSES, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_CANDIDATE = Pattern(rf"(?<![\d./:–—-]|№)(?P<year>{YEAR})(?P<suffix>[a-z])?(?![\d\p{{L}}])")
_AFTER_AUTHORS = Pattern(
    rf"""
    [\s,.;:]* (?:\((?:eds?|hrsg|hg|ed|org|orgs|dir|coord|comp)s?\.?\)[\s,.:]*)?
    (?P<open>[(\[]?)\s? (?:\d{{1,2}}\s)? (?:(?:{_MONTH})\.?,?\s(?:\d{{1,2}},?\s)?)? (?:c(?:a|irca)?\.?\s)?
    (?: (?P<year>{YEAR}) (?:[–/-](?P<second>{YEAR}|\d\d)(?!\d))? [\s-]? (?P<suffix>[a-z](?![\p{{L}}]))?
      | (?P<status>{_STATUS})\b\.?
    )
    (?:
        \s?[\[(/=]\s?
        (?:(?:original\w*|orig\.?|first|1st)\s(?:work\s)?(?:published\s)?(?:in\s)?)?
        (?P<other>{YEAR})[\])]?
    )?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ORIGINAL_FIRST = Pattern(rf"[\s,.]*[\[(](?P<other>{YEAR})[\])]\s?(?P<year>{YEAR})(?P<suffix>[a-z](?![\p{{L}}]))?")
_REPRINTED = r"reprint(?:ed)?|original\w*|first published|orig\.|erstmals|originalmente"
_REPRINT = Pattern(
    rf"(?P<a>{YEAR})\s(?:reprint|edition|ed\b)|(?:{_REPRINTED})[^.;]{{0,25}}?(?P<b>{YEAR})",
    regex.IGNORECASE,
)
_STATUS_ANYWHERE = Pattern(rf"(?<![\p{{L}}.])(?P<status>{_STATUS})(?![\p{{L}}])", regex.IGNORECASE)
_SEEN = rf"{ACCESS_WORDS}|cited|updated|zuletzt|recuperado"
_ACCESSED = Pattern(
    rf"(?<!\p{{L}})(?:last\s)?(?:{_SEEN})\b(?:\s+(?:on|am|le|el|em))?:?[\s,]*[^.;()\[\]]{{0,40}}",
    regex.IGNORECASE,
)
# How much more (or less) likely a number is the year of publication for what stands within `_NEAR` before and after it.
_NEAR = 12
_BEFORE = (
    (Pattern(rf"(?:{_MONTH})\.?,?\s(?:\d{{1,2}},?\s)?$", regex.IGNORECASE), 1),
    (Pattern(r"[,:;.]\s$"), 1),
    (Pattern(rf"\p{{Ll}}\s$(?<!(?i:{_MONTH})\s)"), -1),
)
_AFTER = (
    (Pattern(r"\s?;\s?\d|,\s?\d+\s?\(|;\s?\(|[,;]\s?vol|,\s?\d+[,:]\s", regex.IGNORECASE), 3),
    (Pattern(r"[.,;)]"), 1),
    (Pattern(r"\s\p{Ll}"), -2),
)
_RANGE_BEFORE = Pattern(r"\d\s?[–—-]\s?$|p\.\s?$|pp\.\s?$|:\s?\d+-$")
_RANGE_AFTER = Pattern(r"\s?[–—-]\s?\d|/\d")
_OPENED = Pattern(r"\([^()]{0,12}$")
_NOTHING = Pattern(r"[\s.)\]]*")


@dataclass(frozen=True, slots=True)
class Dated:
    """The year of an entry: the field, its suffix letter, all years it can be cited by, and where it ends."""

    year: Field | None
    suffix: str = ""
    years: tuple[str, ...] = ()
    end: int = 0


def read_year(text: str, start: int, end: int, authors_end: int, holes: list[Span]) -> Dated:
    """Choose the year of the entry at `start`..`end`, whose authors end at `authors_end`; `holes` are its links."""
    beside = _beside_authors(text, authors_end, end)
    reprints = [m.group("a") or m.group("b") for m in _REPRINT.finditer(text, start, end)]
    if beside:
        return Dated(beside.year, beside.suffix, (*beside.years, *reprints), beside.end)
    best = _best_candidate(text, start, end, holes)
    if best:
        span = Span(best.start("year"), best.end("year"))
        year = best.group("year")
        return Dated(Field(year, span), best.group("suffix") or "", (year, *reprints), best.end())
    status = _STATUS_ANYWHERE.search(text, authors_end, end)
    if status:
        value = _status(status.group())
        return Dated(Field(value, Span(status.start(), status.end())), "", (value,), status.end())
    return Dated(None)


def _status(printed: str) -> str:
    return STATUSES[" ".join(printed.lower().split()).rstrip(".")]


def _beside_authors(text: str, at: int, end: int) -> Dated | None:
    first = _ORIGINAL_FIRST.match(text, at, end)
    match = first or _AFTER_AUTHORS.match(text, at, end)
    if not match:
        return None
    groups = match.groupdict()
    if groups.get("status"):
        value = _status(groups["status"])
        if value == "unpublished" and not groups["open"]:
            return None
        return Dated(Field(value, Span(match.start("status"), match.end("status"))), "", (value,), match.end())
    year = groups["year"]
    years = [year]
    second = groups.get("second")
    if second:
        years.append(second if len(second) == 4 else year[:2] + second)
    if groups.get("other"):
        years.append(groups["other"])
    span = Span(match.start("year"), match.end("year"))
    return Dated(Field(year, span), (groups.get("suffix") or "").lower(), tuple(years), match.end())


def _best_candidate(text: str, start: int, end: int, holes: list[Span]) -> regex.Match[str] | None:
    accessed = [Span(m.start(), m.end()) for m in _ACCESSED.finditer(text, start, end)]
    best, high = None, -99
    for match in _CANDIDATE.finditer(text, start, end):
        span = Span(match.start(), match.end())
        if any(hole.overlaps(span) for hole in holes):
            continue
        score = _score(text, match, start, end) - 8 * any(a.overlaps(span) for a in accessed)
        if score >= high:  # of equals the last: publishers print the year at the end
            best, high = match, score
    return best


def _score(text: str, match: regex.Match[str], start: int, end: int) -> int:
    """Add up the signs that a number is the year of publication."""
    before, after = (
        text[max(start, match.start() - _NEAR) : match.start()],
        text[match.end() : min(end, match.end() + _NEAR)],
    )
    score = _bracketed(before, after)
    score += sum(weight for sign, weight in _BEFORE if sign.search(before))
    score += sum(weight for sign, weight in _AFTER if sign.match(after))
    if _NOTHING.fullmatch(text, match.end(), end):
        score += 3
    if _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before):
        score -= 4
    if match.start() <= start + 1:
        score += 1
    return score


def _bracketed(before: str, after: str) -> int:
    """Return 4 for a year that opens a bracket, 3 for one that ends a date in a bracket, else 0."""
    if before.endswith("(") and after[:1] in {")", ",", ";"}:
        return 4
    return 3 if _OPENED.search(before) and after.startswith(")") else 0
