"""Bytes to characters for formats that name their own encoding; nothing is lost and nothing raises."""

from __future__ import annotations

import codecs
import re

from lint_article.readers.plain import decode

_HEAD = 1024
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_DECLARATION = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_HTML_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def decode_declared(data: bytes) -> str:
    """Return the characters of an XML or HTML file; a byte that its encoding lacks becomes a lone surrogate.

    A byte-order mark comes before a declaration; a declared encoding that does not exist or cannot have written the
    declaration itself is taken for UTF-8.
    """
    head = data[:_HEAD]
    match = None if head.startswith(_MARKED) else _XML_DECLARATION.search(head) or _HTML_META.search(head)
    if not match:
        return decode(data)
    name = match[1].decode("ascii")
    try:
        return data.decode(name, "surrogateescape") if match[0].decode(name) == match[0].decode() else decode(data)
    except (LookupError, ValueError):
        return decode(data)
