r"""Which LaTeX files are parts of others: those without a `\documentclass`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.readers.main_file import Including, bytes_of

_IS_MAIN = re.compile(rb"^[^%\n]*?\\(?:documentclass|documentstyle|begin\{document\})", re.MULTILINE)
# \input{one}, \InputIfFileExists{one}, \include*{one}, \import{chapters/}{one}, \includepaper{one}, \input one
_NAMED = re.compile(
    rb"\\(?:[A-Za-z]*(?:[Ii]nput|[Ii]nclude|import|subfile|paper|chapter|file)[A-Za-z]*)\*?\s*"
    rb"(?:\[[^\]\n]{0,100}\]\s*)?(?:\{(?P<first>[^{}\n]{0,200})\}(?:\{(?P<second>[^{}\n]{0,200})\})?|(?P<bare>[\w./-]{1,200}))"
)
_COMMENT = re.compile(rb"(?<!\\)%[^\n]*")


def _names_in(data: bytes) -> Iterator[str]:
    for match in _NAMED.finditer(_COMMENT.sub(b"", data)):
        first, second = ((match[name] or b"").decode("utf-8", "replace").strip() for name in ("first", "second"))
        if match["bare"]:
            yield match["bare"].decode()
        elif first and "\\" not in first:
            yield first
            if second and "\\" not in second:
                yield f"{first.rstrip('/')}/{second}"


INCLUDING = Including(
    (".tex", ".ltx"), lambda path: bool(_IS_MAIN.search(bytes_of(path))), _names_in, lacking=(".tex",)
)
