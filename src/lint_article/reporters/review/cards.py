"""The card of a finding: what is wrong, what would be right, the query to the author."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic, PlacedFix
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.review.markup import code, identifier, text
from lint_article.reporters.review.query import query
from lint_article.reporters.review.word_diff import word_diff
from lint_article.rulebook import rule_of
from lint_article.text import Place

_SAFETY = {"safe": "Safe fix", "unsafe": "Likely fix", "shown": "Suggestion"}


def card(document: Document, number: int, found: Diagnostic, page: str) -> str:
    """Return the card of a finding."""
    rule, name = rule_of(found.code), identifier(found.rule)
    return (
        f'<article id="{page}k{number}" class="card s-{found.severity} r-{name}" data-f="{page}f{number}">'
        f'<p class="name"><a class="n" href="#{page}f{number}" aria-label="Go to finding {number + 1}">'
        f"{number + 1}</a> {text(rule.summary)}</p>"
        f"<p>{code(found.message)}</p>"
        f"{_fix(document, found.fix) if found.fix else ''}{_list_related(found)}"
        f'<details><summary>Query</summary><p class="query">{text(query(found))}</p></details>'
        f'<p class="meta"><span class="sev">{found.severity}</span> · {text(where(found.place))} · '
        f'<a href="#{name}" title="What the rule flags, and why">{found.code}</a></p></article>'
    )


def where(place: Place) -> str:
    """Return a place in words: page 2, line 5."""
    shown = whereabouts(place).rstrip(": ").partition(", under")[0] or f"line {place.line}"
    return f"{place.path}, {shown}" if place.path else shown


def _fix(document: Document, fix: PlacedFix) -> str:
    pieces, after = word_diff(document.parts, fix)
    if not pieces:
        return f'<p class="fix"><b>{_SAFETY[fix.meant]}</b> {text(fix.title)}</p>'
    changes = "".join(f"{text(before)}{_change(old, new)}" for before, old, new in pieces)
    return f'<p class="fix"><b>{_SAFETY[fix.meant]}</b> {changes}{text(after)}</p>'


def _change(old: str, new: str) -> str:
    removed = f"<del>{text(old)}</del>" if old else ""
    added = f"<ins>{text(new)}</ins>" if new else ""
    return f"{removed} {added}" if removed and added else removed + added


def _list_related(found: Diagnostic) -> str:
    if not found.related:
        return ""
    shown: Sequence[str] = [f"<li>{code(one.note)} ({text(where(one.place))})</li>" for one in found.related[:5]]
    more = f"<li>and {len(found.related) - 5} more</li>" if len(found.related) > 5 else ""
    return f'<ul class="related">{"".join(shown)}{more}</ul>'
