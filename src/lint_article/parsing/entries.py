"""The reference lists of a manuscript, each split into its entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Block, Section
from lint_article.parsing.headings import stripped
from lint_article.parsing.reference import LABEL
from lint_article.parsing.run_together import parted
from lint_article.parsing.words import STATUSES
from lint_article.parsing.years import YEAR
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_LINE = re.compile(r"[^\n\r\f\v]*[^\s][^\n\r\f\v]*")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_STATUS = Pattern("|".join(regex.escape(word) for word in STATUSES if len(word) > 3), regex.IGNORECASE)
_PARTICLES = r"(?:(?:[dD]e|[vV][ao]n|[lL]a|[dD][aiou]s?|[eE]l|[aA]l|[tT]e[nr]|zu[mr]?|der|den|dos)\s+){0,3}"
_CAPITALIZED = r"\p{Lu}[\p{L}\p{M}'’‐-]+"
_FAMILY = rf"{_PARTICLES}(?:[dlODL]['’])?{_CAPITALIZED}(?:\s+{_CAPITALIZED}){{0,2}}"
_GIVEN = r",\s*\p{Lu}\p{Ll}?\.|,?\s+\p{Lu}{1,3}(?=[\s,.;(]|$)|\s+\p{Lu}\.|,\s+\p{Lu}\p{Ll}+"
_INITIALS_FIRST = r"\p{Lu}\p{Ll}?\.[\s-]?(?:\p{Lu}\.\s?)*\s?(?:(?:van|von|de|der)\s+)*\p{Lu}\p{Ll}+"
_DASHES = r"[–—―_]{2,}|—(?=[.,\s])|-{3,}"
_AUTHOR = Pattern(rf"{_FAMILY}(?:{_GIVEN})|{_INITIALS_FIRST}|{_DASHES}")
_EARLY_YEAR = Pattern(rf"\p{{Lu}}[^.\d]{{1,100}}?[\s(]{YEAR}[a-z]?[\s).,:]")
_LINK = re.compile(
    r"https?:|www\.|\bdoi\b|10\.\d{4}/|url:"
    r"|available (?:at|from|online)|accessed|retrieved|дата обращения|режим доступа",
    re.IGNORECASE,
)
_LOCUS = re.compile(
    r"\d\s?[-–—‑]\s?\d|\bpp?\.|\bvol\b|\bno\.|\d\(\d|\d:\s?\d|\(eds?\.?\)|\bpress\b|\bS\.\s\d|\bС\.\s\d|\bpages?\b",
    re.IGNORECASE,
)
_ENDED = Pattern(r"(?:[.)\]”\"?]|\d|https?://\S+|10\.\d{4,}/\S+)\s*$")
_REST = Pattern(
    r"\s*(?:https?://|URL\b|doi:?\s|10\.\d{4,9}/|(?!(?:van|von|de[nrls]?|d[aiou]s?|la|le|el|al|te[nr]?|zu[mr]?)\s)"
    r"\p{Ll}{3,}(?!\p{L}))"
)
_LONGEST_ENTRY = 2_500
_FEWEST_HEADLESS = 4


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One list: its heading (None if none is printed), its extent, its entries in order (code points)."""

    heading: Span | None
    span: Span
    entries: tuple[Span, ...]


def find_lists(prose: str, sections: Sequence[Section], blocks: Iterable[Block]) -> tuple[ReferenceList, ...]:
    """Return the reference lists in order; the last run of entries is one even without a heading."""
    marked = [b.span for b in blocks if b.kind in {"reference", "paragraph", "item"}]
    found = []
    for section in sections:
        if section.role == "references" and section.heading:
            inside = Span(section.heading.end, section.span.end)
            entries = _entries(prose, inside, [b for b in marked if inside.contains(b)])
            if entries:
                found.append(ReferenceList(section.heading, Span(entries[0].start, entries[-1].end), tuple(entries)))
    if not found:
        found.extend(_headless(prose, marked))
    return tuple(found)


def likeness(prose: str, span: Span) -> int:
    """Count the signs that a stretch is an entry of a reference list (0 to 5)."""
    if len(span) > _LONGEST_ENTRY:
        return 0
    label = LABEL.match(prose, span.start, span.end)
    at = label.end() if label else span.start
    labelled = bool(label and label.end() > span.start and prose[span.start : label.end()].strip())
    return (
        bool(_AUTHOR.match(prose, at, span.end) or _EARLY_YEAR.match(prose, at, span.end)) * 2
        + bool(_YEAR.search(prose, span.start, span.end) or _STATUS.search(prose, span.start, span.end))
        + bool(_LINK.search(prose, span.start, span.end))
        + bool(_LOCUS.search(prose, span.start, span.end))
        + labelled
    )


def _entries(prose: str, inside: Span, marked: list[Span]) -> list[Span]:
    if marked:
        return _trimmed(prose, parted(prose, _rejoined(prose, marked)))
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(prose, inside.start, inside.end)]
    if not lines:
        return []
    return _trimmed(prose, parted(prose, _joined(prose, lines)))


def _joined(prose: str, lines: list[Span]) -> list[Span]:
    """Join the lines of each entry, by the first sign that the list gives: labels, blank lines, indents, line ends."""
    for starts in (_labelled_starts, _blank_line_starts, _indent_starts, _wrapped_starts):
        at = starts(prose, lines)
        if at is not None:
            break
    else:
        at = list(range(len(lines)))
    if at and at[0] != 0:
        at = [0, *at]
    bounds = [*at[1:], len(lines)]
    return [stripped(prose, Span(lines[a].start, lines[b - 1].end)) for a, b in zip(at, bounds, strict=True)]


def _labelled_starts(prose: str, lines: list[Span]) -> list[int] | None:
    """Return the lines that bear labels in sequence, if the list is a numbered one."""
    starts: list[int] = []
    number = 0
    for index, line in enumerate(lines):
        match = LABEL.match(prose, line.start, line.end)
        printed = match and next((match.group(n) for n in ("bracket", "paren", "dot", "bare") if match.group(n)), None)
        if not printed or not printed.isdigit():
            continue
        if int(printed) in range(number, number + 4) or (not starts and index == 0):
            starts.append(index)
            number = int(printed)
    enough = len(starts) >= 2 and starts[0] == 0 and len(starts) >= len(lines) / 12
    return starts if enough else None


def _blank_line_starts(prose: str, lines: list[Span]) -> list[int] | None:
    after_blank = [i for i in range(1, len(lines)) if prose.count("\n", lines[i - 1].end, lines[i].start) >= 2]
    if len(lines) < 2 or not after_blank:
        return None
    starts = [0, *after_blank]
    complete = sum(likeness(prose, lines[i]) >= 2 for i in starts)
    every = sum(likeness(prose, line) >= 3 and bool(_AUTHOR.match(prose, line.start)) for line in lines)
    # One blank line among many single-line entries is a page break, not a separator.
    return starts if complete >= len(starts) * 0.4 and every <= len(starts) * 1.4 else None


def _indent_starts(prose: str, lines: list[Span]) -> list[int] | None:
    """Hanging indents: every entry starts further left (or further right) than its other lines."""
    indents = [len(prose[line.start : line.end]) - len(prose[line.start : line.end].lstrip()) for line in lines]
    if len(set(indents)) < 2:
        return None
    outer = [i for i, indent in enumerate(indents) if indent == min(indents)]
    inner = [i for i, indent in enumerate(indents) if indent > min(indents)]
    for starts in (outer, inner):
        if starts and starts[0] == 0 and len(starts) >= 2:
            like = sum(bool(_AUTHOR.match(prose, lines[i].start + indents[i], lines[i].end)) for i in starts)
            rest = [i for i in range(len(lines)) if i not in set(starts)]
            unlike = sum(bool(_AUTHOR.match(prose, lines[i].start + indents[i], lines[i].end)) for i in rest)
            if like >= len(starts) * 0.6 and unlike <= len(rest) * 0.4:
                return starts
    return None


def _wrapped_starts(prose: str, lines: list[Span]) -> list[int] | None:
    """Lines filled to one width: an entry starts where the line before has ended and a name stands."""
    lengths = sorted(len(prose[line.start : line.end].strip()) for line in lines)
    widest = lengths[-1]
    full = sum(length >= widest * 0.82 for length in lengths)
    if len(lines) < 3 or widest > 140 or full < len(lines) * 0.3:
        return None
    starts = [0]
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        at = line.start + len(prose[line.start : line.end]) - len(prose[line.start : line.end].lstrip())
        ended = _ENDED.search(prose, before.start, before.end)
        dated = _YEAR.search(prose, lines[starts[-1]].start, before.end)
        if ended and dated and _AUTHOR.match(prose, at, line.end):
            starts.append(i)
    return starts


def _rejoined(prose: str, paragraphs: list[Span]) -> list[Span]:
    """Join what can only be the rest of an entry to it: a paragraph that begins in small letters or with an address."""
    joined: list[Span] = []
    for paragraph in paragraphs:
        if joined and _REST.match(prose, paragraph.start, paragraph.end) and likeness(prose, joined[-1]) >= 2:
            joined[-1] = joined[-1].joined(paragraph)
        else:
            joined.append(paragraph)
    return joined


def _trimmed(prose: str, entries: list[Span]) -> list[Span]:
    """Cut the list where its entries stop looking like ones; an empty list if too few do."""
    like = [likeness(prose, entry) >= 2 for entry in entries]
    last = len(entries)
    for i in range(len(entries) - 2):
        if not any(like[i : i + 3]) and sum(like[i:]) < (len(entries) - i) * 0.3:
            last = i
            break
    while last and not like[last - 1] and likeness(prose, entries[last - 1]) == 0:
        last -= 1
    kept = [e for e, alike in zip(entries[:last], like, strict=False) if alike or len(e) > 12]
    return kept if sum(like[:last]) >= max(1, last * 0.5) else []


def _headless(prose: str, marked: list[Span]) -> list[ReferenceList]:
    """Return the last run of entries in a text that prints no heading above them."""
    paragraphs = marked or [Span(m.start(), m.end()) for m in _LINE.finditer(prose)]
    if not marked:
        paragraphs = _paragraphs(prose, paragraphs)
    like = [likeness(prose, p) >= 2 and len(p) <= 900 for p in paragraphs]
    end = len(paragraphs)
    while end and not like[end - 1]:
        end -= 1
    start = end
    while start and (
        like[start - 1] or (start > 1 and like[start - 2] and likeness(prose, paragraphs[start - 1]) >= 1)
    ):
        start -= 1
    while start < end and not (
        _YEAR.search(prose, *_ends(paragraphs[start])) or _LINK.search(prose, *_ends(paragraphs[start]))
    ):
        start += 1
    entries = [stripped(prose, p) for p in paragraphs[start:end]]
    named = sum(likeness(prose, e) >= 3 for e in entries)
    if len(entries) < _FEWEST_HEADLESS or named < 2 or len(paragraphs) - end > max(3, len(paragraphs) * 0.2):
        return []
    return [ReferenceList(None, Span(entries[0].start, entries[-1].end), tuple(entries))]


def _paragraphs(prose: str, lines: list[Span]) -> list[Span]:
    """Join lines up to a blank one, if the text has hard-wrapped paragraphs parted by blank lines."""
    joined: list[Span] = []
    wrapped = sum(len(line) <= 110 for line in lines) >= len(lines) * 0.8
    for line in lines:
        if joined and wrapped and prose.count("\n", joined[-1].end, line.start) < 2:
            joined[-1] = joined[-1].joined(line)
        else:
            joined.append(line)
    return joined


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
