"""The markers of numeric citations: brackets, parentheses and superscripts that hold numbers of the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import regex

from lint_article.document import Mark
from lint_article.document.citation import Style
from lint_article.parsing.citations.expected_numbers import find_expected
from lint_article.parsing.citations.numeric_marker import PLACES, Marker, read_marker
from lint_article.parsing.citations.outside_numbers import (
    has_decimal_commas,
    is_end_of_scale,
    is_index_or_value,
    is_interval,
    is_printed_as_citation,
)
from lint_article.parsing.citations.worded_numbers import DASH
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import abbreviations, words

# Words are looked up where a marker has some: `and` between its numbers, `see` before them, `p.` after them.
_AND = r"(?P<and>\p{Ll}+)\s"
# Of an entry, `2a–c`, `6(a)`; and what tells the reader which works are of interest, `17••`, `19–21†`.
_PART = rf"(?:[a-z](?:\s?(?:,|{DASH})\s?[a-z](?!\p{{L}}))*|\([a-z]\))?(?:[•●]{{1,3}}|[†‡])?"
_LIST = rf"\d{{1,4}}{_PART}(?:(?:\s?(?:[,;，、；]|{DASH})\s?(?:{_AND})?|\s(?:{_AND}|&\s))\d{{1,4}}{_PART})*"
_WORDS = r"(?:(?P<lead>\p{L}[\p{L}.]*),?[\s:]+){0,3}"
_TAIL = r"(?:\s?,\s?(?P<place>\p{L}+\.?|§)[^\]();]{0,25}|\s?,?\s?(?P<therein>\p{L}[\p{L}\s]{0,40}))?"
_ALSO = rf"(?:\s?;\s?(?:(?P<list>{_LIST}){_TAIL}|[^\]()\d][^\]()]{{0,25}}))*"  # behind a page: `[3, p. 5; 8]`
# Between raised numbers; parentheses may have been raised with them: `bread.9)-(16`.
_BETWEEN = rf"(?:,|\s,\s?|\s?{DASH}|\)(?:,|{DASH})\()"
_IN_PARENTHESES = rf"\(\s?{_WORDS}(?P<list>{_LIST})(?:[,;]\s(?!\d)[^()]{{1,40}})?\s?\)"


def _join_raised(between: str) -> Pattern:
    """Return the pattern of raised numbers that are stuck to a word, with what stands between two of them."""
    return Pattern(
        r"(?P<host>[\p{L}\p{M}]+|(?<![\p{L}\d.,–-])(?:1[89]|20)\d\d|\d[+−]\s?|°C|[)\]”\"’%])"
        rf"(?P<list>\d{{1,3}}(?:{between}\d{{1,3}})*)(?![\d\p{{L}}%°]|[.,]\d|[-–−+]\d?|\s?(?:%|°))"
        r"|(?P<host>[\p{L})\]”\"’%\d][.,;:?!])"
        rf"(?P<list>\d{{1,3}}(?:(?:\s?,\s?|{_BETWEEN})\d{{1,3}})*)"
        r"(?![\d%°]|\p{L}(?!(?<=\p{Lu})\p{Ll})|[.,]\d|[-–−+]\d?|\s?(?:%|°))"
        r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁻–⁾˒]+[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)|\^(?P<caret>\d{1,3}(?:[,–-]\s?\d{1,3})*)\^"
    )


_PATTERNS: dict[Style, Pattern] = {
    "bracket": Pattern(rf"[\[［【]\s?{_WORDS}(?P<list>{_LIST}){_TAIL}{_ALSO}\s?[\]］】]"),
    "paren": Pattern(rf"(?<![\p{{L}}\d]){_IN_PARENTHESES}"),
    "superscript": _join_raised(_BETWEEN),
}
# Raised numbers that plain text sets apart by a comma and a blank: `shape regulation6, 21.`
_SPACED = _join_raised(rf"(?:,\s|{_BETWEEN})")
_PAIR = Pattern(r",(?<=\p{Ll}{4}\d{1,3},)(?P<blank>\s?)\d{1,3}(?=[.,;:)]\s|\s\p{Ll})")
_FEWEST_SPACED = 3  # pairs that show a text to set its raised numbers apart
# Superscripts in parentheses that plain text has stuck to the word before: `prices(3)`, `in 2013(15)`.
_STUCK = Pattern(_IN_PARENTHESES)
_TO_A_WORD = Pattern(r"\((?<=\p{Ll}{4}\()\s?\d{1,3}\s?[),;–-]")
_APART = Pattern(r"\((?<=\s\()\s?\d{1,3}\s?[),;–-]")
# `Fig.3`, `no.7`
# Terms, whose words are looked up: abbreviations before a number, and what has numbers in parentheses, as `Eq. (3)`.
_ABBREVIATED = (*PLACES, "volume", "issue", "version", "reference")
_NUMBERED = ("equation", "figure", "theorem")
_YEAR, _WORD = Pattern(r"(?r)(?<!\d)(?:1[89]|20)\d\d"), Pattern(r"(?r)[\p{L}\p{M}\d]+")  # read to the left
_ET = Pattern(r"(?r)(?<!\p{L})et\s")
_CAPITAL = Pattern(r"\s+\p{Lu}")
_WORD_BEFORE = Pattern(r"(?<!\p{L})(\p{L}+)\.?\s*$")
# Words that carry digits of their own: formulas, genes, units, captions.
_NO_HOST = frozenset({"log", "exp"})
_LONGEST_WORD = 20
_DIGITS, _NO_LETTER, _NEAR = Pattern(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+"), Pattern(r"(?r)[^\p{L}\p{M}]"), 8
_NO_LETTERS = frozenset(" ,.;:()[]-–/=<>")  # that often stand before digits
_LONGEST_APART, _APART_BEFORE = 5, re.compile(r"[^\W\d_]\s|\s\(")  # of numbers that are raised nowhere: `in 2014`
_FEW, _MANY = 2, 5  # at most so many numbers beyond the list are citations, among at least so many sound ones


def find_markers(
    prose: str,
    style: Style,
    holes: Sequence[Span],
    marks: Sequence[Mark],
    entries: Mapping[int, int],
    named: Sequence[regex.Match[str]] = (),
) -> Iterator[Marker]:
    """Yield the markers of a system in order; `entries` has the numbers of the list, `named` those cited in words."""
    given = [m.span for m in marks if m.kind == "superscript"] if style == "superscript" else []
    if given:
        yield from _find_marked(prose, given, entries)
        return
    pattern = _pattern_of(prose, style)
    highest = max(entries, default=0)
    sure = [m for match in named if (m := read_marker(style, match, entries))]
    worded = {marker.numbers[0][1] for marker in sure}
    beyond: list[Marker] = []
    unsure: list[regex.Match[str]] = []
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        for match in _find_in(prose, style, pattern, Span(at, max(at, hole.start))):
            marker = read_marker(style, match, entries)
            if marker and marker.numbers[0][1] in worded:
                continue
            if marker and _is_citation(prose, marker, match, entries):
                sure.append(marker)
            elif marker and style != "bracket" and _is_beyond_list(prose, marker, match, highest):
                beyond.append(marker)
            elif style == "superscript" and match.group("host"):
                unsure.append(match)
        at = max(at, hole.end)
    sure += beyond if len(beyond) <= _FEW and len(sure) >= _MANY else []
    sure.sort(key=lambda marker: marker.span.start)
    yield from sorted([*sure, *find_expected(prose, unsure, sure, entries)], key=lambda marker: marker.span.start)


def _pattern_of(prose: str, style: Style) -> Pattern:
    """Return the pattern of a style's markers, in the form in which this text prints them."""
    if style == "paren" and _are_stuck(prose):
        return _STUCK
    return _SPACED if style == "superscript" and _are_spaced(prose) else _PATTERNS[style]


def _find_in(prose: str, style: Style, pattern: Pattern, bounds: Span) -> Iterator[regex.Match[str]]:
    """Yield the matches of a style's pattern in order; superscripts are looked for where there are digits."""
    for span in _near_digits(prose, bounds) if style == "superscript" else (bounds,):
        yield from pattern.finditer(prose, span.start, span.end)


def _near_digits(prose: str, bounds: Span) -> Iterator[Span]:
    """Yield the digits with the word before them, and as much on both sides as a pattern looks at; apart.

    Those behind a word and a blank are left out: a year with a number stuck to it has more digits.
    """
    first = last = at = bounds.start
    for digits in _DIGITS.finditer(prose, bounds.start, bounds.end):
        start, end = digits.span()
        if end - start < _LONGEST_APART and _APART_BEFORE.match(prose, start - 2, start) and digits[0].isdecimal():
            continue
        begin = max(min(_start_of_letters(prose, at, start), start - _NEAR), bounds.start)
        if begin > last:
            yield Span(first, last)
            first = begin
        last, at = min(end + _NEAR, bounds.end), end
    yield Span(first, last)


def _start_of_letters(prose: str, floor: int, end: int) -> int:
    """Return where the letters begin that end at an offset, which is the offset if there are none."""
    if prose[end - 1 : end] in _NO_LETTERS:
        return end
    before = _NO_LETTER.search(prose, floor, end)
    return before.end() if before else floor


def _are_stuck(prose: str) -> bool:
    """Tell whether more numbers in parentheses follow a word directly than a blank."""
    return sum(1 for _ in _TO_A_WORD.finditer(prose)) > sum(1 for _ in _APART.finditer(prose))


def _are_spaced(prose: str) -> bool:
    """Tell whether a blank follows the comma between most raised numbers that are stuck to a word."""
    pairs = Counter(bool(pair["blank"]) for pair in _PAIR.finditer(prose))
    return pairs[True] >= max(_FEWEST_SPACED, pairs[False] + 1)


def _find_marked(prose: str, spans: Sequence[Span], entries: Mapping[int, int]) -> Iterator[Marker]:
    pattern = Pattern(rf"\s*(?P<list>\d{{1,3}}(?:(?:\s?(?:,|{DASH})\s?|\s)\d{{1,3}})*)\s*")
    for span in spans:
        match = pattern.fullmatch(prose, span.start, span.end)
        marker = read_marker("superscript", match, entries) if match else None
        if marker:
            yield marker


def _is_citation(prose: str, marker: Marker, match: regex.Match[str], entries: Mapping[int, int]) -> bool:
    are_listed = all(number in entries for number, _ in marker.numbers)
    if is_interval(prose, marker.span, [span for _, span in marker.numbers], are_listed):
        return False
    if marker.style == "bracket" and (
        is_end_of_scale(prose, marker.span) or (not are_listed and is_index_or_value(prose, marker.span))
    ):
        return False
    return marker.style == "bracket" or _is_plausible(prose, marker, match, entries)


def _is_beyond_list(prose: str, marker: Marker, match: regex.Match[str], highest: int) -> bool:
    """Tell whether a lone number is a little higher than the highest of the list, and printed as citations are."""
    number = marker.numbers[0][0]
    if len(marker.numbers) > 1 or not highest < number <= highest * 1.5 + 10:
        return False
    if marker.style == "paren" and _word_before(prose, match.start()) in words(*_NUMBERED):
        return False
    return is_printed_as_citation(prose, marker.span) and (marker.style == "paren" or bool(match["raised"]))


def _word_before(prose: str, end: int) -> str:
    """Return the word that ends at an offset, a stop and white space aside, in small letters; empty if none does."""
    word = _WORD_BEFORE.search(prose, max(0, end - _LONGEST_WORD), end)
    return word[1].lower() if word else ""


def _is_worded_range(match: regex.Match[str]) -> bool:
    """Tell whether a word joins the ends of a range, as between values: `(3 to 5)`."""
    return not words("range-to").isdisjoint(word.lower() for word in match.captures("and"))


def _is_label(prose: str, match: regex.Match[str]) -> bool:
    """Tell whether a number counts a row of a table or an item of a list: it begins a line that is not wrapped."""
    line = prose.rfind("\n", 0, match.start()) + 1
    if prose[line : match.start()].strip():
        return False
    row = prose[match.end() : max(prose.find("\n", match.end()), match.end())]
    return "\t" in row or not prose[max(prose.rfind("\n", 0, max(line - 1, 0)), 0) : line].strip()


def _is_plausible(prose: str, marker: Marker, match: regex.Match[str], entries: Mapping[int, int]) -> bool:
    """Tell whether a parenthesis or a stuck number can be a citation: all its numbers are in the list."""
    if any(n not in entries for n, _ in marker.numbers) or has_decimal_commas(prose, marker.span):
        return False
    if marker.style == "paren":
        is_of_thing = _word_before(prose, match.start()) in words(*_NUMBERED)
        return not (is_of_thing or _is_worded_range(match) or _is_label(prose, match))
    if not match.groupdict().get("host"):
        return True
    host = match.group("host")
    if host[-1] in ".,;:?!":
        ended = _word_before(prose, match.start() + 1)
        if len(ended) > 1 and ended in abbreviations(*_ABBREVIATED):
            return False
        before = prose[match.start() : match.start() + 1]
        year = _YEAR.match(prose, max(0, match.start() - 4), match.start() + 1)
        return not before.isdigit() or bool(year and _CAPITAL.match(prose, match.end(), match.end() + 4))
    if host[-1] == "C" and host[0] == "°":
        return True
    if not host[-1].isalpha():
        return host[0] not in "0123456789"
    word = _WORD.match(prose, max(0, match.end("host") - 30), match.end("host"))
    whole = word.group() if word else host
    if whole == "al":
        return bool(_ET.match(prose, 0, match.end("host") - len(whole)))
    plain = whole[1:].islower() and whole.isalpha()
    return plain and len(whole) > 2 and whole.lower() not in words("counted") | _NO_HOST
