"""Text as HTML: escaped, and with a sign for each character that would steer the page."""

from __future__ import annotations

import re
from html import escape

from lint_article.readers.text_writer import PLACEHOLDER

_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffc]")
_SAFE_TARGET = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_NO_IDENTIFIER = re.compile(r"[^\w-]")
_NOT_READ = '<span class="unread" title="Not text: a formula, an image or the sign of a note">▢</span>'


def text(said: str) -> str:
    """Return a stretch of a manuscript as HTML."""
    return _STEERING.sub(_sign, escape(said))


def file_name(said: str) -> str:
    """Return the name of a file as HTML, on one line."""
    return text(" ".join(said.splitlines()))


def plain(said: str) -> str:
    """Return a text as it may stand in an attribute: escaped, on one line, and without characters that steer."""
    return escape(_STEERING.sub("\ufffd", " ".join(said.replace(PLACEHOLDER, "…").split())))


def code(message: str) -> str:
    """Return a message as HTML, with what it has between backticks marked as words of the manuscript."""
    pieces = message.split("`")
    marked = (f"<q>{text(piece)}</q>" if index % 2 else text(piece) for index, piece in enumerate(pieces))
    return "".join(marked) if len(pieces) % 2 else text(message)


def identifier(rule: str) -> str:
    """Return a rule's name as it may stand in a selector: those of styles have stops and spaces."""
    return _NO_IDENTIFIER.sub("-", rule)


def address(target: str) -> str:
    """Return an address that a page may lead to, escaped, or "" for any other."""
    return escape(target) if _SAFE_TARGET.fullmatch(target) else ""


def _sign(match: re.Match[str]) -> str:
    char = match.group()
    if char == PLACEHOLDER:
        return _NOT_READ
    return f'<span class="control" title="A character that is not printed">U+{ord(char):04X}</span>'
