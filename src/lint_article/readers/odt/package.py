"""The XML of an OpenDocument text: of the file itself if it is flat, or of the package that it is."""

from __future__ import annotations

from xml.etree import ElementTree

from lint_article.dataclass import dataclass
from lint_article.document import Limits
from lint_article.readers.office.elements import Element, child
from lint_article.readers.unpacking import unpack
from lint_article.readers.unreadable import Unreadable

_PARTS = ("content.xml", "styles.xml", "META-INF/manifest.xml")


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
