"""Headings of a manuscript, printed or marked, and the part that each begins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

from lint_article.document import Block, Section
from lint_article.document.section import Role
from lint_article.text import Span
from lint_article.vocabulary import words

_NUMBER = re.compile(r"\s*(?:#{1,6}\s*)?(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?\s{1,4})?", re.IGNORECASE)
_ROLES: Mapping[Role, tuple[str, ...]] = {
    "references": ("heading-references", "heading-further-reading"),
    "appendix": ("heading-appendix",),
    "notes": ("heading-notes",),
    "back": ("heading-back",),
}
_LOCUS = re.compile(r"\d\s?[(:,–-]|\.$")
_RUN_IN = re.compile(r"[^.:\n]{1,90}")
_SPACED = re.compile(r"\S(?: \S){4,}(?: {2,}\S(?: \S)+)*")  # letter by letter
_LONGEST = 90
_OPEN = "…"  # ends the form of a heading that reads on
_LONGEST_MARKED = 1000  # a heading that goes on for longer was never ended


def find_sections(prose: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return the stretches between headings that matter to parsing: body, references, notes, appendix, back."""
    marked = [b for b in blocks if b.kind == "heading" and len(b.span) <= _LONGEST_MARKED]
    starts = _apart(_find_marked(prose, marked))
    if not any(role == "references" for _, role in starts):  # typed as a paragraph, or a text without mark-up
        printed = _find_printed(prose)
        starts += [one for one in printed if one[1] == "references"] if marked else printed
        starts = _apart(starts)
    bounds = [start.start for start, _ in starts[1:]] + [len(prose)]
    first = starts[0][0].start if starts else len(prose)
    sections = [] if starts and first == 0 else [Section(Span(0, first), "body")]
    for (heading, role), end in zip(starts, bounds, strict=False):
        sections.append(Section(Span(heading.start, end), role, heading))
    return tuple(sections)


def _apart(starts: Iterable[tuple[Span, Role]]) -> list[tuple[Span, Role]]:
    """Return the headings in order, without those that lie in another one."""
    found: list[tuple[Span, Role]] = []
    for start in sorted(starts, key=itemgetter(0)):
        if not found or found[-1][0].end <= start[0].start:
            found.append(start)
    return found


def _find_printed(prose: str) -> Iterator[tuple[Span, Role]]:
    start, above = 0, ""
    for line in prose.split("\n"):
        known = _read(line) if len(line) <= _LONGEST else None
        if known and not (_is_part(known[0]) and above.strip()):
            yield strip_span(prose, Span(start, start + len(line))), known[1]
        start, above = start + len(line) + 1, line


def _is_part(words: str) -> bool:
    """Tell whether words may belong to the sentence or entry on the line above, as `Supplement 69: 3–13.` does."""
    return words[0].islower() or _LOCUS.search(words) is not None


def _find_marked(prose: str, headings: list[Block]) -> Iterator[tuple[Span, Role]]:
    for block in headings:
        known = _read(block.span.of(prose))
        yield block.span, known[1] if known else "body"


def _read(line: str) -> tuple[str, Role] | None:
    """Return a known heading, without its number, and the part that it begins; None for any other line."""
    line = _join_letters(line)
    if _first_words().isdisjoint(word.strip("#.:") for word in line[:_LONGEST].lower().split(None, 3)):
        return None
    number = _NUMBER.match(line)
    for printed in {line.strip(), line[number.end() if number else 0 :].strip()}:
        closed = printed[:-1].rstrip() if printed.endswith((".", ":")) else printed
        heading = " ".join(closed.lower().replace("'", "’").split())
        if heading in _whole():
            return closed, _whole()[heading]
        for beginning, role in _beginnings().get(heading.partition(" ")[0].rstrip(":.,"), ()):
            if heading.startswith(beginning) and not heading[len(beginning) : len(beginning) + 1].isalnum():
                return printed, role
    return None


def _join_letters(line: str) -> str:
    """Return a line; the words of one that is letter-spaced are joined."""
    bare = line.strip()
    return " ".join(word.replace(" ", "") for word in bare.split("  ")) if _SPACED.fullmatch(bare) else line


def is_known_heading(line: str) -> bool:
    """Tell whether a line is the heading of references, notes, an appendix or back matter."""
    return len(line) <= _LONGEST and _read(line) is not None


def is_back_matter(prose: str, span: Span) -> bool:
    """Tell whether a paragraph begins with the heading of back matter, as `Conflict of interest: none` does."""
    match = _RUN_IN.match(prose, span.start, span.end)
    known = _read(match[0]) if match else None
    return known is not None and known[1] == "back"


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.rstrip(_OPEN).split()[0] for form, _ in _known_headings())


@cache
def _whole() -> Mapping[str, Role]:
    """Return the part that each heading begins, of those that are printed as they are known."""
    return {form: role for form, role in _known_headings() if not form.endswith(_OPEN)}


@cache
def _beginnings() -> Mapping[str, list[tuple[str, Role]]]:
    """Return the beginnings of headings that read on, by their first words, and the part that each begins."""
    found: dict[str, list[tuple[str, Role]]] = defaultdict(list)
    for form, role in _known_headings():
        if form.endswith(_OPEN):
            found[form.rstrip(_OPEN).split()[0]].append((form.rstrip(_OPEN), role))
    return found


def _known_headings() -> Iterator[tuple[str, Role]]:
    return ((form, role) for role, terms in _ROLES.items() for form in words(*terms))


def strip_span(text: str, span: Span) -> Span:
    """Return the span without the white space at its ends; an empty one if there is nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
