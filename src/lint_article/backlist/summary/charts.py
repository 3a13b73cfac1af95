"""Plots in SVG: a bar in a row of a table, columns by year, a table of shades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint_article.reporters.review.markup import plain, text
from lint_article.rulebook import SEVERITIES

_BAR = 160
_WIDTH, _HEIGHT, _BASE = 720, 220, 24
_SHADES = 5


def bar(value: float, most: float, look: str = "") -> str:
    """Return a bar as long as a value is, measured by the largest."""
    width = max(round(_BAR * value / most, 1), 1.0) if value and most else 0
    return (
        f'<svg class="bar {look}" viewBox="0 0 {_BAR} 10" width="{_BAR}" height="10" aria-hidden="true">'
        f'<rect width="{width}" height="10" rx="2"/></svg>'
    )


def columns(values: Sequence[tuple[str, Mapping[str, float]]], said: str) -> str:
    """Return a column for each name, stacked by severity."""
    most = max((sum(parts.values()) for _, parts in values), default=0) or 1
    step = _WIDTH / max(len(values), 1)
    every = -(-len(values) * 44 // _WIDTH) or 1  # labels that have room
    pieces = [
        _column(number, step, name, parts, most, number % every == 0) for number, (name, parts) in enumerate(values)
    ]
    return (
        f'<svg class="columns" viewBox="0 0 {_WIDTH} {_HEIGHT + _BASE}" role="img" aria-label="{plain(said)}">'
        f'<line class="axis" x1="0" x2="{_WIDTH}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>{"".join(pieces)}</svg>'
    )


def _column(number: int, step: float, name: str, parts: Mapping[str, float], most: float, has_label: bool) -> str:
    left, width, top = number * step + step * 0.12, min(step * 0.76, 64), float(_HEIGHT)
    left += (step * 0.76 - width) / 2
    drawn = []
    for severity in reversed(SEVERITIES):
        height = parts.get(severity, 0) / most * (_HEIGHT - 18)
        top -= height
        drawn.append(
            f'<rect class="s-{severity}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        )
    middle, total = left + width / 2, sum(parts.values())
    label = f'<text x="{middle:.1f}" y="{_HEIGHT + 17}">{text(name)}</text>' if has_label else ""
    value = f'<text x="{middle:.1f}" y="{top - 5:.1f}">{total:.1f}</text>' if has_label else ""
    return f"<g><title>{text(name)}: {total:.1f}</title>{''.join(drawn)}{label}{value}</g>"


def shade(share: float, most: float) -> str:
    """Return the class of a cell's shade, which is the deeper the larger the share is."""
    return f"h{min(round(_SHADES * share / most + 0.49), _SHADES)}" if share and most else "h0"
