"""Report what a grammar engine said: the remarks of the sheet's `categories`.

Each category (`grammar/categories.toml`) belongs to one sheet, so each remark is one finding. Values: `text`, `said`
(the engine's message), `engine`, `id` (the engine's own rule). The fix is the engine's first replacement, never safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix, Remark
from lint_article.kinds.option_values import words
from lint_article.text.phrases import series


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per remark."""
    categories = words(options, "categories")
    for remark in document.remarks:
        text = remark.span.of(document.text)
        if remark.category in categories:
            values = {"text": text, "said": remark.message, "engine": remark.engine, "id": remark.id}
            yield Finding(remark.span, values, _fix(remark))


def _fix(remark: Remark) -> Fix | None:
    if not remark.replacements:
        return None
    new = remark.replacements[0]
    choices = series([f"`{choice}`" for choice in remark.replacements[:3]], "or")
    title = f"Replace with {choices}" if new else "Delete it"
    return Fix(title, (Edit(remark.span, new),), "unsafe")
