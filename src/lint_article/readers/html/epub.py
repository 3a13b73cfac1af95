"""EPUB: the pages of a book in the order in which they are read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from lint_article.document import Reading, Source
from lint_article.readers.decoding import decode_declared
from lint_article.readers.html.links import linked_reading
from lint_article.readers.html.page import write_page
from lint_article.readers.markup.whole_xml import parse_xml
from lint_article.readers.unpacking import unpack
from lint_article.readers.unreadable import Unreadable
from lint_article.readers.writer import Writer

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = (".xhtml", ".html", ".htm", ".xml")


def read_epub(source: Source) -> Reading:
    """Return the text of the book; its parts are named `book.epub!OEBPS/chapter-1.xhtml`.

    Raises Unreadable for what is broken, encrypted, or no EPUB.
    """
    files = unpack(source.data, lambda name: name.endswith((*_PAGES, ".opf")), source.limits)
    pages = list(dict.fromkeys(_pages_of(files)))  # a page that is named again is read once
    encrypted = files.get(_ENCRYPTION)
    locked = {unquote(one.get("URI", "")) for one in _elements(encrypted, "CipherReference")} if encrypted else set()
    if not locked.isdisjoint(pages):
        raise Unreadable("it is encrypted")
    if not pages:
        raise Unreadable("it is damaged, or no EPUB")
    writer = Writer(source, "")
    language = ""
    with writer.to_the_end():
        for name in pages:
            writer.gap()
            part = writer.add_part(decode_declared(files[name]), f"{source.path}!{name}")
            language = write_page(writer, part, name) or language
    reading = linked_reading(writer, language)
    return replace(reading, parts=tuple(replace(part, writable=False) for part in reading.parts))


def _pages_of(files: dict[str, bytes]) -> Iterator[str]:
    """Yield the names of the pages in their order; the list of contents is none of them."""
    roots = [one.get("full-path", "") for one in _elements(files.get(_CONTAINER, b""), "rootfile")]
    package = next((name for name in roots if name in files), "")
    root = files.get(package, b"")
    items = {one.get("id", ""): one for one in _elements(root, "item")}
    for reference in _elements(root, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is not None and "nav" not in item.get("properties", "").split():
            name = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(item.get("href", ""))))
            if name in files:
                yield name


def _elements(data: bytes, name: str) -> list[Element]:
    """Return the elements of a name in a file, whatever their namespace."""
    return [one for one in parse_xml(data, "EPUB").iter() if one.tag.rpartition("}")[2] == name]
