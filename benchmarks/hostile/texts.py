"""Texts that take long, where anything is not linear in their length: pieces, and what they are repeated in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from benchmarks.hostile.pieces import SHARED, Make
from benchmarks.hostile.pieces_of_formats import OF_FORMAT, article, csl, notebook

FORMATS = ("txt", *OF_FORMAT)


def texts(ending: str) -> Mapping[str, Make]:
    """Return the texts for files of this ending; what all formats share lies in a paragraph of each."""
    frame = _FRAMES.get(ending, lambda text: text)
    return {**{name: _framed(frame, make) for name, make in SHARED.items()}, **OF_FORMAT.get(ending, {})}


def _framed(frame: Callable[[str], str], make: Make) -> Make:
    return lambda length: frame(make(length))


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\x1c", "\ufffd")
        .replace("\x1b", "\ufffd")
        .replace("\f", "\ufffd")
    )


_FRAMES: Mapping[str, Callable[[str], str]] = {
    "xml": lambda text: article(f"<p>{_escaped(text)}</p>"),
    "html": lambda text: f"<html><body><p>{_escaped(text)}</p></body></html>",
    "ipynb": lambda text: notebook([text]),
    "json": lambda text: csl([text]),
}
