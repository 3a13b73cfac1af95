"""The review page: one file that needs no other, works without scripts, and runs nothing of the manuscript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from lint_article.engine.report import FileReport
from lint_article.reporters.review.head import head, resource
from lint_article.reporters.review.manuscript import manuscript
from lint_article.reporters.review.markup import file_name
from lint_article.reporters.review.rule_pages import rule_pages
from lint_article.reporters.review.tools import filter_styles, tools


def page(reports: Sequence[FileReport], extra: str = "") -> Iterator[str]:
    """Yield the lines of the page; `extra` is HTML that the head of the page is to have besides."""
    style = f"{resource('colours.css')}{resource('review.css')}{filter_styles(reports)}"
    script = resource("review.js")
    title = PurePath(reports[0].path).name if len(reports) == 1 else f"Review of {len(reports)} manuscripts"
    where = (
        f'<p class="path">{file_name(reports[0].path)}</p>' if len(reports) == 1 and reports[0].path != title else ""
    )
    yield from head(title, style, script)
    yield '<body><a class="skip" href="#main">Skip to the manuscript</a>'
    yield f'<header class="frame head"><h1>{file_name(title)}</h1>{where}{_index(reports)}{extra}</header>'
    yield f'{tools(reports)}<main class="frame" id="main">'
    for number, report in enumerate(reports):
        yield from manuscript(report, f"m{number}", is_alone=len(reports) == 1)
    yield f'{rule_pages(reports)}</main><div id="said" role="status"></div><script>{script}</script></body></html>'


def _index(reports: Sequence[FileReport]) -> str:
    """Return the table of several manuscripts, with what was found in each."""
    if len(reports) == 1:
        return ""
    rows = "".join(_index_row(report, number) for number, report in enumerate(reports))
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Manuscript", "Errors", "Warnings", "Suggestions"))
    return (
        '<nav class="index" aria-label="Manuscripts"><div class="scroll" tabindex="0"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></nav>"
    )


def _index_row(report: FileReport, number: int) -> str:
    link = f'<th scope="row"><a href="#m{number}">{file_name(report.path)}</a></th>'
    if not report.is_checked:
        return f'<tr>{link}<td colspan="3">not checked</td></tr>'
    severities = [found.severity for found in report.diagnostics]
    counts = "".join(f"<td>{severities.count(name)}</td>" for name in ("error", "warning", "suggestion"))
    return f"<tr>{link}{counts}</tr>"
