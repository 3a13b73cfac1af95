"""The one table of formats: how a file of each is told, and which function reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path, PurePath

from lint_article.dataclass import dataclass
from lint_article.document import Reading, Source

Read = Callable[[Source], Reading]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, and the function that reads them.

    `signs`: what its first bytes hold, in lower case. `markup`: characters that a fix must not write as they are.
    `joins`: a pattern of the mark-up that a fix must not make together with what stands beside it.
    """

    endings: tuple[str, ...]
    reader: str
    signs: tuple[bytes, ...] = ()
    markup: str = ""
    joins: str = ""


_TAGS = r"<[A-Za-z/!?]|&#?\w+;?"
FORMATS: Mapping[str, Format] = {
    "plain": Format((".txt", ".text"), "plain:read_plain"),
    "markdown": Format(
        (".md", ".markdown", ".qmd", ".rmd"),
        "markdown:read_markdown",
        markup="\\`*_[]<>#|~^$&@",
        joins=r"(?m:^[ \t>]*(?:\d{1,9}[.)]|[-+*:~])(?:\s|$))|&#?\w+;|.?[\\`*_\[\]<>#|~^$&@]+.?",
    ),
    "latex": Format(
        (".tex", ".ltx", ".rnw", ".snw"),
        "latex:read_latex",
        (b"\\documentclass",),
        "\\{}$&#%_^~",
        r"\\[A-Za-z@]+|--+|''|``|[?!]`|<<|>>|,,",
    ),
    "html": Format((".html", ".htm", ".xhtml"), "html:read_html", (b"<!doctype html", b"<html"), "<>&", _TAGS),
    "jats": Format((".xml", ".jats", ".nxml"), "jats:read_jats", (b"<article", b"<!doctype article"), "<>&", _TAGS),
    "docx": Format((".docx",), "docx:read_docx", (b"[content_types].xml",)),
    "pdf": Format((".pdf",), "pdf:read_pdf", (b"%pdf-",)),
}
_DATA = Format((), "", markup="\\{}\"'%#&$_^~:@", joins=r"\\[A-Za-z@]+")  # a bibliography in a file of its own
_HEAD = 4096
_MANY_KINDS = (".xml",)  # endings that say too little for a file that nobody has named


def format_of(path: str, data: bytes) -> str | None:
    """Return the format of a file by its ending, else by its first bytes; None for a binary that is none of them."""
    ended, signed = _by_ending(path), _by_signs(data[:_HEAD])
    if is_binary(data):
        return signed or (ended if ended in ("docx", "pdf") else None)
    return ended or signed or "plain"


def is_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text: a NUL among the first ones, outside UTF-16."""
    return b"\0" in data[:8192] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")


def is_manuscript(path: str) -> bool:
    """Tell whether a file found in a folder is of a format that we read."""
    ended = _by_ending(path)
    if ended and PurePath(path).suffix.lower() in _MANY_KINDS:
        with Path(path).open("rb") as file:
            return _by_signs(file.read(_HEAD)) == ended
    return ended is not None


def read(source: Source) -> Reading:
    """Return the source's reading; the reader's module is imported only now."""
    module, _, function = FORMATS[source.format].reader.partition(":")
    reader: Read = getattr(import_module(f"lint_article.readers.{module}"), function)
    return reader(source)


def syntax_of(path: str | None, name: str) -> Format:
    """Return the format whose mark-up a fix has to respect: a bibliography's own, or else that of the manuscript."""
    ended = _by_ending(path) if path else name
    return FORMATS[ended] if ended else _DATA


def _by_ending(path: str) -> str | None:
    ending = PurePath(path).suffix.lower()
    return next((name for name, entry in FORMATS.items() if ending in entry.endings), None)


def _by_signs(head: bytes) -> str | None:
    lowered = head.lower()
    return next((name for name, entry in FORMATS.items() if any(sign in lowered for sign in entry.signs)), None)
