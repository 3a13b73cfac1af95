"""Named characters of HTML and of the JATS and MathML entity sets, and a document's own, within bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5

LONGEST = 10_000
DEEPEST = 8
_REFERENCE = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z_:][\w:.-]{0,60}));")


def entity_text(name: str) -> str | None:
    """Return what the entity stands for in the sets that HTML, JATS and MathML share, or None."""
    return html5.get(f"{name};")


def character_text(code: int) -> str:
    """Return the character with this number; a number that is no character gives U+FFFD."""
    valid = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else "\ufffd"


def character(reference: str) -> str | None:
    """Return what a whole reference such as `&eacute;` or `&#233;` stands for, or None."""
    match = _REFERENCE.fullmatch(reference)
    return _meaning(match, {}) if match else None


def expand(name: str, declared: Mapping[str, str]) -> str | None:
    """Return the text of an entity that the document declares or that is known by name.

    Nested references are followed at most `DEEPEST` levels; None if it is unknown, holds markup, or its text would be
    longer than `LONGEST` characters.
    """
    text = declared.get(name)
    if text is None:
        return entity_text(name)
    for _ in range(DEEPEST):
        if "&" not in text:
            break
        references = len(_REFERENCE.findall(text))
        longest = max((len(value) for value in declared.values()), default=0)
        if references * longest + len(text) > LONGEST:
            return None
        text = _REFERENCE.sub(lambda match: _meaning(match, declared) or "\ufffd", text)
    return None if "<" in text or "&" in text or len(text) > LONGEST else text


def _meaning(match: re.Match[str], declared: Mapping[str, str]) -> str | None:
    decimal, hexadecimal, name = match.groups()
    if name:
        return declared.get(name) or entity_text(name)
    return character_text(int(decimal) if decimal else int(hexadecimal, 16))
