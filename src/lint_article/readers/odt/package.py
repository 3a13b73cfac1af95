"""The XML of an OpenDocument text: of the file itself if it is flat, or of the package that it is."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.document import Limits
from lint_article.readers.markup.whole_xml import parse_xml
from lint_article.readers.office.elements import Element, child
from lint_article.readers.unpacking import unpack
from lint_article.readers.unreadable import Unreadable

_KIND = "OpenDocument text"
_PARTS = ("content.xml", "styles.xml", "META-INF/manifest.xml")


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """The body of the text, and the elements that hold its styles."""

    body: Element
    styles: tuple[Element, ...]


def open_document(data: bytes, limits: Limits) -> OpenDocument:
    """Return what an OpenDocument text holds. Raises Unreadable for what is encrypted, broken or something else."""
    if not data.startswith(b"PK"):
        root = parse_xml(data, _KIND)
        return OpenDocument(_body_of(root), (root,))
    parts = unpack(data, _PARTS.__contains__, limits)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unreadable("it is encrypted and needs a password")
    if "content.xml" not in parts:
        raise Unreadable(f"it is damaged, or no {_KIND}")
    content = parse_xml(parts["content.xml"], _KIND)
    styles = (parse_xml(parts["styles.xml"], _KIND),) if "styles.xml" in parts else ()
    return OpenDocument(_body_of(content), (*styles, content))


def _body_of(root: Element) -> Element:
    body = child(root, "office:body")
    text = child(body, "office:text")
    found = body if text is None else text
    if found is None:
        raise Unreadable(f"it is damaged, or no {_KIND}")
    return found
