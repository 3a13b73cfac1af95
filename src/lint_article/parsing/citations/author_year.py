"""Author-year citations, read backwards from each year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from lint_article.document import Field, Reference
from lint_article.parsing.citations.brackets import Brackets, find_brackets
from lint_article.parsing.citations.candidate import Candidate, Form
from lint_article.parsing.citations.cited_names import name_tokens, names_of
from lint_article.parsing.citations.designations import find_designation
from lint_article.parsing.citations.listed_groups import ListedGroups
from lint_article.parsing.citations.year_mentions import Anchor, find_anchors, second_year, suffix_letters
from lint_article.parsing.structure.line_breaks import early_breaks
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, parts, words

_LOCATOR = r"\s?[:,]\s?(?:(?P<place>\p{L}+\.?)\s?)??(?:\d{1,4}[a-z]?|[xvi]+(?!\p{L}))(?:\s?[-–—]\s?\d{1,4})?(?!\d)"
_PLACES = ("page", "chapter", "section", "figure", "table", "volume", "issue", "paragraph", "line")
_LOCATOR_AFTER = Pattern(_LOCATOR)
_YEAR_AFTER = re.compile(r"\s?,\s?(?:1[5-9]|20)\d\d$")
# Behind a year: `: 28`, and what a list of synonyms says of the work, `: 28 (species list);`.
_LOCATOR_BEFORE = re.compile(r"^\)?\s?(?:[:,]\s?\d{1,4}[a-z]?(?:[-–]\d{1,4})?)?(?:\s\([^()\d]{3,40}\)(?=;))?")
_NEXT_YEAR = Pattern(rf"(?:{_LOCATOR})?[a-z]?\s*(?:[,;&+]\s*)?(?P<words>(?:\p{{L}}+\s+)*)")
_JOINT_OR_WORD = Pattern(r"[,;&+]|\p{L}")
_ORIGINAL = re.compile(r"\s?[\[(/=]\s?")
# What may stand between the names and the year.
_BETWEEN = TermPattern(
    r"(?:\s(?&editor))?(?:,\s[IVXLC]{1,7}(?:[,.]?\s\d{1,4})*)?"
    r"(?:(?<=al\.?)['’]s)?(?:\s+(?&in-year)(?=\s))?(?:(?<=al\.);)?[.…\s,，、\u200e\u200f\u202a-\u202e]*"
    r"(?:[(\[（]\s*(?:[^()\[\]\d;]{2,80}[)\]][,\s]*[(\[]?|(?i:(?&table|figure|chapter))\s\d{1,3},\s)?)?$"
)
_OWNED = Pattern(r"\p{L}['’]s?(?:\s+[\p{Ll}-]+){0,3}$")
_BREAK = re.compile(r"\n[ \t\r]*\n|\t")  # a paragraph, a cell of a table
_LAST_WORD = Pattern(r"(?P<word>&|(?<!\p{L})\p{L}+)[.,]{0,2}\s*$")
_WINDOW = 200


def find_candidates(prose: str, holes: Sequence[Span], references: Sequence[Reference] = ()) -> list[Candidate]:
    """Return the author-year candidates of a text in order; `holes` (reference lists, links) are passed over.

    The names of groups in `references` are known, whatever letters they are printed in.
    """
    groups = ListedGroups(prose, references)
    brackets, breaks = find_brackets(prose), early_breaks(prose)
    found: list[Candidate] = []
    before: tuple[Anchor, Candidate | None] | None = None
    for anchor in find_anchors(prose, holes):
        candidate = None
        if before and anchor.start - before[0].end < 40:
            candidate = _read_continuation(prose, anchor, before, brackets, found)
        if candidate is None:
            floor = before[0].end if before else 0
            candidate = _read(prose, anchor, floor, brackets, breaks, groups)
            if candidate:
                found.extend(_each_suffix(candidate, anchor))
        before = (anchor, found[-1] if candidate and found else None)
    return found


def _each_suffix(candidate: Candidate, anchor: Anchor) -> Iterator[Candidate]:
    """Yield one candidate per letter of `2010a, b` or `2010a–c`."""
    suffixes = suffix_letters(anchor.suffix)
    if len(suffixes) < 2:
        yield candidate
        return
    at = anchor.end - len(anchor.suffix)
    yield replace(candidate, suffix=suffixes[0], end=at + 1)
    for suffix in suffixes[1:]:
        place = anchor.suffix.lower().rfind(suffix)
        begin = at + (place if place >= 0 else len(anchor.suffix) - 1)
        yield replace(candidate, suffix=suffix, inherits=True, letter_at=begin, end=begin + 1)


def _read_continuation(
    prose: str, anchor: Anchor, before: tuple[Anchor, Candidate | None], brackets: Brackets, found: list[Candidate]
) -> Candidate | None:
    """Read a further year of the same names, or the original year of the same work."""
    earlier, candidate = before
    if candidate is None:
        return None
    if brackets.around(anchor.start) != brackets.around(earlier.start) and prose[anchor.start - 1] not in "[(":
        return None
    if _ORIGINAL.fullmatch(prose, earlier.end, anchor.start) and not anchor.malformed:
        closed = anchor.end + (prose[anchor.end : anchor.end + 1] in {"]", ")"})
        found[-1] = replace(candidate, others=(*candidate.others, anchor.year), end=closed)
        return found[-1]
    gap = _NEXT_YEAR.fullmatch(prose, earlier.end, anchor.start)
    if not gap or not _JOINT_OR_WORD.search(gap.group()) or anchor.second:
        return None
    if not (_is_locator(gap) and parts("and", "or", "see-also").issuperset(gap["words"].lower().split())):
        return None
    if candidate.form == "bare" and anchor.malformed:
        return None
    field = Field(anchor.year, Span(anchor.start, anchor.start + len(anchor.year)))
    again = replace(
        candidate,
        year=field,
        suffix=anchor.suffix,
        others=(),
        end=anchor.end,
        malformed=anchor.malformed,
        status=anchor.status,
        inherits=True,
    )
    found.extend(_each_suffix(again, anchor))
    return again


def _read(
    prose: str, anchor: Anchor, floor: int, brackets: Brackets, breaks: Sequence[int], groups: ListedGroups
) -> Candidate | None:
    """Read the names before a year, back to what can be no name, or nothing."""
    low = max(floor, anchor.start - _WINDOW)
    low = max([low, *(m.end() for m in _BREAK.finditer(prose, low, anchor.start) if not _is_open(prose, low, m))])
    early = bisect_right(breaks, anchor.start)
    low = max(low, breaks[early - 1]) if early else low
    between = _BETWEEN.search(prose, low, anchor.start)
    edge = between.start() if between else anchor.start
    owned = _OWNED.search(prose, low, edge) if between and "(" in between.group() else None
    if owned:
        edge = owned.start() + 1
    around = brackets.around(anchor.start)
    opened = brackets.opens[around] if around >= 0 else -1
    names, starts, joined, et_al = names_of(prose, name_tokens(prose, low, edge, opened))
    is_plain = not (names or anchor.malformed or anchor.status)
    designation = (find_designation(prose, low, edge) or groups.find(prose, low, edge)) if is_plain else None
    if designation:
        names, starts, joined = (designation,), (designation.span.start,), (False,)
    if not names:
        return None
    form: Form = "bare" if around < 0 else "paren" if opened < starts[0] else "narrative"
    if form == "narrative" and opened < edge:
        form = "paren"
    possessive = bool(owned) or prose[edge : edge + 2] in {"'s", "’s"}
    tail = prose[edge : anchor.start]
    if tail.strip().lower() in words("in-year"):
        form = "bare"
    inside = max(opened + 1, floor) if form == "paren" else starts[0]
    others = second_year(anchor)
    return Candidate(
        names=names,
        starts=starts,
        joined=joined,
        et_al=et_al,
        year=Field(
            anchor.year, Span(anchor.start, anchor.start + len(anchor.year) if not anchor.status else anchor.end)
        ),
        suffix=anchor.suffix[:1].lower(),
        others=others,
        form=form,
        cluster=opened if opened >= 0 else -anchor.start - 1,
        end=anchor.end,
        malformed=anchor.malformed,
        status=anchor.status,
        comma="," in tail,
        row=bool(floor) and _is_row_separator(_LOCATOR_BEFORE.sub("", prose[floor : starts[0]][:_WINDOW]).strip()),
        possessive=possessive,
        lead=prose[inside : starts[0]].strip() if inside < starts[0] else "",
        locator=_locator(prose, anchor.end),
        cell=_is_cell(prose, starts[0], anchor.end),
    )


def _is_open(prose: str, low: int, gap: re.Match[str]) -> bool:
    """Tell whether a citation goes on behind a gap, as in a narrow cell of a table: `Marlin and`, `Marlin et al.,`."""
    last = _LAST_WORD.search(prose, low, gap.start())
    return last is not None and (last["word"] in {"&", "al"} or last["word"] in words("and"))


def _is_cell(prose: str, start: int, end: int) -> bool:
    """Tell whether a cell of a table holds this and nothing else."""
    before, after = prose[max(0, start - 3) : start].rstrip(" ")[-1:], prose[end : end + 3].lstrip(" )")[:1]
    return {before, after} <= {"\t", "\n", ""} and "\t" in {before, after}


def _is_row_separator(printed: str) -> bool:
    """Tell whether this stands between the items of a row: a comma, a semicolon or a conjunction."""
    printed = printed.lstrip(")] ")
    return printed in {",", ";", "&"} or printed.removeprefix(", ") in words("and")


def _locator(prose: str, at: int) -> Field | None:
    match = _LOCATOR_AFTER.match(prose, at)
    known = match and _is_locator(match) and not _YEAR_AFTER.match(match.group())
    return Field(match.group().strip(" :,"), Span(match.start(), match.end())) if match and known else None


def _is_locator(match: regex.Match[str]) -> bool:
    """Tell whether the word before a page or another place in a work, if there is one, names such a place."""
    return match["place"] is None or match["place"].lower() in words(*_PLACES)
