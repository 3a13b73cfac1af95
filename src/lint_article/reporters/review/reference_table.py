"""The table of references: how often each is cited, and where."""

from __future__ import annotations

from collections.abc import Iterator

from lint_article.document import Document, Reference
from lint_article.reporters.review.citations import Cited, Citing
from lint_article.reporters.review.markup import text

_SHOWN = 12
_LONG = 90


def reference_table(document: Document, citing: Citing, page: str, level: int) -> str:
    """Return the table, and below it what is cited and not in the list; "" for a manuscript without references."""
    missing = [one for one in citing.cited if one.look == "missing"]
    if not document.references and not missing:
        return ""
    body = "".join(_row(document, number, citing, page) for number in range(len(document.references)))
    table = (
        f'<div class="scroll" tabindex="0" role="group" aria-label="Table of references"><table class="references">'
        f'<thead><tr><th scope="col">No.</th><th scope="col">Reference</th><th scope="col">Cited</th>'
        f'<th scope="col">Where</th></tr></thead><tbody>{body}</tbody></table></div>'
    )
    listed = "".join(f"<li>{_back(one, page, one.span.of(document.text))}</li>" for one in missing)
    absent = (
        f'<h{level + 1}>Cited but not in the list</h{level + 1}><ul class="absent">{listed}</ul>' if missing else ""
    )
    heading = f"<h{level}>Citations and references</h{level}>"
    return f'<section class="overview">{heading}{table if body else ""}{absent}</section>'


def back_links(document: Document, number: int, citing: Citing, page: str) -> str:
    """Return the links from an entry of the list to where it is cited."""
    cited = citing.by_reference.get(number, ())
    if not cited:
        return '<span class="back uncited">never cited</span>'
    return f'<span class="back">cited {len(cited)}×: {_places(document, cited, page)}</span>'


def _row(document: Document, number: int, citing: Citing, page: str) -> str:
    cited = citing.by_reference.get(number, ())
    reference = document.references[number]
    look = "" if cited else ' class="uncited"'
    return (
        f'<tr{look}><td>{number + 1}</td><th scope="row"><a href="#{page}r{number}">{text(_short(document, reference))}'
        f"</a></th><td>{len(cited) or 'never'}</td><td>{_places(document, cited, page)}</td></tr>"
    )


def _short(document: Document, reference: Reference) -> str:
    said = " ".join(reference.span.of(document.text).split())
    return said if len(said) <= _LONG else said[:_LONG].rpartition(" ")[0] + " …"


def _places(document: Document, cited: tuple[Cited, ...], page: str) -> str:
    shown = list(_backs(document, cited[:_SHOWN], page))
    more = [f"and {len(cited) - _SHOWN} more"] if len(cited) > _SHOWN else []
    return ", ".join(shown + more)


def _backs(document: Document, cited: tuple[Cited, ...], page: str) -> Iterator[str]:
    for one in cited:
        yield _back(one, page, _place(document, one))


def _place(document: Document, one: Cited) -> str:
    from lint_article.reporters.review.cards import where
    from lint_article.text import place_at

    origin = document.map.origin(one.span)
    return where(place_at(document.parts[origin.part], origin.start)).replace("paragraph", "¶")


def _back(one: Cited, page: str, shown: str) -> str:
    return f'<a class="to {one.look}" href="#{page}c{one.number}">{text(shown)}</a>'
