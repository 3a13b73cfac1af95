"""XML that is read as a whole, where places in it are of no use."""

from __future__ import annotations

from xml.etree import ElementTree

from lint_article.readers.unreadable import Unreadable

_ENTITY = tuple("<!ENTITY".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse_xml(data: str | bytes, what: str) -> ElementTree.Element:
    """Return the root element of what should be a file of that kind.

    Raises Unreadable for what is broken, and for what defines entities, which may grow without bounds.
    """
    raw = data.encode() if isinstance(data, str) else data
    if any(sign in raw for sign in _ENTITY):
        raise Unreadable("it defines entities, which is not allowed")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - entities are refused
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable(f"it is damaged, or no {what} ({error})") from None
