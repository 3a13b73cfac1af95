"""A picture of a run in a terminal, as SVG: the command, and what it prints with its colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

_CODE = re.compile(r"\x1b\[(\d+)m")
_STYLES = {
    "1": 'font-weight="bold"',
    "2": 'fill="#8b949e"',
    "31": 'fill="#ff7b72" font-weight="bold"',
    "32": 'fill="#7ee787"',
    "33": 'fill="#e3b341"',
    "36": 'fill="#79c0ff"',
}
_SIZE, _WIDTH, _HEIGHT, _EDGE, _TOP = 13, 7.82, 18, 16, 44  # pixels: type, a character, a line, the margins


def picture(command: str, printed: Iterable[str]) -> str:
    """Return the SVG of a command and the lines that it printed, whose colours are codes for a terminal."""
    lines = [f"\x1b[32m$\x1b[0m \x1b[1m{command}\x1b[0m", *printed]
    columns = max(len(_CODE.sub("", line)) for line in lines)
    width, height = round(columns * _WIDTH + 2 * _EDGE), len(lines) * _HEIGHT + _TOP + _EDGE
    return "\n".join((*_frame(width, height, command), *_rows(lines), "</g>", "</svg>")) + "\n"


def _frame(width: int, height: int, command: str) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">'
    yield f"<title>{escape(command)}, and what it prints</title>"
    yield f'<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>'
    for index, colour in enumerate(("#ff5f57", "#febc2e", "#28c840")):
        yield f'<circle cx="{20 + 20 * index}" cy="18" r="6" fill="{colour}"/>'
    fonts = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
    yield f'<g font-family="{fonts}" font-size="{_SIZE}" fill="#e6edf3">'


def _rows(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        spans = "".join(_spans(line))
        if spans:
            yield f'<text x="{_EDGE}" y="{_TOP + number * _HEIGHT}">{spans}</text>'


def _spans(line: str) -> Iterator[str]:
    """Yield the pieces of a line, each at its column, so that no font shifts what is underlined."""
    column, style = 0, ""
    for index, piece in enumerate(_CODE.split(line)):
        if index % 2:
            style = _STYLES.get(piece, "")
        elif shown := piece.strip():  # blanks around it are left out, since browsers collapse them
            at = _EDGE + (column + piece.index(shown)) * _WIDTH
            length = f'textLength="{len(shown) * _WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"'
            yield f'<tspan x="{at:.1f}" {length}{" " if style else ""}{style}>{escape(shown)}</tspan>'
        column += 0 if index % 2 else len(piece)
