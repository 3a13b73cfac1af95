"""The reference lists of a manuscript, each split into its entries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lint_article.dataclass import dataclass
from lint_article.document import Block, Section
from lint_article.parsing.references.alphabetical_lists import find_rest
from lint_article.parsing.references.counted_lists import ListPiece, counted_entries
from lint_article.parsing.references.displaced_columns import find_displaced
from lint_article.parsing.references.entry_features import (
    DATED,
    LINKED,
    entry_score,
    has_author,
    is_dated,
    is_named_start,
    is_whole,
)
from lint_article.parsing.references.entry_lines import at_breaks, join_lines, of_blocks
from lint_article.parsing.references.merged_entries import split_merged_entries
from lint_article.parsing.references.stacked_labels import stacked_entries
from lint_article.parsing.structure.imprint import is_imprint
from lint_article.parsing.structure.line_breaks import is_line_unfinished
from lint_article.parsing.structure.sections import is_back_matter, strip_span
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, words

_LINE = re.compile(r"(?<![^\n\r\f\v])[^\S\n\r\f\v]*+\S[^\n\r\f\v]*")
_REST = Pattern(r"\s*(?:https?://|URL\b|doi:?\s|10\.\d{4,9}/|(?P<word>\p{Ll}{3,})(?!\p{L}))")
_CITATION = Pattern(r"\(\p{Lu}[^()\d]{2,60},?\s(?:1[89]|20)\d\d[a-z]?\)")
_NUMBERED = Pattern(r"\s*(?P<word>\p{L}+)\.?\s\d{1,3}(?!\d)")
_SEVERAL = 3
_DAY = Pattern(rf"(?<!\d){YEAR}-\d\d-\d\d(?!\d)")
_APPENDIX = Pattern(r"\s*\p{Lu}[ \t]*\n[ \t]*\p{Lu}[^\n\d]{2,80}")
_FEWEST_HEADLESS = 4
_SURE = 3  # the score of an entry
_SHARE_COUNTED = 0.8  # of what looks like entries
_MANY, _NAMED = 8, 0.5  # entries of a real list; share of those that begin with a name
_MAIL = re.compile(r"[\w.-]@[\w-]+\.\w")
_LONGEST, _SHORT = 2_500, 500  # code points of an entry, and of one without a name
_HOLDERS = frozenset({"reference", "paragraph", "item"})
_ASIDE = frozenset({"furniture", "metadata"})


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One list: its heading (None if none is printed), its extent, its entries in order (code points)."""

    heading: Span | None
    span: Span
    entries: tuple[Span, ...]


def find_lists(
    prose: str, sections: Sequence[Section], blocks: Iterable[Block], breaks: Sequence[int] = ()
) -> tuple[ReferenceList, ...]:
    """Return the reference lists in order; the last run of entries is one even without a heading.

    Blocks of references, which a field of a reference manager has written, are a list of any length.
    `breaks` is where the author ends a line inside a block.
    """
    blocks = [block for block in blocks if block.kind not in _ASIDE]
    found = _without_table_heads(prose, list(_lists_with_headings(prose, sections, blocks, breaks)))
    stated = [block.span for block in blocks if block.kind == "reference"]
    if not found and 2 * sum(entry_score(prose, span) >= 2 for span in stated) > len(stated):
        found.append(ReferenceList(None, stated[0].union(stated[-1]), tuple(stated)))
    elif not found:
        marked = [block for block in blocks if block.kind in _HOLDERS]
        found.extend(
            _list_without_heading(prose, [part for block in marked for part in at_breaks(prose, block.span, breaks)])
        )
    return tuple(found)


def _lists_with_headings(
    prose: str, sections: Sequence[Section], blocks: Sequence[Block], breaks: Sequence[int]
) -> Iterator[ReferenceList]:
    headed = [(s.heading, s.span.end) for s in sections if s.role == "references" and s.heading]
    limits = [*(heading.start for heading, _ in headed[1:]), len(prose)]
    marked = [block for block in blocks if block.kind in _HOLDERS]
    for (heading, end), limit in zip(headed, limits, strict=False):
        inside, reach = Span(heading.end, end), Span(heading.end, limit)
        entries = counted = _find_counted(prose, reach, list(_clip_blocks(prose, blocks, reach)), end)
        if marked or len(counted) < len(_lines(prose, inside)):  # else each line has its number
            entries = _trim_list(prose, _entries(prose, inside, list(_clip_blocks(prose, marked, inside)), breaks))
            if len(counted) >= _SHARE_COUNTED * sum(entry_score(prose, entry) >= _SURE for entry in entries):
                entries = counted or entries
        if not counted and entries and end < limit:
            behind = Span(end, limit)
            rest = _entries(prose, behind, list(_clip_blocks(prose, marked, behind)), breaks)
            entries = [*entries, *find_rest(prose, entries, rest)]
        if not marked:
            entries = [*find_displaced(prose, entries, heading.start), *entries]
        if entries:
            yield ReferenceList(heading, Span(entries[0].start, entries[-1].end), tuple(entries))


def _without_table_heads(prose: str, found: Sequence[ReferenceList]) -> list[ReferenceList]:
    """Leave out what stands below the word "References" at the head of a table's column, where there is a real list."""
    real = max((one for one in found if _is_convincing(prose, one)), key=lambda one: len(one.entries), default=None)
    if real is None or len(real.entries) < _MANY:
        return list(found)
    return [one for one in found if one.span.start >= real.span.start or _is_convincing(prose, one)]


def _is_convincing(prose: str, one: ReferenceList) -> bool:
    """Tell whether most entries begin with a name or bear an address."""
    short = [entry for entry in one.entries if len(entry) < _SHORT]
    like = sum(has_author(prose, entry) or bool(LINKED.search(prose, *_ends(entry))) for entry in short)
    return like >= _NAMED * len(one.entries)


def _find_counted(prose: str, reach: Span, blocks: Sequence[Block], end: int) -> list[Span]:
    """Return the entries that labels count within reach; the section of the list ends at `end`."""
    if blocks:
        pieces = [ListPiece(block.span, block.kind in _HOLDERS) for block in blocks]
        return counted_entries(prose, pieces, end, by_line=False)
    lines = _lines(prose, reach)
    pieces = [ListPiece(line) for line in lines]
    return stacked_entries(prose, lines) or counted_entries(prose, pieces, end, by_line=True)


def _lines(prose: str, inside: Span) -> list[Span]:
    return [Span(match.start(), match.end()) for match in _LINE.finditer(prose, inside.start, inside.end)]


def _clip_blocks(prose: str, blocks: Iterable[Block], inside: Span) -> Iterator[Block]:
    """Yield what the blocks have inside: the heading may be the first line of a block."""
    for block in blocks:
        if block.span.overlaps(inside):
            span = Span(max(block.span.start, inside.start), min(block.span.end, inside.end))
            if len(span := strip_span(prose, span)):
                yield replace(block, span=span)


def _entries(prose: str, inside: Span, marked: list[Block], breaks: Sequence[int]) -> list[Span]:
    """Return what a stretch is parted into as a list, the last pieces that are no entries among it."""
    if marked:
        items = {block.span.start for block in marked if block.kind == "item"}
        return split_merged_entries(prose, _join_continuations(prose, of_blocks(prose, marked, breaks), items))
    lines = _lines(prose, inside)
    return split_merged_entries(prose, join_lines(prose, lines)) if lines else []


def _join_continuations(prose: str, paragraphs: list[Span], items: Collection[int]) -> list[Span]:
    """Join what can only be the rest of an entry to it.

    A paragraph begins in small letters or with an address, or the one before is unfinished and no name begins this one.
    `items` is where an item of a list begins, which is no rest of another one.
    """
    joined: list[Span] = []
    for paragraph in paragraphs:
        may_be_rest = joined and paragraph.start not in items
        rest = _REST.match(prose, paragraph.start, paragraph.end) if may_be_rest else None
        is_rest = rest and rest["word"] not in words("particle") and entry_score(prose, joined[-1]) >= 2
        if is_rest or (may_be_rest and _is_unfinished(prose, joined[-1], paragraph)):
            joined[-1] = joined[-1].union(paragraph)
        else:
            joined.append(paragraph)
    return joined


def _is_unfinished(prose: str, entry: Span, paragraph: Span) -> bool:
    """Tell whether an entry ends within a word, or behind a comma or `and` before what begins with no name."""
    if prose.endswith("-", entry.start, entry.end):
        return prose[paragraph.start].islower()
    return is_line_unfinished(prose, entry.start, entry.end) and not is_named_start(prose, paragraph)


def _trim_list(prose: str, entries: list[Span]) -> list[Span]:
    """Cut the list where its entries stop looking like ones; an empty list if too few do."""
    nothing = (is_imprint, _is_caption, _is_stamp)
    entries = [entry for entry in entries if not any(holds(prose, entry) for holds in nothing)]
    entries = entries[: next((at for at in range(1, len(entries)) if _is_appendix(prose, entries[at])), len(entries))]
    like = [entry_score(prose, entry) >= 2 for entry in entries]
    last = len(entries)
    while last and is_back_matter(prose, entries[last - 1]):
        last -= 1
    entries, like = entries[:last], like[:last]
    for i in range(len(entries) - 2):
        if not any(like[i : i + 3]) and sum(like[i:]) < (len(entries) - i) * 0.3:
            last = i
            break
    while last and not like[last - 1] and entry_score(prose, entries[last - 1]) == 0:
        last -= 1
    last = _without_addresses(prose, entries[:last])
    kept = [e for e, alike in zip(entries[:last], like, strict=False) if alike or 12 < len(e) < _LONGEST]
    return kept if sum(like[:last]) >= max(1, last * 0.5) else []


def _without_addresses(prose: str, entries: Sequence[Span]) -> int:
    """Return how many entries are left without the authors' own addresses.

    These are pieces behind the last year or link, an e-mail address among them.
    """
    is_cited = (is_dated(prose, one) or LINKED.search(prose, *_ends(one)) for one in reversed(entries))
    behind = next((at for at, cited in enumerate(is_cited) if cited), 0)
    listed = len(entries) - behind
    return listed if any(_MAIL.search(prose, *_ends(one)) for one in entries[listed:]) else len(entries)


def _is_caption(prose: str, entry: Span) -> bool:
    label = _NUMBERED.match(prose, entry.start, entry.end)
    return label is not None and label["word"].lower() in words("table", "figure")


def _is_stamp(prose: str, entry: Span) -> bool:
    """Tell whether a paragraph is dated to the day and names nobody: `Document updated on 2026-06-30.`."""
    days = sum(1 for _ in _DAY.finditer(prose, *_ends(entry)))
    years = sum(1 for _ in DATED.finditer(prose, *_ends(entry))) if days else 0
    return 0 < years == days and not (has_author(prose, entry) or LINKED.search(prose, *_ends(entry)))


def _is_appendix(prose: str, paragraph: Span) -> bool:
    """Tell whether a letter on a line of its own and a title without a number head an appendix."""
    return _APPENDIX.fullmatch(prose, paragraph.start, paragraph.end) is not None


def _list_without_heading(prose: str, marked: list[Span]) -> list[ReferenceList]:
    """Return the last run of entries in a text that prints no heading above them."""
    paragraphs = marked or _lines(prose, Span(0, len(prose)))
    if not marked:
        paragraphs = _paragraphs(prose, paragraphs)
    like = [len(p) <= 900 and entry_score(prose, p) >= 2 and not _is_citing(prose, p) for p in paragraphs]
    end = len(paragraphs)
    while end and not like[end - 1]:
        end -= 1
    start = end
    while start and (
        like[start - 1] or (start > 1 and like[start - 2] and entry_score(prose, paragraphs[start - 1]) >= 1)
    ):
        start -= 1
    while start < end and not (
        DATED.search(prose, *_ends(paragraphs[start])) or LINKED.search(prose, *_ends(paragraphs[start]))
    ):
        start += 1
    entries = [strip_span(prose, p) for p in paragraphs[start:end]]
    named = sum(entry_score(prose, e) >= 3 for e in entries)
    if len(entries) < _FEWEST_HEADLESS or named < 2 or len(paragraphs) - end > max(3, len(paragraphs) * 0.2):
        return []
    return [ReferenceList(None, Span(entries[0].start, entries[-1].end), tuple(entries))]


def _is_citing(prose: str, paragraph: Span) -> bool:
    """Tell whether a paragraph cites several works itself."""
    cited = _CITATION.finditer(prose, paragraph.start, paragraph.end)
    return next(islice(cited, _SEVERAL - 1, None), None) is not None


def _paragraphs(prose: str, lines: list[Span]) -> list[Span]:
    """Join lines up to a blank one, if the text has hard-wrapped paragraphs parted by blank lines.

    A whole entry beside another one is a paragraph of its own.
    """
    joined: list[Span] = []
    wrapped = sum(len(line) <= 110 for line in lines) >= len(lines) * 0.8
    whole = [is_whole(prose, line) for line in lines] if wrapped else []
    for at, line in enumerate(lines):
        is_rest = bool(joined) and wrapped and prose.count("\n", joined[-1].end, line.start) < 2
        if is_rest and not (whole[at] and any(whole[at - 1 : at] + whole[at + 1 : at + 2])):
            joined[-1] = joined[-1].union(line)
        else:
            joined.append(line)
    return joined


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
