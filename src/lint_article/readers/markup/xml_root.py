"""Which format an XML file is of, by its root element and what it holds."""

from __future__ import annotations

import re

from lint_article.readers.characters import decode
from lint_article.readers.unread import Unread, by_root

_HEAD = 1 << 16
_BEFORE_ROOT = re.compile(
    r"(?:[\s\ufeff]++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?>)", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?P<name>[A-Za-z_][\w:.-]*+)[^>]*+")
_ARTICLE = re.compile(rb"<(?:[\w-]++:)?(?:article|sub-article|book-part)[\s/>]")
_READ = {"article": "jats", "sub-article": "jats", "response": "jats", "book-part": "jats", "html": "html"}
_DOCBOOK = re.compile("docbook", re.IGNORECASE)
_ELSEVIER = re.compile(r"elsevier\.com/xml/")


def format_of_xml(data: bytes) -> str | Unread | None:
    """Return the format of a file that may be XML: one that is read, or one that is not; None if it has no root."""
    head = decode(data[:_HEAD])
    at = 0
    while before := _BEFORE_ROOT.match(head, at):
        at = before.end()
    root = _ROOT.match(head, at)
    if root is None:
        return None
    local = root["name"].rpartition(":")[2]
    if local in ("article", "book") and _DOCBOOK.search(head, 0, root.end()):
        return by_root("book")
    if _ELSEVIER.search(root.group()):
        return by_root("full-text-retrieval-response")
    if root["name"] == "office:document":
        return "odt"
    return _READ.get(local) or ("jats" if _ARTICLE.search(data) else by_root(root["name"]))
