"""A finding on one line, and how its place is printed."""

from __future__ import annotations

from lint_article.engine.diagnostic import Diagnostic
from lint_article.reporters.style import Style
from lint_article.reporters.terminal import visible
from lint_article.text import Place

COLOURS = {"error": "red", "warning": "yellow", "suggestion": "cyan"}


def headline(path: str, found: Diagnostic, style: Style) -> str:
    """Return the finding on one line: `path:line:column: severity code rule-name: message`."""
    where = style("bold", format_place(path, found.place))
    severity = style(COLOURS[found.severity], found.severity)
    label = found.label.replace(found.code, style("bold", found.code), 1)
    return f"{where}: {severity} {label}: {visible(found.message)}"


def whereabouts(place: Place) -> str:
    """Return words for a place in a file without lines of its own (`page 2, line 5: `), else nothing."""
    page = f"page {place.page}, " if place.page is not None else ""
    if page and place.paragraph is None:
        return f"{page}line {place.line}: "
    if place.cell:
        return f"cell {place.cell[0]}, line {place.cell[1]}: "
    under = f", under “{visible(place.heading)}”" if place.heading else ""
    return f"{page}paragraph {place.paragraph}{under}: " if place.paragraph is not None else ""


def format_place(path: str, place: Place) -> str:
    """Return a place as it is printed: `path:line:column`, in a PDF `path:page:line:column`.

    In a notebook it is `path:cell 3:line:column`, with the line of the cell.
    """
    if place.cell:
        cell, line, column = place.cell
        return f"{visible(place.path or path)}:cell {cell}:{line}:{column}"
    page = f"{place.page}:" if place.page and place.paragraph is None else ""
    return f"{visible(place.path or path)}:{page}{place.line}:{place.column}"
