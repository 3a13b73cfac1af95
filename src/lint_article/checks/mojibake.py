"""Report words that were decoded by the wrong encoding, as ftfy judges them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product

from lint_article.document import Document, Edit, Finding, Fix, Safety
from lint_article.text import Span

# UTF-8 read as Windows-1252 or Latin-1, or as Windows-1251; and control characters where Windows-1252 has marks.
_TRAILS = "\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€Žž"
_HINT = re.compile(rf"[ÂÃÄÅÆÎÏÐÑÒØÙÚâãäåæçèéïð][{_TRAILS}]|[РСÐ][\u0400-\u040f\u0450-\u045f°±Ііµ¶·ёј№»]|[\x80-\x9f]")
_CHUNK = re.compile(r"[^ \t\r\n\f]+")
_AROUND = "()[]{}<>,.;:!?\"'/"
_CODINGS = ("cp1252", "latin-1", "cp1251")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word; its fix is safe if the repaired word, decoded wrongly once, is the word as found."""
    text = document.text
    if text.isascii() or not _HINT.search(text):
        return
    from ftfy import fix_encoding

    end = 0
    for hint in _HINT.finditer(text):
        if hint.start() < end:
            continue
        span = _chunk(text, hint.start())
        end, word = span.end, span.of(text)
        mended = fix_encoding(word)
        if mended != word and _shorter(word, mended):
            safety: Safety = "safe" if _reversible(word, mended) else "unsafe"
            fix = Fix(f"Replace with `{mended}`", (Edit(span, mended),), safety)
            yield Finding(span, {"text": word, "word": mended}, fix)


def _chunk(text: str, at: int) -> Span:
    """Return the stretch between spaces around a place, without the brackets and stops at its ends."""
    start = max(text.rfind(space, max(at - 60, 0), at) for space in " \t\n\r\f") + 1
    found = _CHUNK.match(text, max(start, at - 60))
    chunk = found.group() if found else text[at]
    left = len(chunk) - len(chunk.lstrip(_AROUND))
    return Span(max(start, at - 60) + left, max(start, at - 60) + len(chunk.rstrip(_AROUND)))


def _shorter(word: str, mended: str) -> bool:
    """Tell whether the repair undid an encoding, and did not only trade one odd sign for another."""
    return len(mended) < len(word) or any("\x80" <= char <= "\x9f" for char in word)


def _reversible(word: str, mended: str) -> bool:
    for right, wrong in product(("utf-8", "cp1252"), _CODINGS):
        try:
            if mended.encode(right).decode(wrong) == word:
                return True
        except UnicodeError:
            continue
    return False
