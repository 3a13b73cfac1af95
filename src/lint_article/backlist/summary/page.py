"""The page: one file that needs no other, runs nothing, and asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from lint_article.backlist.outputs import Outputs
from lint_article.backlist.summary import sections
from lint_article.backlist.summary.totals import Totals
from lint_article.engine.files import write_whole
from lint_article.reporters.review.head import head, resource
from lint_article.reporters.review.markup import text


def write_page(outputs: Outputs, totals: Totals) -> None:
    """Write the page; raise UserError if that fails."""
    write_whole(str(outputs.page), "\n".join(page(outputs, totals)).encode())


def page(outputs: Outputs, totals: Totals) -> Iterator[str]:
    """Yield the lines of the page."""
    title = f"{totals.statuses.total():,} manuscripts"
    yield from head(title, f"{resource('colours.css')}{_style()}")
    yield f'<body><header class="frame"><p class="path">{text(Path(outputs.findings).name)}</p><h1>{title}</h1>'
    yield f"{sections.lead(totals)}</header><main class='frame'>"
    yield from sections.all_sections(outputs, totals)
    yield "</main></body></html>"


def _style() -> str:
    return files("lint_article.backlist.summary").joinpath("summary.css").read_text(encoding="utf-8")
