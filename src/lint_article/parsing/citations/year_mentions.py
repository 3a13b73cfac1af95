"""Years and statuses from which citations are read, wherever they stand in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from lint_article.compiled import compile_re
from lint_article.dataclass import dataclass
from lint_article.text import Span
from lint_article.text.pattern import Pattern, small_letters
from lint_article.vocabulary import STATUS, TermPattern, spell_out, status_of

_LETTERS = r"(?-i:[a-z])(?![\p{L}\d’'])"
# What follows a year that begins the number of a grant or a device: `2014-7-1-2`, `2011-6322-I`, `2000-C`.
_CODE = r"-(?:\d{1,2}-\d|\d{4}-(?-i:[\dIVX])|(?-i:\p{Lu}[\p{Lu}\d]{0,9})(?!\p{L}))"
_ANCHOR = TermPattern(
    rf"""
    (?<![\d\p{{L}}/@#$€£§+=<>~^_]|\d[.,:–—-]|[\p{{L}}][-–—])
    (?:
      (?P<year>(?:1[5-9]\d\d|20\d\d))(?!/\d+-[\dIVX]|[/-]\d{{5}}|{_CODE})
      (?P<second>\s?[/–-]\s?(?:1[5-9]|20)?\d\d(?!\d))?
      (?:(?:[ ](?={_LETTERS}[,;)\]]))?(?P<suffix>{_LETTERS}(?:\s?[,&–-]\s?(?:\p{{L}}{{2,3}}\s)?{_LETTERS})*))?
      (?![\p{{L}}\d]|\.\d|,\d(?!\d{{3}}(?!\d))|[/–-]\d{{3}}(?!\d)|%|’s\s|['’]s\s)
    | (?P<malformed>
          (?:1[5-9]\d|20\d)(?![\d\p{{L}}.,:]\d|\d|%|(?<=(?-i:[IVXLC])\s\d{{3}}),\s(?:1[5-9]|20)\d\d(?!\d))
          [a-z]?(?!\p{{L}})
        | (?:1[5-9]|20)\d{{3}}[a-z]?(?![\d\p{{L}}])
        | [1Il2](?:[9Oo0][\dOoIl]{{2}})(?<=[OoIl]\d{{0,3}})(?<=\d[^\d]{{0,3}})(?![\p{{L}}\d])
      )
    | (?P<status>{STATUS})\.?
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_UNDATED = "n.d."
_GOES_ON = Pattern(r"\s+[\p{Lu}\d]|['’]\p{L}")  # German `s. a.` leads on to a work, `s. D’Arms` to a name
_LONE_LETTER = Pattern(r"(?<!\p{L})[a-z](?!\p{L})")
_INITIALS = Pattern(r"(?:\p{Lu}\.\s*)+(?:\p{Lu}\.?)?")
# What each match begins with, in small letters: where to look.
_HINT = rf"(?<![a-z\d])(?:(?:1[5-9]|20)\d|[il12][9o0][\doil]{{2}}|{STATUS})"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A year or a status, and where it stands."""

    start: int
    end: int
    year: str
    suffix: str
    second: str
    malformed: bool
    status: bool


def find_anchors(prose: str, holes: Sequence[Span]) -> Iterator[Anchor]:
    """Yield the years and statuses outside of the holes, in order."""
    at = 0
    hints = compile_re(spell_out(_HINT, prose, small=True))
    for hole in [*holes, Span(len(prose), len(prose))]:
        for hint in hints.finditer(small_letters(prose), at, max(at, hole.start)):
            match = _ANCHOR.match(prose, hint.start(), hole.start) if hint.start() >= at else None
            if match is None:
                continue
            at = match.end()
            groups = match.groupdict()
            status = groups["status"]
            if status and (status.lower() == "nd" or status.rstrip(".") == "i.e" or _INITIALS.fullmatch(status)):
                continue
            if status and status_of(status) == _UNDATED and _GOES_ON.match(prose, match.end()):
                continue
            value = groups["year"] or groups["malformed"] or status_of(status)
            end = match.end() if not groups["second"] or groups["suffix"] else match.end("second")
            yield Anchor(
                match.start(),
                end,
                value,
                groups["suffix"] or "",
                groups["second"] or "",
                bool(groups["malformed"]),
                bool(status),
            )
        at = max(at, hole.end)


def suffix_letters(printed: str) -> list[str]:
    """Return the letters of `a, b`, or of a range of them."""
    letters = _LONE_LETTER.findall(printed.lower())
    if len(letters) == 2 and not {"–", "-"}.isdisjoint(printed) and letters[0] < letters[1]:
        return [chr(code) for code in range(ord(letters[0]), ord(letters[1]) + 1)]
    return letters


def second_year(anchor: Anchor) -> tuple[str, ...]:
    """Return the end of a span of years, whole."""
    digits = anchor.second.strip(" /–-")
    if not digits:
        return ()
    year = digits if len(digits) == 4 else anchor.year[:2] + digits
    return (year,) if year > anchor.year else ()
