"""For people: the finding, the lines it stands on with the flagged words underlined, fix and related places below."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from lint_article.engine.diagnostic import Diagnostic, ExcerptLine
from lint_article.engine.report import FileReport
from lint_article.reporters.concise import located
from lint_article.reporters.style import Style

_COLOURS = {"error": "red", "warning": "yellow", "suggestion": "cyan"}


def lines(reports: Sequence[FileReport], style: Style) -> Iterator[str]:
    """Yield the lines of all findings, each finding followed by an empty line."""
    for report in reports:
        for found in report.diagnostics:
            yield from _finding(report.path, found, style)
            yield ""


def _finding(path: str, found: Diagnostic, style: Style) -> Iterator[str]:
    where = style("bold", located(path, found.place))
    severity = style(_COLOURS[found.severity], found.severity)
    yield f"{where}: {severity} {style('bold', found.code)} {found.rule}: {visible(found.message)}"
    gutter = max((len(str(line.number)) for line in found.excerpt), default=1)
    for line in found.excerpt:
        yield style("dim", f"{line.number:>{gutter}} | ") + visible(line.text)
        yield style("dim", f"{'':>{gutter}} | ") + style(_COLOURS[found.severity], underline(line))
    if found.fix:
        yield f"{'':>{gutter}} = {style('green', 'fix')}: {visible(found.fix.title)}{_safety(found)}"
    for related in found.related:
        yield f"{'':>{gutter}} = {style('dim', located(path, related.place))}: {visible(related.note)}"


def _safety(found: Diagnostic) -> str:
    words = {"safe": "", "unsafe": " (unsafe)", "shown": " (by hand)"}
    return words[found.fix.safety] if found.fix else ""


def underline(line: ExcerptLine) -> str:
    """Return the line of carets that stands under the flagged characters on a terminal."""
    flagged = cells(line.text[line.start : line.end])
    return " " * cells(line.text[: line.start]) + "^" * max(flagged, 1)


def visible(text: str) -> str:
    """Return the text with control characters replaced by their pictures, so that none reaches a terminal."""
    return "".join(_picture(char) for char in text)


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes up."""
    return sum(_width(char) for char in text)


def _picture(char: str) -> str:
    code = ord(char)
    if char == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return (
        "\ufffd" if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or unicodedata.bidirectional(char) in _BIDI else char
    )


_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
