"""The forms in which a list prints one name: `A. B. Family`, `Given B. Family`, `Family, A. B.`, `Family AB` …"""

from __future__ import annotations

from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.token_cursor import Walk
from lint_article.vocabulary import words

_LONGEST_FAMILY = 5
_LEAD_INS = words("lead-in")
_SEPARATORS = frozenset({",", ";", "conjunction"})
_ENDS_NAME = _SEPARATORS | {"suffix", ".", "(", ":", "[", "/", "year", "end", "etal", "editors"}
_ENDS_GIVEN = _ENDS_NAME | {"«", "“", '"'}


def read_name(walk: Walk) -> bool:
    """Read the name that begins here, and tell whether there is one; the walk stays where it is if not."""
    if walk.kind() == "initials" and _has_family_ahead(walk):
        return _read_initials_first(walk)
    begin, known = walk.at, len(walk.found.names)
    if not _read_family_first(walk):
        return False
    if known and not walk.inverted and walk.initialled and not walk.found.names[-1].given:
        walk.found.names.pop()  # the title: every author before it has initials
        walk.at = begin
        return False
    return True


def is_inverted(walk: Walk, offset: int) -> bool:
    """Tell whether `Family, I.` or `Family I.` stands at the offset."""
    offset = walk.ahead(offset, "particle")
    words = 0
    while walk.kind(offset) in {"capital", "particle"} and words < _LONGEST_FAMILY:
        offset += 1
        words += 1
    return bool(words) and (
        walk.kind(offset) == "initials" or (walk.kind(offset), walk.kind(offset + 1)) == (",", "initials")
    )


def _has_family_ahead(walk: Walk) -> bool:
    """Tell whether a family name stands behind the initials: `A. de Vries`, or one like a particle: `A. W. Lo`."""
    at = walk.ahead(1, "initials", "particle")
    if walk.kind(at) == "capital":
        return True
    last = walk.tokens[walk.at + at - 1]
    return last.kind == "particle" and last.text[0].isupper() and walk.kind(at) in _ENDS_NAME


def _read_initials_first(walk: Walk) -> bool:
    """`A. B. van Family`"""
    start = walk.at
    walk.skip("initials")
    walk.initialled = True
    return _read_family_last(walk, start)


def _read_family_last(walk: Walk, start: int) -> bool:
    """Read the family name, the given ones read from `start` on: `Given B. van Family`"""
    given = walk.words(start, walk.at)
    begin = walk.at
    walk.skip("particle")
    walk.take_capitals(2)
    return walk.add(begin, walk.at, given)


def _read_family_first(walk: Walk) -> bool:
    begin = walk.at
    count = _take_family(walk)
    if walk.at == begin:
        return False
    end = walk.at
    if walk.kind() == "suffix":
        walk.at += 1
    if walk.kind() == "initials" and _has_given_name_before(walk):
        walk.skip("initials")
        walk.inverted = False
        return _read_family_last(walk, begin)
    if walk.kind() == "," and walk.kind(1) == "suffix" and walk.kind(2) in {",", "initials"}:
        walk.at += 2
    if walk.kind() == "initials":
        return _read_family_initials(walk, begin, end)
    if walk.kind() == ",":
        return _read_given_after_comma(walk, begin, end, count)
    return _read_full_name(walk, begin, end, count)


def _take_family(walk: Walk) -> int:
    """Step over a family name with its particles; return how many capitalised words it has."""
    begin = walk.at
    while walk.kind() == "particle" and not _is_family_like_particle(walk):
        walk.at += 1
    if walk.kind() == "initials" and len(walk.tokens[walk.at].text) > 1 and walk.at - begin < 2:
        walk.at += 1  # a family name in capitals
    count = walk.take_capitals(_LONGEST_FAMILY)
    if not count and walk.kind() == "particle":
        walk.at += 1
    return count


def _read_given_after_comma(walk: Walk, begin: int, end: int, count: int) -> bool:
    if walk.kind(1) == "initials" and not _has_given_name_ahead(walk):
        walk.at += 1
        return _read_family_initials(walk, begin, end)
    given_end = _given_words_after_comma(walk, count)
    if given_end:
        given = walk.words(walk.at + 1, given_end)
        walk.at = given_end
        walk.inverted = True
        return walk.add(begin, end, given)
    return _read_full_name(walk, begin, end, count)


def _is_family_like_particle(walk: Walk) -> bool:
    """Tell whether a family name is spelt like a particle: `Das S.`, `Do, L. P.`"""
    if not walk.tokens[walk.at].text[0].isupper():
        return False
    return walk.kind(1) == "initials" or (walk.kind(1), walk.kind(2)) == (",", "initials")


def _has_given_name_before(walk: Walk) -> bool:
    """Tell whether what stands before these initials is a given name: `Peter H. Westfall`.

    `Marlin K. Reefs. Geneva` looks alike: the other entries of the list decide, or a second name of this form.
    """
    if walk.inverted or "." not in walk.tokens[walk.at].text:
        return False
    stop = _after_family(walk, 1)
    if not stop or walk.given_first:
        return bool(stop)
    following = stop + 1 if walk.kind(stop + 1) != "conjunction" else stop + 2
    if walk.kind(stop) not in _SEPARATORS or walk.kind(following) != "capital":
        return False
    second = _after_family(walk, following + 1)
    middle = walk.kind(following + 1) == "initials"
    return bool(second) and (middle or (walk.kind(stop) == "," and walk.kind(second) in _SEPARATORS))


def _after_family(walk: Walk, offset: int) -> int:
    """Return the offset after a family name that initials or particles may precede and that is closed, else 0."""
    begin = walk.ahead(offset, "initials", "particle")
    stop = begin
    while walk.kind(stop) == "capital" and stop - begin < 2:
        stop += 1
    return stop if stop > begin and walk.kind(stop) in _ENDS_NAME else 0


def _has_given_name_ahead(walk: Walk) -> bool:
    """Tell whether `Family, A. Other,` means two names: only if the list is not inverted, as `Tom Family` shows."""
    return walk.inverted is False and walk.kind(2) in {"capital", "particle"}


def _read_family_initials(walk: Walk, begin: int, end: int) -> bool:
    """`Family A. B.`, also `Roever W.-P. de`"""
    start = walk.at
    walk.skip("initials", "suffix")
    stop = walk.at
    while walk.kind() == "particle" and walk.kind(1) in {",", ";", ".", "conjunction", "etal", "(", "year"}:
        walk.at += 1
    walk.inverted = True
    walk.commas = walk.tokens[start - 1].kind == ","
    return walk.add(begin, end, walk.words(start, stop))


def _given_words_after_comma(walk: Walk, count: int) -> int:
    """Return the token after `, Given Names` if they close a name, else 0."""
    offset = 1
    words = 0
    while walk.kind(offset) in {"capital", "initials", "particle"} and words < 4:
        words += walk.kind(offset) != "particle"
        offset += 1
    if not words or (count > 2 and walk.inverted is not True) or not walk.commas:
        return 0
    closing = walk.kind(offset)
    first = walk.tokens[walk.at + 1]
    if fold(first.text) in _LEAD_INS and len(first.text) > 1:
        return 0
    if closing not in _ENDS_GIVEN:
        return 0
    if closing == "," and walk.kind(offset + 1) == "initials" and words == 1 and count == 1:
        return 0  # `Noguera, Monaghan, P.` are two authors
    if walk.inverted is False or (count > 1 and walk.inverted is None and closing in {",", "."} and words != 1):
        return 0
    return walk.at + offset


def _read_full_name(walk: Walk, begin: int, end: int, count: int) -> bool:
    """`Given Family`, or a family name alone."""
    if count == 0:
        walk.at = end
        return walk.add(begin, end, "")
    if walk.kind() == "lower":
        walk.at = begin
        return False
    if count == 1 or walk.tokens[begin].kind == "particle":
        return walk.add(begin, end, "")
    last = end - 1
    while last - 1 > begin and walk.tokens[last - 1].kind == "particle":
        last -= 1
    if walk.inverted and last - begin == 1 and len(walk.tokens[last].text) == 2:
        return walk.add(begin, last, walk.words(last, end))  # initials in small letters: `Rosselló Ja`
    if walk.inverted is None:
        walk.inverted = False
    return walk.add(last, end, walk.words(begin, last))
