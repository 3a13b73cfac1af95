"""Addresses (URLs and DOIs) that a line end breaks: which next lines certainly go on with them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)\S*$", re.IGNORECASE)
_START = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)", re.IGNORECASE)
_UNFINISHED = re.compile(r"https?:/?$|(?:https?://|www\.|\b10\.\d{4,9}/)$|\S[_=&?%#~]$", re.IGNORECASE)
_PIECE = re.compile(r"\S*\w[/._=?&%#~:-]+\w|\w*\d\w*[^\w\s]*$|(?:html?|pdf|php|txt|aspx?|org|com|net|edu)\b")
_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[-‐][^\W\d_]+)+,?$")  # an entry's first author: `Marlin-Tarn,`
_NUMBER = re.compile(r"\d+\W*$")
_PREFIX = re.compile(r"\d{4,9}/\S")


def is_address_start(text: str) -> bool:
    """Tell whether a line begins with an address."""
    return _START.match(text) is not None


def is_in_address(text: str) -> bool:
    """Tell whether a line ends within an address, or right behind one."""
    return bool(_ADDRESS.search(text))


def is_address_continued(a: str, b: str) -> bool:
    """Tell whether line b certainly goes on with the address that line a ends in: that one, or its rest, shows it.

    No address ends in `http:` or `10.1016/`, and no word has a stroke, a stop or an equals sign inside.
    """
    token = b.split(maxsplit=1)[0]
    if a.endswith("10.") and _PREFIX.match(token):
        return True
    tail = _ADDRESS.search(a)
    if _UNFINISHED.search(a) and (tail or token.startswith("/")):
        return not token.startswith(("http", "("))
    if tail is None or _START.match(token) or (a[-1] == "/" and _NAME.match(token)):
        return False
    if a[-1] == ")":
        opened = tail.group().count("(") == tail.group().count(")")
        return opened and token[0].isdigit() and bool(re.match(r"[\d-]*\d-\d", token))
    return a[-1] in "/.-" and bool(_PIECE.match(token)) and not (a[-1] == "." and _NUMBER.match(token))
