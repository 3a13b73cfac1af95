"""Words that were decoded by the wrong encoding, and what they were."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from lint_article.document import Certainty, Repair
from lint_article.parsing.damage.accents import detached_words, start_of_letters
from lint_article.parsing.language.lexicon import lexicon
from lint_article.text import Span
from lint_article.text.pattern import characters

# UTF-8 read as Windows-1252 or Latin-1, or as Windows-1251; and control characters where Windows-1252 has marks.
_TRAILS = "\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€Žž"
_HINT = re.compile(
    rf"[ÂÃÄÅÆÎÏÐÑÒØÙÚâãäåæçéèêëíìîïð][{_TRAILS}]|[РСÐ][\u0400-\u040f\u0450-\u045f°±Ііµ¶·ёј№»]|[\x80-\x9f]"
)
_PAIR = re.compile(rf"[ÂÃÄÅ][{_TRAILS}]")
_CHUNK = re.compile(r"[^ \t\r\n\f]+")
_AROUND = "()[]{}<>,.;:!?\"'/"
_CODINGS = ("cp1252", "latin-1", "cp1251")
# Latin-1 read as Mac OS Roman (`M¸ller`, `Gˆdel`, `JosÈ`), or the other way round (`MŸller`): signs and capital letters
# where small letters stand.
_MARKS, _CAPITALS = "¸ˆ‰˙¯", "ÈËÍÎÏÌÓÔÒÚÛÙÁÂŽŸŠ§"
_LEGACY = re.compile(
    rf"(?<![\w{_MARKS}])[^\W\d_]{{1,40}}(?:[{_MARKS}]|(?<=[a-z])[{_CAPITALS}]|(?<=[A-Z])[ŽŸŠ](?=[a-z]))[\w{_MARKS}ﬂ]{{0,40}}"
)
_LEGACY_SIGNS = frozenset(_MARKS + _CAPITALS)
_LEGACY_SIGN = re.compile(f"[{_MARKS}{_CAPITALS}]")
_LIGATURE = re.compile(r"[^\W\d_]{1,40}?ﬂ[^\W\d_]{0,40}")
_SIGNS = frozenset("ﬂˆ")  # that Unicode takes for small letters
_READ_AS = (("cp1252", "mac_roman"), ("mac_roman", "cp1252"))
_SHORTEST = 4
_FEWEST = 2
Known = Callable[[str, int], bool]


def find_mojibake(text: str, is_known: Known, is_listed: Known) -> Iterator[Repair]:
    """Yield the words that an encoding broke; sure: the right word, decoded wrongly once, is the word as found.

    `is_listed` tells whether letters are a word of the languages at a place, `is_known` of the document as well.
    """
    if not text.isascii():
        yield from _misread_utf_8(text)
        yield from _misread_legacy(text, is_known, is_listed)


def _misread_utf_8(text: str) -> Iterator[Repair]:
    end = 0
    for hint in _HINT.finditer(text):
        if hint.start() >= end:
            span = _chunk(text, hint.start())
            end, word = span.end, span.of(text)
            mended = _fix_run(word)
            if mended != word and _is_shorter(word, mended):
                yield _repair(span, mended, "sure" if _is_reversible(word, mended) else "open")


def _fix_run(word: str) -> str:
    """Return the word as ftfy reads it, else with each pair of signs as the letter whose bytes they are."""
    from ftfy import fix_encoding  # late: most texts hold no hint

    mended: str = fix_encoding(word)
    if mended != word:
        return mended
    mended = _PAIR.sub(_letter, word)
    return mended if mended != word and mended.isalpha() and _is_natural(mended) else word


def _letter(pair: re.Match[str]) -> str:
    try:
        return pair.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return pair.group()


def _misread_legacy(text: str, is_known: Known, is_listed: Known) -> Iterator[Repair]:
    """Yield words that another encoding makes words, and names where two different signs or a word show it."""
    matches = [] if _LEGACY_SIGNS.isdisjoint(characters(text)) else list(_find_legacy(text))
    accented = {word.span.start for word in detached_words(text)} if matches else set()
    found = [
        (Span(*match.span()), mended, right)
        for match in matches
        if match.start() not in accented and not is_listed(match.group(), match.start())
        for right, wrong in _READ_AS
        if (mended := _decode_run(match.group(), wrong, right))
    ]
    for right, wrong in _READ_AS:
        ones = [(span, mended) for span, mended, coding in found if coding == right]
        known = {span for span, mended in ones if is_known(mended, span.start)}
        names = [(span, mended) for span, mended in ones if mended.istitle()]
        signs = {char for span, _ in names for char in span.of(text) if char > "\x7f"}
        shown = known or len(signs) >= _FEWEST
        yield from (
            _repair(s, mended, "sure" if s in known else "open", wrong)
            for s, mended in ones
            if s in known or (shown and mended.istitle())
        )
    yield from _sharp_s(text, is_listed)


def _find_legacy(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_LEGACY` matches, in order; it is tried only where a word with one of its signs may begin."""
    end = 0
    for sign in _LEGACY_SIGN.finditer(text):
        start = start_of_letters(text, sign.start())
        if start >= end and (match := _LEGACY.match(text, start)):
            end = match.end()
            yield match


def _sharp_s(text: str, is_listed: Known) -> Iterator[Repair]:
    """Yield words whose `ß` is the ligature that Mac OS Roman has in its place, where only the `ß` makes a word."""
    for match in _LIGATURE.finditer(text) if "ﬂ" in text else ():
        plain, german = match.group().replace("ﬂ", "fl"), match.group().replace("ﬂ", "ß")
        if not is_listed(plain, match.start()) and lexicon(("de",)).weight(german) > lexicon(("de",)).weight(plain):
            yield _repair(
                Span(*match.span()), german, "sure" if is_listed(german, match.start()) else "open", "mac_roman"
            )


def _decode_run(word: str, wrong: str, right: str) -> str:
    """Return a word that was decoded wrongly as it was meant, or "" if that is no natural word, or the word was one."""
    if any(char.islower() and char not in _SIGNS for char in word if char > "\x7f"):
        return ""
    try:
        mended = word.encode(wrong).decode(right)
    except UnicodeError:
        return ""
    return mended if len(mended) >= _SHORTEST and mended.isalpha() and _is_natural(mended) else ""


def _is_natural(word: str) -> bool:
    return word.islower() or word.istitle() or word.isupper()


def _chunk(text: str, at: int) -> Span:
    """Return the stretch between spaces around a place, without the brackets and stops at its ends."""
    start = max(text.rfind(space, max(at - 60, 0), at) for space in " \t\n\r\f") + 1
    found = _CHUNK.match(text, max(start, at - 60))
    chunk = found.group() if found else text[at]
    left = len(chunk) - len(chunk.lstrip(_AROUND))
    return Span(max(start, at - 60) + left, max(start, at - 60) + len(chunk.rstrip(_AROUND)))


def _is_shorter(word: str, mended: str) -> bool:
    """Tell whether the repair undid an encoding, and did not only trade one odd sign for another."""
    return len(mended) < len(word) or any("\x80" <= char <= "\x9f" for char in word)


def _is_reversible(word: str, mended: str) -> bool:
    for right, wrong in product(("utf-8", "cp1252"), _CODINGS):
        try:
            if mended.encode(right).decode(wrong) == word:
                return True
        except UnicodeError:
            continue
    return False


def _repair(span: Span, word: str, certainty: Certainty, taken_for: str = "") -> Repair:
    return Repair(span, word, certainty, taken_for, kind="encoding")
