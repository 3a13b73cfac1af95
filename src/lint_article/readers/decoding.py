"""Bytes to characters for formats that name their own encoding; nothing is lost and nothing raises."""

from __future__ import annotations

import codecs
import re

from lint_article.document import Source
from lint_article.readers.characters import BOMS, decode

_HEAD = 1024
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PREAMBLE = 50_000
_INPUTENC = re.compile(rb"^[^%\n]*?\\usepackage\s*\[(?P<name>[\w-]{2,20})\]\s*\{inputenc\}", re.MULTILINE)
# inputenc's names of encodings that Python calls otherwise.
_INPUT_ENCODINGS = {
    "ansinew": "cp1252",
    "applemac": "mac-roman",
    "latin9": "iso8859-15",
    "latin10": "iso8859-16",
    "maccyr": "mac-cyrillic",
    "next": "",
}
_XML_DECLARATION = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_HTML_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def decode_declared(data: bytes) -> str:
    """Return the characters of an XML or HTML file; a byte that its encoding lacks becomes a lone surrogate.

    A byte-order mark comes before a declaration; a declared encoding that does not exist or cannot have written the
    declaration itself is taken for UTF-8.
    """
    name = declared_encoding(data)
    try:
        return data.decode(name, "surrogateescape") if name else decode(data)
    except ValueError:
        return decode(data)


def declared_encoding(data: bytes) -> str:
    """Return the encoding that an XML or HTML file declares and can be written in; "" for none that Python has."""
    head = data[:_HEAD]
    match = None if head.startswith(_MARKED) else _XML_DECLARATION.search(head) or _HTML_META.search(head)
    name = match[1].decode("ascii") if match else ""
    try:
        return name if match and match[0].decode(name) == match[0].decode() else ""
    except (LookupError, ValueError):
        return ""


def input_encoding(data: bytes) -> str:
    """Return the encoding that a LaTeX file's `inputenc` declares, in Python's words; "" for none that Python has."""
    match = _INPUTENC.search(data[:_PREAMBLE])
    name = match["name"].decode() if match else ""
    name = _INPUT_ENCODINGS.get(name, name)
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def decode_as(data: bytes, encoding: str) -> str:
    """Return the characters of a file that may be of this encoding; one that reads as UTF-8 is UTF-8."""
    try:
        return data.decode() if encoding else decode(data)
    except UnicodeDecodeError:
        return data.decode(encoding, "surrogateescape")


_DECLARED = {"latex": input_encoding, "html": declared_encoding, "jats": declared_encoding}


def encoding_of(text: str, data: bytes, source: Source) -> str:
    """Return the encoding that gives the bytes of a file of this source from its characters; "" if none does.

    One that is declared comes first: in a file that is all ASCII so far, a new character must be in that one, too.
    """
    declared = _DECLARED[source.format](source.data) if source.format in _DECLARED else ""
    marked = BOMS.get(data[:2], "")
    return next((name for name in (declared, marked, "utf-8") if name and encode_as(text, name) == data), "")


def encode_as(text: str, encoding: str) -> bytes | None:
    """Return the text in an encoding, bytes that are no characters as they were; None if it cannot be written in it."""
    try:
        return text.encode(encoding, "surrogatepass" if encoding in BOMS.values() else "surrogateescape")
    except ValueError:
        return None
