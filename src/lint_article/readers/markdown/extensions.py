"""What Pandoc and Quarto read in a paragraph beyond CommonMark: notes, raised text, attributes, raw TeX, citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from lint_article.document import Citation, CitationItem
from lint_article.readers.markdown.citations import FoundCitation, FoundKey, citations_in
from lint_article.readers.markdown.inline import HOLE, Inline
from lint_article.readers.writer import Writer
from lint_article.text import Span

_LONGEST_NOTE = 20_000
_SHORT_NOTE = 300
_PATIENCE = 8
_NOTE = re.compile(r"\^\[")
_BRACKET = re.compile(r"[\[\]]")
_RAISED = re.compile(r"\^(?P<in>[^\s^\[\]]{1,60})\^|(?<!~)~(?P<low>[^\s~]{1,60})~(?!~)")
_LEFT_OUT = re.compile(
    r"\{ {0,9}(?:[#.=-][^{}\n]{0,300}|[\w-]{1,40}=[^{}\n]{0,300})\}"  # attributes
    r"|^:{3,}[^\n]*$"  # fences of a division
    r"|^%[ \t]{0,9}(?P<myst>lint-article:[^\n]{0,500})$"  # a comment of MyST
    r"|\{/\*?(?P<mdx>[^{}]{0,500}?)\*?/\}"  # a comment of MDX, whose asterisks Markdown may take for emphasis
    r"|(?P<printed>\{\{[<%][^\n]{0,500}?[%>]\}\})"  # shortcodes
    r"|\A!\[|\A\]\([^()\s]{1,300}\)",  # what a comment on a line of its own leaves of an image around it
    re.MULTILINE,
)
_CODE = re.compile(
    r"\\(?!begin|end)[A-Za-z]{2,40}(?:\[[^\[\]\n]{0,200}\]|\{[^{}\n]{0,200}\})*"  # raw TeX
    rf"|{HOLE}ref\([^()\s]{{1,100}}\)"  # bookdown's \@ref(…)
    r"|\{\{[^{}\n]{1,100}\}\}"  # manubot's variables
)
_TEX_BLOCK = re.compile(r"\\begin\{(?P<name>[A-Za-z]{1,30}\*?)\}")
_EXAMPLE = re.compile(r"\s*\(@[\w-]*\)")
_CAPTION = re.compile(r"(?P<sign>:\s+)|Table:\s")


def prepare(writer: Writer, inline: Inline) -> list[tuple[int, int]]:
    """Settle how the paragraph is written; return the stretches of its notes, which are to be written behind it."""
    text = inline.text
    notes = list(_notes(text)) if "^[" in text else []
    for start, end in notes:
        inline.stand_in(start - 2, min(end + 1, len(text)), "note")
    taken: list[tuple[int, int]] = []
    if "@" in text:
        marked = _NOTE.sub(f"^{HOLE}", text)
        taken = [(found.start, found.end) for found in _cite(writer, inline, marked)]
    for start, end in [*_tex_blocks(text)]:
        inline.mark(start, end, "math")
        taken.append((start, end))
    taken.sort()
    _apply(writer, inline, text, taken)
    return notes


def is_formula(inline: Inline) -> bool:
    """Tell whether the paragraph is nothing but formulas."""
    others = [piece for piece in inline.pieces if piece.kind not in ("math", "text")]
    return bool(inline.pieces) and not others and not _LEFT_OUT.sub("", inline.text).replace(HOLE, "").strip()


def is_caption(inline: Inline, images: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the paragraph is the caption of a table, or nothing but an image, whose text is its caption."""
    text = inline.text
    caption = _CAPTION.match(text)
    if caption:
        if caption["sign"]:
            inline.leave_out(0, caption.end())
        return True
    rest, at = [], 0
    for start, end in images:
        rest.append(text[at:start])
        at = end
    rest.append(text[at:])
    inline.shows_images = not images or bool(_LEFT_OUT.sub("", "".join(rest)).strip())
    if images and not inline.shows_images:
        return True
    for start, end in images:
        inline.leave_out(start + 1, end)
    return False


def _apply(writer: Writer, inline: Inline, text: str, taken: list[tuple[int, int]]) -> None:
    """Leave out what is no text and mark what is no prose, but for what is taken already."""
    for match in (
        _free(_LEFT_OUT.finditer(text), taken) if any(sign in text for sign in ("{", ":::", "![", "](", "%")) else ()
    ):
        if match["printed"]:
            inline.stand_in(*match.span())
            continue
        inline.leave_out(*match.span())
        if said := match["mdx"] or match["myst"]:
            source = (inline.source(match.start()), inline.source(match.end() - 1) + 1, inline.part)
            inline.due(partial(writer.comment, said, *source), match.start())
    for match in _free(_CODE.finditer(text), taken) if "\\" in text or "{{" in text or HOLE in text else ():
        inline.mark(*match.span(), "code")
    for match in _free(_RAISED.finditer(text), taken) if "^" in text or "~" in text else ():
        inline.leave_out(match.start(), match.start() + 1)
        inline.leave_out(match.end() - 1, match.end())
        if match["in"]:
            inline.mark(match.start() + 1, match.end() - 1, "superscript")


def _free(matches: Iterator[re.Match[str]], taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    index = 0
    for match in matches:
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index == len(taken) or match.end() <= taken[index][0]:
            yield match


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Give where the text inside of each `^[…]` stands; a far end is looked for a few times only."""
    at, patience = 0, _PATIENCE
    while (start := text.find("^[", at)) >= 0:
        end = _closing(text, start + 1, _LONGEST_NOTE if patience else _SHORT_NOTE)
        at = start + 2
        if end < 0:
            patience = max(patience - 1, 0)
        else:
            yield start + 2, end
            at = end + 1


def _closing(text: str, start: int, longest: int) -> int:
    """Return where the bracket is closed that opens at `start`, or -1."""
    depth = 0
    for match in _BRACKET.finditer(text, start, start + longest):
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return match.start()
    return -1


def _tex_blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while match := _TEX_BLOCK.search(text, at):
        end = text.find(f"\\end{{{match['name']}}}", match.end())
        at = match.end()
        if end >= 0:
            at = end + len(match["name"]) + 6
            yield match.start(), at


def _cite(writer: Writer, inline: Inline, text: str) -> Iterator[FoundCitation]:
    example = _EXAMPLE.match(text)
    for found in citations_in(text):
        if example and found.start < example.end():
            continue
        yield found
        if found.refers:
            inline.mark(found.start, found.end, "code")
            continue
        items: list[CitationItem] = []
        for key in found.keys:
            inline.around(key.start, key.end, partial(_item, items, key))
        inline.around(found.start, found.end, partial(_citation, writer, items, found))


def _item(items: list[CitationItem], key: FoundKey, span: Span) -> None:
    items.append(CitationItem(span, key=key.key))


def _citation(writer: Writer, items: list[CitationItem], found: FoundCitation, span: Span) -> None:
    if items:
        writer.citations.append(Citation(span, "key", tuple(items), found.narrative))
