"""The review page: one file that needs no other, works without scripts, and runs nothing of the manuscript."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePath

from lint_article import __version__
from lint_article.engine.report import FileReport
from lint_article.reporters.review.manuscript import manuscript
from lint_article.reporters.review.markup import plain, text
from lint_article.reporters.review.rule_pages import rule_pages
from lint_article.reporters.review.tools import filter_styles, tools


def page(reports: Sequence[FileReport], extra: str = "") -> Iterator[str]:
    """Yield the lines of the page; `extra` is HTML that the head of the page is to have besides."""
    style = f"{_resource('colours.css')}{_resource('review.css')}{filter_styles(reports)}"
    script = _resource("review.js")
    title = PurePath(reports[0].path).name if len(reports) == 1 else f"Review of {len(reports)} manuscripts"
    where = f'<p class="path">{text(reports[0].path)}</p>' if len(reports) == 1 and reports[0].path != title else ""
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="lint-article {__version__}"><title>{plain(title)}</title>'
    yield f'<style>{style}</style></head><body><a class="skip" href="#main">Skip to the manuscript</a>'
    yield f'<header class="frame head"><h1>{text(title)}</h1>{where}{_index(reports)}{extra}</header>'
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
    link = f'<th scope="row"><a href="#m{number}">{text(report.path)}</a></th>'
    if not report.is_checked:
        return f'<tr>{link}<td colspan="3">not checked</td></tr>'
    severities = [found.severity for found in report.diagnostics]
    counts = "".join(f"<td>{severities.count(name)}</td>" for name in ("error", "warning", "suggestion"))
    return f"<tr>{link}{counts}</tr>"


def _resource(name: str) -> str:
    return files("lint_article.reporters.review").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return b64encode(sha256(content.encode()).digest()).decode()
