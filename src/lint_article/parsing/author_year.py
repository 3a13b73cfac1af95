"""Author-year citations, read backwards from each year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from lint_article.dataclass import dataclass
from lint_article.document import Field, Name
from lint_article.parsing.brackets import Brackets, find_brackets
from lint_article.parsing.candidates import Candidate, Form
from lint_article.parsing.filled_lines import early_breaks
from lint_article.parsing.folding import fold
from lint_article.parsing.tokens import Token, after_sentence, tokens_of
from lint_article.parsing.words import LEAD_INS, STATUSES
from lint_article.text import Span
from lint_article.text.pattern import Pattern, small_letters

_LETTERS = r"[a-z](?![\p{L}\d])"
_STATUS = "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in sorted(STATUSES, key=len, reverse=True))
_ANCHOR = Pattern(
    rf"""
    (?<![\d\p{{L}}/@#$€£§+=<>~^_]|\d[.,:–—-]|[\p{{L}}][-–—])
    (?:
      (?P<year>(?:1[5-9]\d\d|20\d\d))
      (?P<second>\s?[/–-]\s?(?:1[5-9]|20)?\d\d(?!\d))?
      (?:(?:[ ](?={_LETTERS}[,;)\]]))?(?P<suffix>{_LETTERS}(?:\s?[,&;–-]\s?(?:and\s|und\s)?{_LETTERS})*))?
      (?![\p{{L}}\d]|[.,]\d|%|’s\s|['’]s\s)
    | (?P<malformed>
          (?:1[5-9]\d|20\d)(?![\d\p{{L}}.,:]\d|\d|%) [a-z]?(?!\p{{L}})
        | (?:1[5-9]|20)\d{{3}}[a-z]?(?![\d\p{{L}}])
        | [1Il2](?:[9Oo0][\dOoIl]{{2}})(?<=[OoIl]\d{{0,2}})(?![\p{{L}}\d])
      )
    | (?P<status>{_STATUS})(?![\p{{L}}])\.?
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
# What each match begins with, in small letters: where to look.
_HINT = re.compile(rf"(?<![a-z\d])(?:(?:1[5-9]|20)\d|[il12][9o0][\doil]{{2}}|{_STATUS})")
_PLACE = r"(?:pp?|ch(?:ap)?|sec(?:tion)?|figs?|tab(?:le)?|vol|no|para|l|S|с|стр)\b\.?\s?"
_LOCATOR = rf"(?:\s?[:,]\s?(?:{_PLACE})?(?:\d{{1,4}}[a-z]?|[xvi]+)(?:\s?[-–—]\s?\d{{1,4}})?(?!\d))"
_LOCATOR_AFTER = re.compile(_LOCATOR)
_NEXT_YEAR = re.compile(
    rf"(?:{_LOCATOR})?[a-z]?\s*(?:[,;&+]|[,;]?\s*(?:and|und|et|y|e|и|or)\b)?\s*(?:see\s+also\s+|also\s+)?"
)
_ORIGINAL = re.compile(r"\s?[\[(/=]\s?")
# What may stand between the names and the year.
_BETWEEN = Pattern(
    r"(?:(?<=al\.?)['’]s)?(?:\s+in(?=\s))?[.\s,]*"
    r"(?:[(\[（]\s*(?:[^()\[\]\d;]{2,80}[)\]][,\s]*[(\[]?|(?:Tables?|Fig(?:ure|s?\.)|[Cc]h(?:apter|\.))\s\d{1,3},\s)?)?$"
)
_POSSESSIVE = re.compile(r"(?:['’]s?|['’])$")
_OWNED = Pattern(r"\p{L}['’]s?(?:\s+[\p{Ll}-]+){0,3}$")
_BREAK = re.compile(r"\n[ \t\r]*\n|\t")  # a paragraph, a cell of a table
_NAME_KINDS = frozenset({"capital", "particle", "conjunction", "initials", ",", "etal", "suffix", "’", "'", "/"})
_SHORT_NAMES = frozenset("An He In No On So To You".split())
_WINDOW = 200


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A year or a status, and where it stands."""

    start: int
    end: int
    year: str
    suffix: str
    second: str
    malformed: bool
    status: bool


def find_candidates(prose: str, holes: Sequence[Span]) -> list[Candidate]:
    """Return the author-year candidates of a text in order; `holes` (reference lists, links) are passed over."""
    brackets, breaks = find_brackets(prose), early_breaks(prose)
    found: list[Candidate] = []
    before: tuple[_Anchor, Candidate | None] | None = None
    for anchor in _anchors(prose, holes):
        candidate = None
        if before and anchor.start - before[0].end < 40:
            candidate = _continued(prose, anchor, before, brackets, found)
        if candidate is None:
            floor = before[0].end if before else 0
            candidate = _read(prose, anchor, floor, brackets, breaks)
            if candidate:
                found.extend(_each_suffix(candidate, anchor))
        before = (anchor, found[-1] if candidate and found else None)
    return found


def _anchors(prose: str, holes: Sequence[Span]) -> Iterator[_Anchor]:
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        for hint in _HINT.finditer(small_letters(prose), at, max(at, hole.start)):
            match = _ANCHOR.match(prose, hint.start(), hole.start) if hint.start() >= at else None
            if match is None:
                continue
            at = match.end()
            groups = match.groupdict()
            status = groups["status"]
            value = groups["year"] or groups["malformed"] or STATUSES[" ".join(status.lower().split()).rstrip(".")]
            if status and status.lower() == "nd":
                continue
            end = match.end() if not groups["second"] or groups["suffix"] else match.end("second")
            yield _Anchor(
                match.start(),
                end,
                value,
                groups["suffix"] or "",
                groups["second"] or "",
                bool(groups["malformed"]),
                bool(status),
            )
        at = max(at, hole.end)


def _each_suffix(candidate: Candidate, anchor: _Anchor) -> Iterator[Candidate]:
    """Yield one candidate per letter of `2010a, b` or `2010a–c`."""
    suffixes = _letters(anchor.suffix)
    if len(suffixes) < 2:
        yield candidate
        return
    at = anchor.end - len(anchor.suffix)
    yield replace(candidate, suffix=suffixes[0], end=at + 1)
    for suffix in suffixes[1:]:
        place = anchor.suffix.lower().rfind(suffix)
        begin = at + (place if place >= 0 else len(anchor.suffix) - 1)
        yield replace(candidate, suffix=suffix, inherits=True, letter_at=begin, end=begin + 1)


def _letters(printed: str) -> list[str]:
    letters = regex.findall(r"(?<!\p{L})[a-z](?!\p{L})", printed.lower())
    if len(letters) == 2 and regex.search(r"[–-]", printed) and letters[0] < letters[1]:
        return [chr(code) for code in range(ord(letters[0]), ord(letters[1]) + 1)]
    return letters


def _continued(
    prose: str, anchor: _Anchor, before: tuple[_Anchor, Candidate | None], brackets: Brackets, found: list[Candidate]
) -> Candidate | None:
    """Read a further year of the same names, or the original year of the same work."""
    earlier, candidate = before
    if candidate is None:
        return None
    if brackets.around(anchor.start) != brackets.around(earlier.start) and prose[anchor.start - 1] not in "[(":
        return None
    if _ORIGINAL.fullmatch(prose, earlier.end, anchor.start) and not anchor.malformed:
        closed = anchor.end + (prose[anchor.end : anchor.end + 1] in {"]", ")"})
        found[-1] = replace(candidate, others=(*candidate.others, anchor.year), end=closed)
        return found[-1]
    gap = _NEXT_YEAR.fullmatch(prose, earlier.end, anchor.start)
    if not gap or not regex.search(r"[,;&+]|\p{L}", gap.group()) or anchor.second:
        return None
    if candidate.form == "bare" and anchor.malformed:
        return None
    field = Field(anchor.year, Span(anchor.start, anchor.start + len(anchor.year)))
    again = replace(
        candidate,
        year=field,
        suffix=anchor.suffix,
        others=(),
        end=anchor.end,
        malformed=anchor.malformed,
        status=anchor.status,
        inherits=True,
    )
    found.extend(_each_suffix(again, anchor))
    return again


def _read(prose: str, anchor: _Anchor, floor: int, brackets: Brackets, breaks: Sequence[int]) -> Candidate | None:
    """Read the names before a year, back to what can be no name, or nothing."""
    low = max(floor, anchor.start - _WINDOW)
    low = max([low, *(m.end() for m in _BREAK.finditer(prose, low, anchor.start))])
    early = bisect_right(breaks, anchor.start)
    low = max(low, breaks[early - 1]) if early else low
    between = _BETWEEN.search(prose, low, anchor.start)
    edge = between.start() if between else anchor.start
    owned = _OWNED.search(prose, low, edge) if between and "(" in between.group() else None
    if owned:
        edge = owned.start() + 1
    segment = _segment(prose, low, edge)
    names, starts, joined, et_al = _units(prose, segment)
    if not names:
        return None
    around = brackets.around(anchor.start)
    opened = brackets.opens[around] if around >= 0 else -1
    form: Form = "bare" if around < 0 else "paren" if opened < starts[0] else "narrative"
    if form == "narrative" and opened < edge:
        form = "paren"
    possessive = bool(owned) or prose[edge : edge + 2] in {"'s", "’s"}
    tail = prose[edge : anchor.start]
    if tail.split() == ["in"]:
        form = "bare"
    inside = max(opened + 1, floor) if form == "paren" else starts[0]
    others = _second_year(anchor)
    return Candidate(
        names=names,
        starts=starts,
        joined=joined,
        et_al=et_al,
        year=Field(
            anchor.year, Span(anchor.start, anchor.start + len(anchor.year) if not anchor.status else anchor.end)
        ),
        suffix=anchor.suffix[:1].lower(),
        others=others,
        form=form,
        cluster=opened if opened >= 0 else -anchor.start - 1,
        end=anchor.end,
        malformed=anchor.malformed,
        status=anchor.status,
        comma="," in tail,
        row=bool(floor) and prose[floor : starts[0]].strip() in {",", ";", "and", ", and", "&"},
        possessive=possessive,
        lead=prose[inside : starts[0]].strip() if inside < starts[0] else "",
        locator=_locator(prose, anchor.end),
    )


def _second_year(anchor: _Anchor) -> tuple[str, ...]:
    digits = anchor.second.strip(" /–-")
    if not digits:
        return ()
    year = digits if len(digits) == 4 else anchor.year[:2] + digits
    return (year,) if year > anchor.year else ()


def _locator(prose: str, at: int) -> Field | None:
    match = _LOCATOR_AFTER.match(prose, at)
    return Field(match.group().strip(" :,"), Span(match.start(), match.end())) if match else None


def _segment(prose: str, low: int, edge: int) -> list[Token]:
    """Return the tokens that may be names, from the last one that cannot be up to the edge."""
    kept: list[Token] = []
    for token in tokens_of(prose, after_sentence(prose, low, edge), edge):
        if token.kind in _NAME_KINDS and not (token.kind == "etal" and token.text[0] in ".…"):
            kept.append(token)
        else:
            kept.clear()
    while kept and kept[0].kind in {",", "conjunction", "etal", "’", "'", "/"}:
        kept.pop(0)
    while kept and kept[-1].kind in {"’", "'", ","}:
        kept.pop()
    return kept


def _units(prose: str, tokens: list[Token]) -> tuple[tuple[Name, ...], tuple[int, ...], tuple[bool, ...], bool]:
    """Split the tokens into names at commas and conjunctions; initials alone belong to the name before them.

    Return the names, where each starts, whether a conjunction stands before it, and whether `et al.` closes them.
    """
    groups: list[list[Token]] = [[]]
    joined: list[bool] = [False]
    et_al = False
    for token in tokens:
        if token.kind in {",", "conjunction", "etal", "’", "'", "/"}:
            et_al = token.kind == "etal"
            groups.append([])
            joined.append(token.kind in {"conjunction", "/"} and any(groups))
        elif et_al:
            et_al = False  # `Smith et al. and Jones` is no author list
            groups, joined = [[token]], [False]
        else:
            groups[-1].append(token)
    closed = bool(tokens) and tokens[-1].kind == "etal"
    if _glued(tokens):
        tokens, et_al = [*tokens[:-2], _unglued(tokens[-2])], True
        groups[-1] = [*groups[-1][:-2], tokens[-1]]
    units = [
        (unit, join)
        for group, join, following in zip(groups, joined, [*joined[1:], False], strict=True)
        if (unit := group if following and _is_short_name(group) else _stripped(group, joined=join))
    ]
    if closed and not units:
        units = [([t for t in tokens if t.kind == "capital"][-1:], False)]  # `He et al.`, `An et al.`
    names: list[Name] = []
    starts: list[int] = []
    after_and: list[bool] = []
    for unit, join in units:
        if (
            all(token.kind in {"initials", "suffix"} for token in unit)
            and names
            and len(unit[0].text.rstrip(".")) <= 4
            and "." in unit[0].text
        ):
            continue
        name = _name(prose, unit)
        if name:
            names.append(name)
            starts.append(unit[0].start)
            after_and.append(join)
    return tuple(names), tuple(starts), tuple(after_and), et_al


def _glued(tokens: list[Token]) -> bool:
    """Tell whether the space before `et al.` was lost: `Warchołet al., 2016`."""
    return len(tokens) > 1 and tokens[-1].text == "al" and len(tokens[-2].text) > 4 and tokens[-2].text.endswith("et")


def _unglued(token: Token) -> Token:
    return Token(token.kind, token.text[:-2], token.start, token.end - 2)


def _stripped(unit: list[Token], *, joined: bool) -> list[Token]:
    """Drop the words that begin a phrase and are no names: `However`, `In`, `See`; but not in `Lee and An`."""
    inner = 1 if joined else 0
    while len(unit) > inner and (unit[0].kind == "suffix" or _leads(unit)):
        unit = unit[1:]
    while unit and unit[-1].kind in {"particle", "suffix"} and len(unit) > 1 and not unit[-1].text[0].isupper():
        unit = unit[:-1]
    return unit


def _is_short_name(unit: list[Token]) -> bool:
    """Tell whether a word that often begins a sentence may be a family name before `and`: `He and Hu (2002)`."""
    return len(unit) == 1 and unit[0].text in _SHORT_NAMES


def _leads(unit: list[Token]) -> bool:
    return unit[0].kind == "capital" and unit[0].text.lower() in LEAD_INS


def _name(prose: str, unit: list[Token]) -> Name | None:
    words = [t for t in unit if t.kind in {"capital", "particle"}]
    initials = [t for t in unit if t.kind == "initials"]
    if not words:
        if len(unit) == 1 and unit[0].kind == "initials" and unit[0].text.isalpha() and len(unit[0].text) > 1:
            words = unit  # an acronym: WHO, FAO
        else:
            return None
    first, last = words[0], words[-1]
    family = _POSSESSIVE.sub("", " ".join(prose[first.start : last.end].split()))
    inner = [t for t in initials if first.start < t.start < last.end]
    if inner and words is not unit:  # `Andrey P. Tsygankov`
        given = prose[first.start : inner[-1].end]
        after = [t for t in words if t.start > inner[-1].start]
        family = _POSSESSIVE.sub("", " ".join(prose[after[0].start : last.end].split()))
        return Name(family, " ".join(given.split()), span=Span(after[0].start, last.end))
    given = " ".join(t.text for t in initials) if words is not unit else ""
    return Name(family, given, span=Span(first.start, last.end)) if fold(family) else None
