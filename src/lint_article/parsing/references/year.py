"""The year of a reference, chosen among the numbers that look like one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Field
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import DATE, STATUS, YEAR, TermPattern, is_month, parts, status_of, words

_CANDIDATE = Pattern(
    rf"(?:(?:(?<![\d/:–—-]|(?<![\p{{L}})”\"])\.|№|\p{{Ll}}{{2}}|[:\s]e)|(?<=\d[-/.]\d{{1,2}}[-/.]))(?P<year>{YEAR})"
    rf"|(?P<year>{YEAR})(?<=\p{{Lu}}{{2}}[\p{{Lu}}/ -]{{0,20}}\s\d{{1,6}}(?:-\d{{1,3}})?:\d{{4}}))"  # `ISO 9001:2015`
    r"(?P<suffix>[a-z])?(?![\d\p{L}]|\.\d)"
)
_YEAR_BEFORE = Pattern(rf"(?<![\d–—-])(?P<year>{YEAR}),\s$")
# Words are looked up where there are some: of editors, of a month or `circa`, of an earlier printing.
_AFTER_AUTHORS = TermPattern(
    rf"""
    [\s,.;:]* (?:\((?P<editor>[\p{{L}}.\s]{{2,30}})\)[\s,.:]*)??
    (?P<open>[(\[]?)\s? (?:\d{{1,2}}\s)?? (?:(?P<before>\p{{L}}+\.?),?\s(?:\d{{1,2}},?\s)?)??
    (?: (?P<year>{YEAR})(?!\d) (?:[–/-](?P<second>{YEAR}|\d\d)(?!\d))? [\s-]? (?P<suffix>[a-z](?![\p{{L}}]))?
      | (?P<status>{STATUS})\.?
    )
    (?: \s?[\[(/=]\s? (?:(?P<printing>\p{{L}}[\p{{L}}.\s]{{0,40}})\s)? (?P<other>{YEAR})[\])]? )?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ORIGINAL_FIRST = Pattern(rf"[\s,.]*[\[(](?P<other>{YEAR})[\])]\s?(?P<year>{YEAR})(?P<suffix>[a-z](?![\p{{L}}]))?")
_REPRINT = TermPattern(
    rf"(?P<a>{YEAR})\s(?&edition|original-date)|(?&original-date)[^.;]{{0,25}}?(?P<b>{YEAR})"
    rf"|\((?&translator)(?:[^()]|\([^()]{{0,60}}\)){{0,250}}?\D(?P<translated>{YEAR})[a-z]?\)",  # `(Trad. ital., 2010)`
    regex.IGNORECASE,
)
_STATUS_ANYWHERE = TermPattern(rf"(?<![\p{{L}}.])(?P<status>{STATUS})", regex.IGNORECASE)
# What says when a page was seen: a date, with up to two words before it, or whatever stands there up to a stop.
_ACCESSED = TermPattern(
    r"(?<!\p{L})(?:(?&accessed|retrieved|cited)|(?P<updated>(?&updated)))"
    rf"(?:(?:[\s:,]+\p{{L}}{{1,10}}){{0,2}}?[\s:,]*(?P<date>{DATE})|[^.;()\[\]]{{0,40}})",
    regex.IGNORECASE,
)
# A whole date behind a link says when the page was seen, whatever word introduces it.
_BEHIND_LINK = Pattern(rf"[\s.,;#>(\[]*(?:\p{{L}}{{1,12}}[.:]?\s+){{0,4}}?(?P<date>{DATE})[\s.)\]]*")
# How much more (or less) likely a number is the year of publication for what stands within `_NEAR` before and after it.
_NEAR = 12
_LONGEST = 20  # years in which a work in parts appears: `1971–77`
_WORD_BEFORE = Pattern(r"(\p{L}+)\.?,?\s(?:\d{1,2},?\s)?$")
_MARK_BEFORE = Pattern(r"[,:;.]\s$")
_SMALL_BEFORE = Pattern(r"\p{Ll}\s$")
_AFTER = (
    (Pattern(r"[.,;)]"), 1),
    (Pattern(r"\s\p{Ll}"), -2),
)
_VOLUME_AFTER = Pattern(r"\s?;\s?\d|,\s?\d+\s?\(|;\s?\(|[,;]\s?(?P<word>\p{L}+\.?)|,\s?\d+[,:]\s")
_STOP = Pattern(r"[.;()\[\]]")
_RANGE_BEFORE = Pattern(r"\d\s?[–—-]\s?$|p\.\s?$|pp\.\s?$|:\s?\d+-$")
_PAGES_BEFORE = Pattern(r"\d\s?[–-]\s?\d+,\s$")
_RANGE_AFTER = Pattern(r"\s?[–—-]\s?\d|/\d")
_ISSUE = Pattern(r"\d\($")  # `359(1444):711`
_PAGE = Pattern(rf"{YEAR},\s?\d+,\s$")  # `2010, 10, 1979.`
_TWO_YEARS = Pattern(r"/\d{2,4}\)")  # `(1999/2000)`
_OPENED = Pattern(r"\((?!\d{4}\b)[^()]{0,12}$")  # a span of years is no date: `(2002 e 2006)`
_NOTHING = Pattern(r"[\s.)\]]*")
_DAY = Pattern(r"(?<!\d)\d{1,2}(?!\d)")


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
    printings = list(_REPRINT.finditer(text, start, end))
    reprints = [m["a"] or m["b"] or m["translated"] for m in printings]
    if beside and not _is_followed(text, beside, end, holes):
        return Dated(beside.year, beside.suffix, (*beside.years, *reprints), beside.end)
    best = _best_candidate(text, start, end, holes, [Span(*m.span()) for m in printings if not m["a"]])
    if best:
        span = Span(best.start("year"), best.end("year"))
        year = best.group("year")
        before = _YEAR_BEFORE.search(text, max(start, best.start() - 6), best.start())
        others = (*reprints, before["year"]) if before else reprints  # `2001, 2002.`
        others = (*others, beside.year.value) if beside and beside.year else others
        return Dated(Field(year, span), best.group("suffix") or "", (year, *others), best.end())
    status = _STATUS_ANYWHERE.search(text, authors_end, end)
    if status:
        value = status_of(status.group())
        return Dated(Field(value, Span(status.start(), status.end())), "", (value,), status.end())
    return Dated(None)


def _is_followed(text: str, beside: Dated, end: int, holes: list[Span]) -> bool:
    """Tell whether the year beside the authors is that of an earlier printing: `L’Œuvre, [1886], Gallimard, 1983.`"""
    if beside.year is None or not text.startswith("]", beside.year.span.end):
        return False
    later = _best_candidate(text, beside.end, end, holes, ())
    return later is not None and bool(_NOTHING.fullmatch(text, later.end(), end))


def _beside_authors(text: str, at: int, end: int) -> Dated | None:
    first = _ORIGINAL_FIRST.match(text, at, end)
    match = first or _AFTER_AUTHORS.match(text, at, end)
    groups = match.groupdict() if match else {}
    if not match or not _is_known(groups):
        return None
    if groups.get("status"):
        value = status_of(groups["status"])
        if value == "unpublished" and not groups["open"]:
            return None
        return Dated(Field(value, Span(match.start("status"), match.end("status"))), "", (value,), match.end())
    year = groups["year"]
    years = [year]
    second = groups.get("second")
    if second:
        last = int(second if len(second) == 4 else year[:2] + second)
        years += map(str, range(int(year) + 1, last + 1) if last - int(year) <= _LONGEST else [last])
    if groups.get("other"):
        years.append(groups["other"])
    span = Span(match.start("year"), match.end("year"))
    return Dated(Field(year, span), (groups.get("suffix") or "").lower(), tuple(years), match.end())


def _is_known(groups: Mapping[str, str | None]) -> bool:
    """Tell whether the words beside the year are such as stand there."""
    before, editor, printing = (groups.get(name) or "" for name in ("before", "editor", "printing"))
    return (
        (not before or is_month(before) or before.lower() in words("circa"))
        and parts("editor", "translator").issuperset(word.strip(".") for word in editor.lower().split())
        and parts("original-date").issuperset(word.strip(".") for word in printing.lower().split())
    )


def _best_candidate(
    text: str, start: int, end: int, holes: list[Span], reprints: Sequence[Span]
) -> regex.Match[str] | None:
    accessed = find_access_dates(text, start, end, holes)
    best, high = None, -99
    for match in _CANDIDATE.finditer(text, start, end):
        span = Span(match.start(), match.end())
        if any(hole.overlaps(span) for hole in holes):
            continue
        score = _score(text, match, start, end)
        score -= 8 * any(one.overlaps(span) for one in accessed) + 6 * any(one.overlaps(span) for one in reprints)
        if score >= high:  # of equals the last: publishers print the year at the end
            best, high = match, score
    return best


def find_access_dates(text: str, start: int, end: int, holes: Sequence[Span]) -> list[Span]:
    """Return where an entry says when a page was seen: in words, or in a whole date behind a link (`holes`)."""
    return [
        *(_seen_span(text, match) for match in _ACCESSED.finditer(text, start, end)),
        *_find_behind_links(text, end, holes),
    ]


def _find_behind_links(text: str, end: int, holes: Sequence[Span]) -> Iterator[Span]:
    """Yield the whole dates that end an entry behind a link: `https://example.org. 13 Oct. 2022.`."""
    for hole in holes:
        date = _BEHIND_LINK.fullmatch(text, hole.end, end)
        if date and _DAY.search(date["date"]):
            yield Span(*date.span("date"))


def read_access_date(text: str, start: int, end: int) -> Field | None:
    """Return the day on which an entry says that its page was seen."""
    for match in _ACCESSED.finditer(text, start, end):
        if match["date"] and not match["updated"] and is_month(match["month"] or "may"):
            return Field(match["date"], Span(*match.span("date")))
    return None


def _seen_span(text: str, accessed: regex.Match[str]) -> Span:
    """Return the words that say when a page was seen: up to the date's end, or to a stop where no month is named."""
    named = accessed["month"] and not is_month(accessed["month"])
    stop = _STOP.search(text, accessed.start("month"), accessed.end()) if named else None
    return Span(accessed.start(), stop.start() if stop else accessed.end())


def _score(text: str, match: regex.Match[str], start: int, end: int) -> int:
    """Add up the signs that a number is the year of publication."""
    before, after = (
        text[max(start, match.start() - _NEAR) : match.start()],
        text[match.end() : min(end, match.end() + _NEAR)],
    )
    word = _WORD_BEFORE.search(before)
    month = word is not None and is_month(word[1])
    score = _score_bracket(before, after) + month
    score += bool(_MARK_BEFORE.search(before)) - (not month and bool(_SMALL_BEFORE.search(before)))
    score += sum(weight for sign, weight in _AFTER if sign.match(after))
    volume = _VOLUME_AFTER.match(after)
    if volume and (volume["word"] is None or volume["word"].lower() in words("volume")):
        score += 3
    if _PAGES_BEFORE.search(before) and after.startswith("."):
        score += 3
    if _NOTHING.fullmatch(text, match.end(), end):
        score += -6 if _PAGE.search(before) else 3
    if _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before):
        score -= 4
    if match.start() <= start + 1:
        score += 5 if after.startswith(":") else 1
    return score


def _score_bracket(before: str, after: str) -> int:
    """Return 4 for a year that opens a bracket, 3 for one that ends a date in a bracket, 0 for an issue and others."""
    if _ISSUE.search(before):
        return 0
    if before.endswith("(") and after[:1] in {")", ",", ";"}:
        return 4
    if before.endswith("(") and _TWO_YEARS.match(after):
        return 8  # as much as it loses for being the first of two
    return 3 if _OPENED.search(before) and after.startswith(")") else 0
