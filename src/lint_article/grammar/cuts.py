"""What is no running prose inside a paragraph, and what stands there instead for the engine."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from unicodedata import normalize

from lint_article.dataclass import dataclass
from lint_article.document import Citation, Document
from lint_article.grammar.passage import PLACEHOLDER
from lint_article.text import Span

# A noun must follow these, so what they lead to cannot simply be left out.
_NEEDS_NOUN = re.compile(
    r"(?:\b(?:and|as|by|from|in|of|or|per|refs?|reference|references|see|to|with)|^|[.;:?!])\s*$", re.IGNORECASE
)
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_GROUP = re.compile(r"\([^()]{1,600}\)")
_LEAD_IN = re.compile(
    r"\b(?:see|also|cf|e\.?g|i\.?e|compare|but|for|an?|the|reviews?|reviewed|overviews?|examples?|discussion|details?|in"
    r"|by|and|or|as|among|others|therein|references?|refs?|pp?|note|after|from|quoted|cited|adapted)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*[,;–—-]\s*")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_OTHER_SCRIPT = "\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufaff"
_UNREADABLE = re.compile(
    r"\S{64,}"  # a token no engine can stomach
    r"|([^\w\s])\1{7,}"  # rulers and leaders
    rf"|[{_OTHER_SCRIPT}]{{3,}}(?:\W+[{_OTHER_SCRIPT}]+)*"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_AFTER_SIGN = re.compile(r"[^\S\n]*(?:\n(?!\s*\n))?[^\S\n]*")
_QUOTATION = re.compile(r"“[^“”]{20,1500}”|„[^„“”]{20,1500}[“”]|«[^«»]{20,1500}»|(?<![\w\"])\"[^\"\n]{20,1500}\"(?!\w)")


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """`text` stands for the span; "" leaves it out. A `blind` cut is one that no match may touch."""

    span: Span
    text: str
    why: str
    blind: bool = False


def cuts(document: Document, quotations: bool) -> list[Cut]:
    """Return all cuts of the document, in order and apart."""
    found = [*_citations(document), *_marks(document), *_find_repairs(document), *_unreadable(document)]
    found += [_placeholder(link.span, "link") for link in document.links]
    if not quotations:
        found += [_placeholder(Span(*match.span()), "quotation") for match in _QUOTATION.finditer(document.text)]
    return apart(found)


def apart(found: Iterable[Cut]) -> list[Cut]:
    """Return the cuts in order and without overlaps; of two that overlap the earlier, then the longer one stays."""
    kept: list[Cut] = []
    for cut in sorted(found, key=lambda cut: (cut.span.start, -cut.span.end)):
        if not kept or cut.span.start >= kept[-1].span.end:
            kept.append(cut)
    return kept


def _placeholder(span: Span, why: str) -> Cut:
    return Cut(span, PLACEHOLDER, why, blind=True)


def _citations(document: Document) -> Iterator[Cut]:
    groups = [Span(*match.span()) for match in _GROUP.finditer(document.text)]
    aside = [citation for citation in document.citations if not _is_subject(citation)]
    spans = [span for citation in aside for span in _find_citations(document.text, citation)]
    yield from (_placeholder(citation.span, "citation") for citation in document.citations if _is_subject(citation))
    for span in [*_bare_groups(document.text, groups, spans), *_join_neighbours(document.text, spans)]:
        before = document.text[max(span.start - 40, 0) : span.start]
        if _NEEDS_NOUN.search(before):
            yield _placeholder(span, "citation")
        else:
            gap = len(before) - len(before.rstrip())
            yield Cut(Span(span.start - gap, span.end), "", "citation")


def _join_neighbours(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans, as one where only a comma, a semicolon or a dash lies between two of them: `[1], [2]`."""
    whole: Span | None = None
    for span in sorted(spans):
        if whole and (span.start <= whole.end or _LINK.fullmatch(text, whole.end, span.start)):
            whole = whole.union(span)
            continue
        if whole:
            yield whole
        whole = span
    if whole:
        yield whole


def _is_subject(citation: Citation) -> bool:
    """Tell whether a key stands for the names that the sentence speaks of (`\\citet`, `@doe2001 argues`)."""
    return citation.narrative and citation.style == "key"


def _find_citations(text: str, citation: Citation) -> Iterator[Span]:
    """Yield what a citation adds to its sentence: all of it, or only what follows the names that belong to it."""
    if not citation.narrative:
        yield citation.span
        return
    for match in _PARENTHESIS.finditer(text, citation.span.start, citation.span.end):
        gap = len(match[0]) - len(match[0].lstrip())
        yield Span(match.start() + gap, match.end())


def _bare_groups(text: str, groups: Iterable[Span], cited: Iterable[Span]) -> Iterator[Span]:
    """Yield the parentheses that hold citations and nothing else worth reading."""
    ordered = sorted(cited)
    for group in groups:
        first = bisect_left(ordered, group)
        inside = list(takewhile(group.contains, islice(ordered, first, None)))
        if inside and not re.search(r"[^\W\d_]{2}", _LEAD_IN.sub("", _remove_group(text, group, inside))):
            yield group


def _remove_group(text: str, group: Span, inside: Iterable[Span]) -> str:
    rest, at = "", group.start
    for span in inside:
        rest += text[at : span.start] + " "
        at = max(at, span.end)
    return rest + text[at : group.end]


def _marks(document: Document) -> Iterator[Cut]:
    for mark in document.marks:
        if mark.kind in ("code", "math", "placeholder"):
            yield _placeholder(mark.span, mark.kind)
        elif mark.kind == "note":
            yield _without_sign(document.text, mark.span)
        elif mark.kind == "hidden" or (mark.kind == "superscript" and not mark.span.of(document.text).isalpha()):
            yield Cut(mark.span, "", mark.kind)


def _without_sign(text: str, sign: Span) -> Cut:
    """Leave out the sign of a note; of the blanks around it, one space is left."""
    start, after = sign.start, _AFTER_SIGN.match(text, sign.end)
    while start and text[start - 1] == " ":
        start -= 1
    whole = Span(start, after.end() if after else sign.end)
    return Cut(whole, " " if len(whole) > len(sign) else "", "note")


def _find_repairs(document: Document) -> Iterator[Cut]:
    for repair in document.damage.repairs:
        sure = repair.certainty in ("sure", "learned")
        yield Cut(repair.span, repair.word or PLACEHOLDER, "mended", blind=not sure)
    for match in _LIGATURE.finditer(document.text):
        yield Cut(Span(*match.span()), normalize("NFKC", match[0]), "ligature")


def _unreadable(document: Document) -> Iterator[Cut]:
    for match in _UNREADABLE.finditer(document.text):
        yield _placeholder(Span(*match.span()), "unreadable")
    for match in _INVISIBLE.finditer(document.text):
        yield Cut(Span(*match.span()), "", "invisible")
