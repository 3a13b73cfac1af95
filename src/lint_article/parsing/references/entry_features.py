"""The signs by which a stretch of text shows that it is an entry of a reference list."""

from __future__ import annotations

import re

import regex

from lint_article.parsing.kept import kept_by_stretch
from lint_article.parsing.references.reference import LABEL
from lint_article.text import Span
from lint_article.text.pattern import Match, Pattern
from lint_article.vocabulary import STATUS, YEAR, TermPattern, words

DATED = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_STATUS = TermPattern(rf"\b{STATUS}", regex.IGNORECASE)
_PARTICLES = r"(?:(?P<particle>\p{L}{1,4})\s+){0,3}?"  # as few as can be: what is looked up is no other word
_CAPITALIZED = r"\p{Lu}[\p{L}\p{M}'’‐-]+"
_FAMILY = rf"{_PARTICLES}(?:[dlODL]['’])?{_CAPITALIZED}(?:\s+{_CAPITALIZED}){{0,2}}"
_GIVEN = (
    r"(?P<comma_and_initial>,\s*\p{Lu}\p{Ll}?\.)|(?P<initials>,?\s+\p{Lu}{1,3}(?:-\p{Lu})?(?=[\s,.;(]|$))"
    r"|(?P<initial>\s+\p{Lu}\.)|(?P<comma_and_name>,\s+\p{Lu}\p{Ll}+)"
)
_INITIALS_FIRST = rf"\p{{Lu}}\p{{Ll}}?\.[\s-]?(?:\p{{Lu}}\.\s?){{0,8}}\s?{_PARTICLES}\p{{Lu}}\p{{Ll}}+"
_DASHES = r"[–—―_]{2,}|—(?=[.,\s])|-{3,}"
_EASTERN = r"[\p{Han}\p{Katakana}\p{Hiragana}ー々]"
# Scripts without capital letters: `王嘉, 郭立德.`, `文部科学省（2018）`, `김철수·이영희`, `العمري، محمد`.
_UNCASED = (
    rf"{_EASTERN}{{2,5}}(?=\s?[,，、．.・·;；（(])|{_EASTERN}{{2,20}}(?=\s?[（(]\s?{YEAR})"
    r"|\p{Hangul}{2,5}(?=\s?[,，·.(（])|\p{Arabic}{2,}(?:\s\p{Arabic}+){0,3}(?=\s?[،,])"
)
_AUTHOR = Pattern(rf"{_FAMILY}(?:{_GIVEN})|(?P<initials_first>{_INITIALS_FIRST})|{_DASHES}|{_UNCASED}")
_FORMS = ("comma_and_initial", "initials", "initial", "comma_and_name", "initials_first")
_EARLY_YEAR = Pattern(rf"\p{{Lu}}[^.\d]{{1,100}}?\.?[\s(]{{1,2}}{YEAR}[a-z]?[\s).,:]")
LINKED = TermPattern(
    r"https?:|www\.|\bdoi\b|10\.\d{4}/|\b(?&address-label|available-at|accessed|retrieved)", regex.IGNORECASE
)
_LOCUS = Pattern(r"\d\s?[-–—‑]\s?\d|\d\(\d|\d:\s?\d")
# Words are looked up: of editors in brackets, of volumes and pages before a number.
_LOCUS_WORD = Pattern(r"\((?P<editor>\p{L}+\.?)\)|\b(?P<counted>\p{L}+\.?)\s?\d")
_PUBLISHER = TermPattern(r"\b(?&publisher)", regex.IGNORECASE)
ENDED = Pattern(r"(?:[.)\]”\"?]|\d|https?://\S+|10\.\d{4,}/\S+)\s*$")
_LONGEST_ENTRY = 8_000  # code points: of hundreds of authors


def author_at(prose: str, start: int, end: int | None = None) -> Match | None:
    """Return the first author's name as it begins at an offset, or the dashes that repeat it; None for other words."""
    match = _AUTHOR.match(prose, start, end)
    named = match and words("particle").issuperset(word.lower() for word in match.captures("particle"))
    return match if named else None


def author_form(prose: str, start: int, end: int) -> str:
    """Return in which form the first author is printed that begins at an offset; empty if none does."""
    match = author_at(prose, start, end)
    return next((form for form in _FORMS if match[form]), "other") if match else ""


def has_author(prose: str, span: Span) -> bool:
    """Tell whether an entry begins with an author, behind a label or not."""
    label = LABEL.match(prose, span.start, span.end)
    return bool(author_at(prose, label.end() if label else span.start, span.end))


def is_named_start(prose: str, span: Span) -> bool:
    """Tell whether a stretch begins with an author, or with words that a year follows soon."""
    return bool(author_at(prose, *_bare(prose, span))) or has_early_year(prose, *_bare(prose, span))


def is_dated(prose: str, span: Span) -> bool:
    """Tell whether a stretch gives a year, or says that there is none: `n.d.`, `in press`."""
    return bool(DATED.search(prose, span.start, span.end) or _STATUS.search(prose, span.start, span.end))


def is_whole(prose: str, line: Span) -> bool:
    """Tell whether a line may be an entry by itself.

    A name begins it, behind a label or not, it gives a year, and it closes no bracket that a line before it opened.
    """
    label = LABEL.match(prose, line.start, line.end)
    at = label.end() if label else line.start
    closing = prose.find(")", at, line.end)
    is_rest = closing >= 0 and prose.find("(", at, closing) < 0
    return not is_rest and DATED.search(prose, at, line.end) is not None and is_named_start(prose, Span(at, line.end))


def has_early_year(prose: str, start: int, end: int) -> bool:
    """Tell whether words begin at an offset that a year follows soon."""
    return _EARLY_YEAR.match(prose, start, end) is not None


def _bare(prose: str, span: Span) -> tuple[int, int]:
    """Return where a stretch begins behind white space, and where it ends."""
    return span.end - len(span.of(prose).lstrip()), span.end


@kept_by_stretch
def entry_score(prose: str, span: Span) -> int:
    """Count the signs that a stretch is an entry of a reference list (0 to 5)."""
    if len(span) > _LONGEST_ENTRY:
        return 0
    label = LABEL.match(prose, span.start, span.end)
    at = label.end() if label else span.start
    labelled = bool(label and label.end() > span.start and prose[span.start : label.end()].strip())
    return (
        bool(author_at(prose, at, span.end) or _EARLY_YEAR.match(prose, at, span.end)) * 2
        + is_dated(prose, span)
        + bool(LINKED.search(prose, span.start, span.end))
        + _has_locus(prose, span.start, span.end)
        + labelled
    )


def _has_locus(prose: str, start: int, end: int) -> bool:
    """Tell whether a stretch gives pages, a volume, editors or a publisher."""
    if _LOCUS.search(prose, start, end) or _PUBLISHER.search(prose, start, end):
        return True
    return any(
        (word["editor"] or "").lower() in words("editor")
        or (word["counted"] or "").lower() in words("page", "volume", "issue")
        for word in _LOCUS_WORD.finditer(prose, start, end)
    )
