"""Articles laid out in other ways; every offset stays, so that the truth holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from benchmarks.accuracy.wrapping import wrapped

_WIDTH = 80
_PAGE = 50  # lines
_HEADING = re.compile(r"(?m)^(?:References|Bibliography|Literature [Cc]ited|Referências|Referencias)$")


def laid_out(text: str, layout: str) -> str:
    """Return the text in a layout of `LAYOUTS`."""
    return LAYOUTS[layout](text)


def _paged(text: str) -> str:
    """Return the text wrapped, with a form feed in place of the line end after each page's lines."""
    lines = wrapped(text, _WIDTH).split("\n")
    ends = ("\f" if at % _PAGE == 0 else "\n" for at in range(1, len(lines)))
    return "".join(part for pair in zip(lines, (*ends, ""), strict=True) for part in pair)


def _headless(text: str) -> str:
    """Return the text with its list's heading and its blank lines blanked."""
    blanked = _HEADING.sub(lambda heading: " " * len(heading.group()), text)
    return re.sub(r"\n\n+", lambda gap: "\n" + " " * (len(gap.group()) - 1), blanked)


LAYOUTS: Mapping[str, Callable[[str], str]] = {
    "lines": lambda text: text,
    "wrapped": lambda text: wrapped(text, _WIDTH),
    "paged": _paged,
    "headless": _headless,
}
