"""The XML of an OpenDocument text: of the file itself if it is flat, or of the package that it is."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from lint_article.dataclass import dataclass
from lint_article.document import Limits
from lint_article.readers.unpacking import unpack
from lint_article.readers.unreadable import Unreadable

Element = ElementTree.Element

_PARTS = ("content.xml", "styles.xml", "META-INF/manifest.xml")
_PREFIXES = {
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


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """The body of the text, and the elements that hold its styles."""

    body: Element
    styles: tuple[Element, ...]


def open_document(data: bytes, limits: Limits) -> OpenDocument:
    """Return what an OpenDocument text holds. Raises Unreadable for what is encrypted, broken or something else."""
    if not data.startswith(b"PK"):
        root = _parse(data)
        return OpenDocument(_body_of(root), (root,))
    parts = unpack(data, _PARTS.__contains__, limits)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unreadable("it is encrypted and needs a password")
    if "content.xml" not in parts:
        raise Unreadable("it is damaged, or no OpenDocument text")
    content = _parse(parts["content.xml"])
    styles = (_parse(parts["styles.xml"]),) if "styles.xml" in parts else ()
    return OpenDocument(_body_of(content), (*styles, content))


def _parse(data: bytes) -> Element:
    if b"<!ENTITY" in data:
        raise Unreadable("it defines entities, which is not allowed")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - entities are refused
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable(f"it is damaged ({error})") from None


def _body_of(root: Element) -> Element:
    body = child(root, "office:body")
    text = child(body, "office:text")
    found = body if text is None else text
    if found is None:
        raise Unreadable("it is damaged, or no OpenDocument text")
    return found


@lru_cache(4096)
def name_of(tag: str) -> str:
    """Return the name of an element or attribute with the usual prefix: text:p."""
    space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    prefix = _PREFIXES.get(space, "?" if space else "")
    return f"{prefix}:{local}" if prefix else local


def value(element: Element | None, name: str, default: str = "") -> str:
    """Return an attribute by its usual name, or `default`."""
    if element is None:
        return default
    return next((text for key, text in element.attrib.items() if name_of(key) == name), default)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name, or None."""
    return next((one for one in element if name_of(one.tag) == name), None) if element is not None else None
