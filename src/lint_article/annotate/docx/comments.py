"""The part with the comments: ours are added, those of an earlier run taken out, all others left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lint_article.readers.office.review import OURS

_SPACES = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EMPTY = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:comments %b></w:comments>' % _SPACES
_COMMENT = re.compile(rb"<w:comment\s[^>]*?(?:/>|>.*?</w:comment>)", re.DOTALL)
_ID = re.compile(rb'\sw:id="(-?\d+)"')
_OURS = re.compile(rb'<w:comment\s[^>]*\bw:author="%b"' % OURS.encode())
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def strip_own(comments: bytes) -> tuple[bytes, list[int]]:
    """Return the part without our comments, and their ids."""
    ids: list[int] = []

    def drop(match: re.Match[bytes]) -> bytes:
        if not _OURS.match(match.group()):
            return match.group()
        ids.extend(int(number) for number in _ID.findall(match.group())[:1])
        return b""

    return _COMMENT.sub(drop, comments), ids


def strip_anchors(main: bytes, ids: Sequence[int]) -> bytes:
    """Return the main part without the marks of these comments."""
    if not ids:
        return main
    number = b"(?:%b)" % b"|".join(b"%d" % one for one in ids)
    mark = rb'<w:comment(?:RangeStart|RangeEnd)\s[^>]*?w:id="%b"[^>]*?/>' % number
    run = rb'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference\s[^>]*?w:id="%b"[^>]*?/></w:r>' % number
    return re.sub(b"%b|%b" % (run, mark), b"", main, flags=re.DOTALL)


def next_id(*parts: bytes) -> int:
    """Return a number that no comment or change in the parts has."""
    return max((int(number) for part in parts for number in _ID.findall(part)), default=-1) + 1


def add(comments: bytes, added: Sequence[tuple[int, Sequence[str]]], date: str) -> bytes:
    """Return the part with comments added, each with its id and its paragraphs."""
    new = "".join(_comment(number, paragraphs, date) for number, paragraphs in added).encode()
    if b"</w:comments>" not in comments:
        comments = re.sub(rb"(<w:comments\b[^>]*?)\s*/>\s*$", rb"\1></w:comments>", comments)
    before, closing, after = comments.rpartition(b"</w:comments>")
    return before + new + closing + after


def _comment(number: int, paragraphs: Sequence[str], date: str) -> str:
    inside = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(_UNPRINTED.sub("", one))}</w:t></w:r></w:p>' for one in paragraphs
    )
    about = f"w:author={quoteattr(OURS)} w:date={quoteattr(date)} w:initials={quoteattr('la')}"
    return f'<w:comment w:id="{number}" {about}>{inside}</w:comment>'


def before_mark(number: int) -> bytes:
    """Return what begins the words of a comment."""
    return b'<w:commentRangeStart w:id="%d"/>' % number


def after_mark(number: int) -> bytes:
    """Return what ends the words of a comment."""
    return b'<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>' % (number, number)
