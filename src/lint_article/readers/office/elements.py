"""Elements of Word's and LibreOffice's XML by their usual names (w:p, text:p), whatever prefixes the file has."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

Element = ElementTree.Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/officeDocument/2006/bibliography": "b",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://openoffice.org/2000/office": "office",
    "http://openoffice.org/2000/text": "text",
    "http://openoffice.org/2000/table": "table",
    "http://openoffice.org/2000/style": "style",
    "http://openoffice.org/2000/drawing": "draw",
}


@lru_cache(4096)
def name_of(tag: str) -> str:
    """Return the name of an element or attribute with the usual prefix: w:p."""
    space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    prefix = _PREFIXES.get(space, "?" if space else "")
    return f"{prefix}:{local}" if prefix else local


def value(element: Element | None, name: str = "w:val", default: str = "") -> str:
    """Return an attribute by its usual name, or `default`."""
    if element is None:
        return default
    return next((text for key, text in element.attrib.items() if name_of(key) == name), default)


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element at the end of a path of names, or None."""
    for name in names:
        element = next((one for one in element if name_of(one.tag) == name), None) if element is not None else None
    return element


def number(text: str, default: int) -> int:
    """Return a whole number, or `default` for what is none."""
    return int(text) if text.isdecimal() and len(text) < 6 else default


def is_on(element: Element | None, name: str) -> bool:
    """Tell whether a property is there and not switched off."""
    found = child(element, name)
    return found is not None and value(found, default="1") not in ("0", "false", "off", "none")
