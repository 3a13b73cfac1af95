"""Words such as `Fig.` with the numbers behind them, wherever they are: `Figs 2A–C and 3`, `S1 Table`, `Tabelle 4`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lint_article.document.callout import Callout, ItemKind, ItemNumber
from lint_article.text import Span
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import forms, words
from lint_article.vocabulary.pattern import words_of

_KINDS: tuple[ItemKind, ...] = ("figure", "table", "scheme", "box")  # a word of two kinds is of the later one
NUMBER = r"(?:(?:[A-HS][.-]?|\d{1,2}\.)?\d{1,3}(?!\d)|[IVX]{1,5}(?![A-Za-z]))"
_JOINT = r"(?:\s?[-–]\s?|,\s?|,?\sand\s|\s?&\s?)"
_PANELS = "|".join(
    rf"\s?\([{case}](?:\s?[-–,]\s?[{case}])*\)|[{case}](?:{_JOINT}[{case}](?![\w’'-]|\s?[<=>≤≥]))*"
    for case in ("a-z", "A-Z")
)
_PANELS = f"(?:{_PANELS})?"
_END = r"(?![\w%]|[.,]\d)"
_FIRST = re.compile(rf"\.?[^\S\n]{{0,2}}\n?[^\S\n]{{0,9}}({NUMBER})({_PANELS}){_END}")
_NEXT = re.compile(rf"(\s?(?:[,;&–-]\s?|,?\s[^\W\d_]{{1,8}}\s))({NUMBER})({_PANELS}){_END}")
_LEADING = re.compile(r"\b(S\d{1,2}(?:(?:\s?[–,-]\s?|,?\sand\s)S?\d{1,2})*)\s$")
_SPLIT = re.compile(r"(.*?)[.-]?(\d+|[IVX]+)")
_IN = re.compile(r"[)\]]*,?\s?(?:[(\[]|(?:in|of|from)\s)(?:the\s|our\s)?")
_CLOSED = re.compile(r"\s?(?:[).,;:\]]|$)")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_UNPARTED = "\u2e80"  # scripts from here on part no words
_SHORT = 4  # letters
_LONGEST_RANGE = 40
_BEFORE = 40  # code points that words such as `Supplementary Information 2:` may take up


def find_mentions(text: str) -> Iterator[Callout]:
    """Yield every mention, word by word."""
    for kind, word in find_words(text, _kinds()):
        match = _FIRST.match(text, word.end)
        is_name = match and match.start(1) == word.end and word.of(text).isupper()  # `TAB1` is a gene
        if match and not is_name and not match[1].startswith("0"):
            number = read_number(match[1], "S" if _is_supplementary(text, word.start, match.end()) else "")
            yield Callout(Span(word.start, match.end()), word, kind, number, _letters(match[2]))
            yield from _find_later(text, match.end(), kind, number)
        elif leading := _LEADING.search(text, max(word.start - _BEFORE, 0), word.start):
            for found in re.finditer(r"\d+", leading[1]):
                yield Callout(Span(leading.start(), word.end), word, kind, ItemNumber("S", int(found[0])))


def find_words(text: str, kinds: Mapping[str, ItemKind]) -> Iterator[tuple[ItemKind, Span]]:
    """Yield where a word for a numbered item is; only words that the text holds are looked for."""
    small = small_letters(text)
    for form in words_of(text) & kinds.keys():
        at = small.find(form)
        while at >= 0:
            end = at + len(form)
            if form > _UNPARTED or _is_word(text, at, end):
                yield kinds[form], Span(at, end)
            at = small.find(form, end)


def _find_later(text: str, at: int, kind: ItemKind, last: ItemNumber) -> Iterator[Callout]:
    """Yield the numbers that follow the first one; between the ends of a range, those that it means."""
    while found := _NEXT.match(text, at):
        joint = found[1].strip(" ,;&\n").lower()
        if found[2].isalpha() and joint:
            return  # `4C-VI` is a panel with a number of its own
        through = joint in ("–", "-") or joint in words("range-to")
        number = read_number(found[2], last.series)
        if not number.value or not (through or not joint or joint in words("and", "or")):
            return
        if through and not last.value < number.value <= last.value + _LONGEST_RANGE:
            return
        is_sure = _CLOSED.match(text, found.end()) is not None
        span, nowhere = Span(*found.span(2)), Span(found.start(2), found.start(2))
        if through and number.series == last.series:
            for value in range(last.value + 1, number.value):
                yield Callout(span, nowhere, kind, ItemNumber(number.series, value), "", is_sure)
        yield Callout(Span(span.start, found.end()), nowhere, kind, number, _letters(found[3]), is_sure)
        last, at = number, found.end()


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether this is a word by itself, and no short one without a stop and a capital: `tab 3`, `box 2`."""
    if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
        return False
    is_short, has_stop = end - start <= _SHORT, text.startswith(".", end)
    return (has_stop or text[start].isupper()) if is_short else not has_stop


@cache
def _kinds() -> Mapping[str, ItemKind]:
    return forms_of(*_KINDS)


def forms_of(*kinds: ItemKind) -> Mapping[str, ItemKind]:
    """Return the words for kinds of items in all languages, in small letters and without their stops."""
    return {form.rstrip(".").lower(): kind for kind in kinds for form in forms(kind)}


@cache
def _supplement_before() -> re.Pattern[str]:
    """Return a pattern of what is before an item of a supplement: `Supplementary`, `Additional file 2:`."""
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, words('supplementary')))})(?:\s[^\W\d_]{{4,12}})?(?:\s\d{{1,2}}[:,])?\s{{0,2}}$"
    )


def _is_supplementary(text: str, start: int, end: int) -> bool:
    """Tell whether what is before or behind an item says that it is in a supplement."""
    before = text[max(start - _BEFORE, 0) : start].lower()
    return _supplement_before().search(before) is not None or _is_in_supplement(text, end)


def _is_in_supplement(text: str, end: int) -> bool:
    """Tell whether `[Online Resource 1]` or `in the supplementary data` is behind an item, and not another item."""
    lead = _IN.match(text, end)
    behind = text[lead.end() : lead.end() + _BEFORE].lower() if lead else ""
    form = next((form for form in words("supplementary") if behind.startswith(form)), None)
    return form is not None and behind[len(form) :].strip().partition(" ")[0].rstrip(".s") not in _kinds()


def read_number(printed: str, series: str) -> ItemNumber:
    """Return the number that `A.3`, `2.3` or `IV` prints; `series` is that of one without a letter."""
    split = _SPLIT.fullmatch(printed)
    if split is None:
        return ItemNumber(series, 0)
    value = int(split[2]) if split[2].isdecimal() else _read_roman(split[2])
    own = split[1].upper() + "." * split[1].isdecimal()
    return ItemNumber(own or series, value)


def _read_roman(printed: str) -> int:
    values = [_ROMAN[sign] for sign in printed]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _letters(printed: str) -> str:
    """Return the letters of the panels behind a number, those that a range means too, as they are printed."""
    found = re.findall(r"([-–]?)\s?([A-Za-z])(?![a-z])", printed.replace("and", ","))
    letters = ""
    for joint, letter in found:
        if joint and letters and letters[-1] < letter:
            letters += "".join(map(chr, range(ord(letters[-1]) + 1, ord(letter))))
        letters += letter
    return letters
