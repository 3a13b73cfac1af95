"""The signs by which a stretch of text shows that it is an entry of a reference list."""

from __future__ import annotations

import re

import regex

from lint_article.parsing.reference import LABEL
from lint_article.parsing.words import STATUSES
from lint_article.parsing.years import YEAR
from lint_article.text import Span
from lint_article.text.pattern import Pattern

DATED = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_STATUS = Pattern("|".join(regex.escape(word) for word in STATUSES if len(word) > 3), regex.IGNORECASE)
_PARTICLES = r"(?:(?:[dD]e|[vV][ao]n|[lL]a|[dD][aiou]s?|[eE]l|[aA]l|[tT]e[nr]|zu[mr]?|der|den|dos)\s+){0,3}"
_CAPITALIZED = r"\p{Lu}[\p{L}\p{M}'’‐-]+"
_FAMILY = rf"{_PARTICLES}(?:[dlODL]['’])?{_CAPITALIZED}(?:\s+{_CAPITALIZED}){{0,2}}"
_GIVEN = r",\s*\p{Lu}\p{Ll}?\.|,?\s+\p{Lu}{1,3}(?:-\p{Lu})?(?=[\s,.;(]|$)|\s+\p{Lu}\.|,\s+\p{Lu}\p{Ll}+"
_INITIALS_FIRST = r"\p{Lu}\p{Ll}?\.[\s-]?(?:\p{Lu}\.\s?){0,8}\s?(?:(?:van|von|de|der)\s+){0,3}\p{Lu}\p{Ll}+"
_DASHES = r"[–—―_]{2,}|—(?=[.,\s])|-{3,}"
AUTHOR = Pattern(rf"{_FAMILY}(?:{_GIVEN})|{_INITIALS_FIRST}|{_DASHES}")
_EARLY_YEAR = Pattern(rf"\p{{Lu}}[^.\d]{{1,100}}?\.?[\s(]{{1,2}}{YEAR}[a-z]?[\s).,:]")
LINKED = re.compile(
    r"https?:|www\.|\bdoi\b|10\.\d{4}/|url:"
    r"|available (?:at|from|online)|accessed|retrieved|дата обращения|режим доступа",
    re.IGNORECASE,
)
_LOCUS = re.compile(
    r"\d\s?[-–—‑]\s?\d|\bpp?\.|\bvol\b|\bno\.|\d\(\d|\d:\s?\d|\(eds?\.?\)|\bpress\b|\bS\.\s\d|\bС\.\s\d|\bpages?\b",
    re.IGNORECASE,
)
ENDED = Pattern(r"(?:[.)\]”\"?]|\d|https?://\S+|10\.\d{4,}/\S+)\s*$")
_LONGEST_ENTRY = 2_500


def begins_named(prose: str, span: Span) -> bool:
    """Tell whether a stretch begins with an author, or with words that a year follows soon."""
    return bool(AUTHOR.match(prose, *_bare(prose, span))) or _dated_early(prose, span)


def begins_initialled(prose: str, span: Span) -> bool:
    """Tell whether a stretch begins with an author's initials or with words that a year follows soon: with no place."""
    author = AUTHOR.match(prose, *_bare(prose, span))
    return bool(author and (not author[0][-1].islower() or author[0][1:2] == ".")) or _dated_early(prose, span)


def is_whole(prose: str, line: Span) -> bool:
    """Tell whether a line may be an entry by itself.

    A name begins it, behind a label or not, it gives a year, and it closes no bracket that a line before it opened.
    """
    label = LABEL.match(prose, line.start, line.end)
    at = label.end() if label else line.start
    closing = prose.find(")", at, line.end)
    is_rest = closing >= 0 and prose.find("(", at, closing) < 0
    return not is_rest and begins_named(prose, Span(at, line.end)) and DATED.search(prose, at, line.end) is not None


def _dated_early(prose: str, span: Span) -> bool:
    return bool(_EARLY_YEAR.match(prose, *_bare(prose, span)))


def _bare(prose: str, span: Span) -> tuple[int, int]:
    """Return where a stretch begins behind white space, and where it ends."""
    return span.end - len(span.of(prose).lstrip()), span.end


def likeness(prose: str, span: Span) -> int:
    """Count the signs that a stretch is an entry of a reference list (0 to 5)."""
    if len(span) > _LONGEST_ENTRY:
        return 0
    label = LABEL.match(prose, span.start, span.end)
    at = label.end() if label else span.start
    labelled = bool(label and label.end() > span.start and prose[span.start : label.end()].strip())
    return (
        bool(AUTHOR.match(prose, at, span.end) or _EARLY_YEAR.match(prose, at, span.end)) * 2
        + bool(DATED.search(prose, span.start, span.end) or _STATUS.search(prose, span.start, span.end))
        + bool(LINKED.search(prose, span.start, span.end))
        + bool(_LOCUS.search(prose, span.start, span.end))
        + labelled
    )
