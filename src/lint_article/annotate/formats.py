"""Which formats can be annotated, and by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from lint_article.annotate.annotated import Annotated
from lint_article.errors import UserError

_WRITERS: Mapping[str, str] = {
    "docx": "docx.annotate:annotate_docx",
    "pdf": "pdf.annotate:annotate_pdf",
    "markdown": "markup:annotate_markup",
    "latex": "markup:annotate_markup",
    "plain": "markup:annotate_markup",
    "html": "markup:annotate_markup",
}


def annotator(path: str, form: str) -> Callable[..., Annotated]:
    """Return what annotates a file of a format. Raises UserError, which names the file, for one that cannot be."""
    if form not in _WRITERS:
        raise UserError(
            f"{path} cannot be annotated: its format is {form}.",
            "Word files, PDFs, Markdown, LaTeX, HTML and plain text can be.",
        )
    module, _, name = _WRITERS[form].partition(":")
    found: Callable[..., Annotated] = getattr(import_module(f"lint_article.annotate.{module}"), name)
    return found
