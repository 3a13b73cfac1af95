"""Groups in the author's place, known by their entry's own words: what stands before its year, and acronyms of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lint_article.document import Name, Reference
from lint_article.parsing.names.folding import fold
from lint_article.text.pattern import Pattern

_ACRONYM = Pattern(
    r"[(\[](?P<acronym>\p{Lu}[\p{Lu}\p{Ll}&-]{1,11})[)\]]|(?<![\p{L}.])(?P<acronym>\p{Lu}{3,11})(?![\p{L}\d])"
)
_GROUP = Pattern(r"\p{L}[\p{L}’'-]{2,}(?:\s\p{L}[\p{L}’'-]*){0,12}")  # no comma, no initials
_SHORT_FORM = Pattern(r"[(\[](?P<acronym>\p{Lu}[\p{L}&.-]{1,11})(?=[,;)\]]|\s\d{4})")
_LAST_WORD = Pattern(r"\p{L}[\p{L}’'-]*(?=\s?$)")
_CAPITAL = Pattern(r"(?<![\p{L}’'])\p{Lu}")
_STOP = Pattern(r"(?<=\p{L}{2})[.?!:]\s")
_LONGEST_WORD = 60
_HEAD = 200  # code points in which what stands before the year may be an author


def may_be_group(text: str, reference: Reference, authors: Sequence[Name]) -> bool:
    """Tell whether the first author may be a group: without a given name, or with an acronym or several words for one.

    An entry prints them before the family name: `Wells Protection Agency`.
    """
    if not authors or authors[0].literal or not authors[0].given:
        return True
    given = authors[0].given.removesuffix(".")
    is_acronym = given.isupper() and given.isalpha() and len(given) > 2
    return (is_acronym or (" " in given and "." not in given)) and text.startswith(given, reference.span.start)


def head_of(text: str, reference: Reference) -> str:
    """Return what an entry prints before its year, or before its first stop if the year stands at its end."""
    start = reference.label.span.end if reference.label else reference.span.start
    end = min(start + _HEAD, reference.span.end)
    if reference.year and start < reference.year.span.start:
        end = min(end, reference.year.span.start)
    stop = _STOP.search(text, start, end)
    return text[start : stop.start() if stop else end]


def acronyms_of(text: str, reference: Reference) -> Iterator[str]:
    """Yield the acronyms that an entry prints before its year, and the first two joined."""
    start = reference.label.span.end if reference.label else reference.span.start
    end = min(reference.span.end, start + _HEAD)
    printed = [fold(match["acronym"]) for match in _ACRONYM.finditer(text, start, end)]
    yield from printed
    if len(printed) > 1:
        yield "".join(printed[:2])


@lru_cache(maxsize=2)
def _short_forms(text: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return the acronyms in brackets by the word before each, folded, with the places where these words end."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for match in _SHORT_FORM.finditer(text):
        last = _LAST_WORD.search(text, max(match.start() - _LONGEST_WORD, 0), match.start())
        if last:
            found[fold(last.group())].append((last.end(), fold(match["acronym"])))
    return found


def acronyms_in_text(text: str, reference: Reference) -> Iterator[str]:
    """Yield what brackets print behind the name of a group anywhere in the text: `Danmarks Statistik (DST, 2020)`."""
    name = head_of(text, reference).strip(" .([")
    if _GROUP.fullmatch(name):
        for end, acronym in _short_forms(text).get(fold(name.split()[-1]), ()):
            if text.endswith(name, 0, end):
                yield acronym


def initials_of(text: str, reference: Reference) -> Iterator[str]:
    """Yield what the capitals before an entry's year spell, and the beginnings of that."""
    capitals = fold("".join(_CAPITAL.findall(head_of(text, reference)))[:12])
    yield from (capitals[:length] for length in range(3, len(capitals) + 1))
