"""Links that are announced and not given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

import regex

from lint_article.document import Document, Finding
from lint_article.text import Span
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import TermPattern

_SEEN = r"(?:last\s+)?(?:(?&accessed|retrieved)|cited)"
_ACCESS = rf"(?:[(\[]\s*{_SEEN}[^()\[\]]{{0,50}}[)\]]|{_SEEN}:?[^()\[\].]{{2,40}}\d{{4}})"
_DATE = r"(?:(?-i:\p{Lu})\p{L}+\s+\d{1,2},?\s+\d{4},?\s+|\d{1,2}\.?\s+\p{L}+,?\s+\d{4},?\s+)"
_WORDS = "|".join(
    (
        r"available\s+(?:online\s+|electronically\s+)?(?:at|from|via|on|online)(?:\s+url)?\s*:?",
        rf"retrieved\s+(?:on\s+)?{_DATE}?(?:from|at)\s*:?",
        r"(?:accessed|accessible)\s+(?:at|from)\s*:?",
        r"(?:url|uri|web|website|link|online)\s*:",
        r"режим\s+доступа\s*:",
        r"доступно?\s*(?:по\s+адресу|на)\s*:",
        r"электронный\s+ресурс\s*:",
        r"disponible\s+(?:en\s+ligne\s+)?(?:en|sur|à|desde)(?:\s+l['’]adresse)?\s*:",
        r"disponível\s+(?:em|on-?line)\s*:",
        r"disponibile\s+(?:in|su|a|all['’]indirizzo)\s*:",
        r"(?:verfügbar|abrufbar|online\s+verfügbar|erhältlich)\s+(?:unter|auf)\s*:?",
        r"dostępn[ey]\s+(?:na|w|pod\s+adresem)\s*:",
        r"erişim\s*(?:adresi)?\s*:",
        r"recuperado\s+(?:el\s+\d{1,2}\s+de\s+\p{L}+\s+de\s+\d{4},?\s+)?de\s*:",
        r"repéré\s+à\s*:?",
    )
)
_LEAD = TermPattern(
    rf"""(?<![\p{{L}}])(?P<lead>{_WORDS})(?P<rest>\s*{_ACCESS})?
    (?!\s*[<(\[]?(?:https?:|ftp:|www\.|doi|10\.\d{{4}}|[\p{{L}}\d-]+(?:\.[\p{{L}}\d-]+)+(?:/|(?=\s|$))))
    \s*(?P<stop>[.;]?)\s*(?P<end>$|(?=\n)|(?<=[.)\]]\s)(?=(?-i:\p{{Lu}})))""",
    regex.VERBOSE | regex.IGNORECASE,
)
_NOUN = re.compile(r"url|uri|web|website|link|online", re.IGNORECASE)
_CLAUSE_ENDS = ("", "\n", *".;,:([—–")
# What each lead begins with, in small letters: where to look.
_FIRST_WORDS = "|".join(
    (
        r"available|retrieved|access(?:ed|ible)|(?:url|uri|web|website|link|online)\s*:",
        r"режим|доступ|электронный",
        r"dispon[ií]|(?:online\s+)?verfügbar|abrufbar|erhältlich|dostępn|erişim|recuperado|repéré",
    )
)
_HINT = re.compile(rf"(?<![^\W\d_])(?:{_FIRST_WORDS})")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per lead, in an entry or its own line, that nothing but an access date follows."""
    linked = [m.span.start for m in document.marks if m.kind == "link"]
    for bounds, match in _leads(document):
        if not _is_entry(document, bounds, match) and not _announces(document, match):
            continue
        stop = match.end("rest") if match.group("rest") else match.start("lead") + len(match.group("lead").rstrip())
        span = Span(match.start(), stop)
        if not _is_linked(document, linked, span):
            lead = " ".join(match.group("lead").split())
            yield Finding(span, {"lead": lead})


def _leads(document: Document) -> Iterator[tuple[Span, regex.Match[str]]]:
    """Yield each lead that nothing but an access date follows, with the entry or other stretch that it stands in."""
    for bounds in _stretches(document):
        end = bounds.start
        for hint in _HINT.finditer(small_letters(document.prose), bounds.start, bounds.end):
            match = _LEAD.match(document.prose, hint.start(), bounds.end) if hint.start() >= end else None
            if match:
                end = match.end()
                yield bounds, match


def _stretches(document: Document) -> Iterator[Span]:
    """Yield the entries of the lists, and the text between them."""
    at = 0
    for reference in sorted(document.references, key=lambda r: r.span):
        if reference.span.start > at:
            yield Span(at, reference.span.start)
        yield reference.span
        at = max(at, reference.span.end)
    if at < len(document.prose):
        yield Span(at, len(document.prose))


def _is_entry(document: Document, bounds: Span, match: regex.Match[str]) -> bool:
    """Tell whether a lead without a colon ends an entry, or bears an access date."""
    return bool(match.group("rest")) or any(r.span == bounds for r in document.references)


def _announces(document: Document, match: regex.Match[str]) -> bool:
    """Tell whether a lead outside of the lists is one: it has a colon, and a noun begins its line or clause."""
    noun = _NOUN.match(match.group("lead")) is not None
    before = document.prose[: match.start("lead")][-40:].rstrip(" \t")
    return match.group("lead").rstrip()[-1] == ":" and (not noun or before[-1:] in _CLAUSE_ENDS)


def _is_linked(document: Document, linked: list[int], span: Span) -> bool:
    """Tell whether the format gives a link on these words (a hyperlink in DOCX, HTML or PDF)."""
    at = bisect_left(linked, span.start)
    return at < len(linked) and linked[at] < span.end + 3 and bool(document.marks)
