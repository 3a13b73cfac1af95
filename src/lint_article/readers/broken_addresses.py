"""Addresses (URLs and DOIs) that a line end breaks: which next lines certainly go on with them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)\S*$", re.IGNORECASE)
_LITERAL = re.compile(r"://|[wW]\.|[iI]:|10\.")  # of which every address has one
_BREAKS = frozenset("/.-)_=&?%#~:")  # what ends the lines within addresses
_DOI = re.compile(r"(?:doi[:.]|\b10\.\d{4,9}/)", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.$", re.IGNORECASE)
_START = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)", re.IGNORECASE)
_UNFINISHED = re.compile(r"https?:/?$|(?:https?://|www\.|\b10\.\d{4,9}/)$|\S[_=&?%#~]$", re.IGNORECASE)
_PREFIX = re.compile(r"\d{4,9}/\S")
_DOMAIN = re.compile(r"(?:org|com|net|edu|gov|int|info|[a-z]{2,3}\.[a-z]{2})(?=/|\W*$)")
# What no name and no word is, whatever stands behind it.
_FILE = re.compile(r"[\w.~%/-]*\w\.(?:s?html?|pdf|php|txt|aspx?|jsp|csv|xlsx?|docx?|zip)\b")
_QUERY = re.compile(r"[\w./~-]*\w[_=&%?#~]\w")
_FOLDERS = re.compile(r"(?:[a-z0-9.~-]+/){2}|[a-z][a-z0-9.~-]+/(?:[\W_]*$|(?=\S*\d)\w)")
_SLUG = re.compile(r"(?:[a-z0-9]+-){4}[a-z0-9]|(?=[a-z-]*\d)(?:[a-z0-9]+-){2}[a-z0-9]")
_CODE = re.compile(r"(?:[A-Z]{1,5}|[a-z]{1,5})\d{3,}\w*(?=\W*$)")
# And what only a DOI has: the numbers of a journal's article.
_NUMBERS = (
    re.compile(r"(?:[a-z]{2,}\.)?\d{4}\.\d{2,}|[a-z]{2,}\.\d+\.\d{4,}"),  # `jviromet.2016.07.001`, `phyto.45.062806`
    re.compile(r"[a-z]{3,}\.(?:[a-z]+\.)*[a-z]?\d{5,}"),  # `pone.0012345`
    re.compile(r"[A-Z]?\d{4}-\d{3}[\dX]\("),  # `S0140-6736(12)60646-1`
    re.compile(r"[a-z]?\d+-\d+-[\da-z]+"),  # `s00705-005-0675-x`
    re.compile(r"0\d{3,}\W*$"),
)
_DIGITS = re.compile(r"\d[\w-]*\d|\d+\w?\W*$")


def is_address_start(text: str) -> bool:
    """Tell whether a line begins with an address."""
    return _START.match(text) is not None


def is_in_address(text: str) -> bool:
    """Tell whether a line ends within an address, or right behind one."""
    return bool(_LITERAL.search(text) and _ADDRESS.search(text))


def is_address_continued(a: str, b: str) -> bool:
    """Tell whether line b certainly goes on with the address that line a ends in: that one, or its rest, shows it.

    No address ends in `http:` or `10.1016/`; what is neither a name nor a word goes on with one that ends in a stroke,
    a hyphen or a stop.
    """
    if a[-1:] not in _BREAKS:
        return False
    token = b.split(maxsplit=1)[0]
    if a.endswith("10.") and _PREFIX.match(token):
        return True
    tail = _ADDRESS.search(a)
    if _UNFINISHED.search(a) and (tail or token.startswith("/")):
        return not token.startswith(("http", "("))
    if tail is None or _START.match(token):
        return False
    if a[-1] == ")":
        opened = tail.group().count("(") == tail.group().count(")")
        return opened and token[0].isdigit() and bool(re.match(r"[\d-]*\d-\d", token))
    return a[-1] in "/.-" and _is_piece(tail.group(), token)


def _is_piece(address: str, token: str) -> bool:
    """Tell whether a word can be nothing but a piece of the address before it."""
    patterns = [_FILE, _QUERY, _FOLDERS, _SLUG, _CODE]
    if _DOI.search(address):
        patterns += _NUMBERS
    if address.endswith("-"):
        patterns.append(_DIGITS)
    if _HOST.match(address):
        patterns.append(_DOMAIN)
    return any(pattern.match(token) for pattern in patterns)
