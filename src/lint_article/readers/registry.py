"""The one table of formats: how a file of each is told, and which function reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from lint_article.document import Reading, Source

Read = Callable[[Source], Reading]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, the function that reads it, the bytes that its files begin with.

    `searched`: a folder is searched for files with these endings; the others are read only when they are named.
    """

    endings: tuple[str, ...]
    reader: str
    signatures: tuple[bytes, ...] = ()
    searched: bool = True


FORMATS: Mapping[str, Format] = {
    "plain": Format((".txt", ".text"), "plain:read_plain"),
    "markdown": Format((".md", ".markdown", ".qmd", ".rmd"), "markdown:read_markdown"),
    "latex": Format((".tex", ".ltx"), "latex:read_latex", (b"\\documentclass",)),
    "html": Format((".html", ".htm", ".xhtml"), "html:read_html", (b"<!doctype html", b"<html")),
    "jats": Format((".xml", ".jats", ".nxml"), "jats:read_jats", (b"<?xml", b"<article")),
    "docx": Format((".docx",), "docx:read_docx", (b"PK\x03\x04",)),
    "pdf": Format((".pdf",), "pdf:read_pdf", (b"%PDF-",)),
}


def format_of(path: str, data: bytes) -> str | None:
    """Return the format of a file by its ending, else by its first bytes; None for a binary that is none of them."""
    ending = PurePath(path).suffix.lower()
    for name, format in FORMATS.items():
        if ending in format.endings:
            return None if name == "plain" and is_binary(data) else name
    head = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for name, format in FORMATS.items():
        if any(head.startswith(signature.lower()) for signature in format.signatures):
            return name
    return None if is_binary(data) else "plain"


def is_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text: a NUL among the first ones, outside UTF-16."""
    return b"\0" in data[:8192] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")


def read(source: Source) -> Reading:
    """Return the source's reading; the reader's module is imported only now."""
    module, _, function = FORMATS[source.format].reader.partition(":")
    reader: Read = getattr(import_module(f"lint_article.readers.{module}"), function)
    return reader(source)
