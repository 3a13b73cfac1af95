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


def annotator(form: str) -> Callable[..., Annotated]:
    """Return what annotates a format. Raises UserError for one that cannot be."""
    if form not in _WRITERS:
        raise UserError(f"Files of the format {form} cannot be annotated.", f"Formats: {', '.join(_WRITERS)}.")
    module, _, name = _WRITERS[form].partition(":")
    found: Callable[..., Annotated] = getattr(import_module(f"lint_article.annotate.{module}"), name)
    return found
