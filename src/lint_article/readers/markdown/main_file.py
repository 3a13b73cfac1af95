"""Which Markdown files are parts of others: those whose names begin with `_`, as Quarto wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.readers.main_file import Including

_INCLUDE = re.compile(
    rb"\{\{<\s*include\s+[\"']?(?P<name>[^\s\"'>]{1,300})|child\s*=\s*[\"'](?P<child>[^\"'\n]{1,300})"
)


def _names_in(data: bytes) -> Iterator[str]:
    for match in _INCLUDE.finditer(data):
        yield (match["name"] or match["child"]).decode("utf-8", "replace")


INCLUDING = Including(
    (".md", ".markdown", ".mdx", ".qmd", ".rmd"), lambda path: not path.name.startswith("_"), _names_in
)
