"""Searching a document within bounds: the part that all kinds with patterns share.

Options, all optional: `on` ("prose", the default, or "text"), `within` (section roles; default: everywhere), `needs`
(literals of which the text must hold one, else the rule is not run), `hint` (a cheap pattern of Python's own `re`
that each match touches: the rest of the text is not searched), `ignore-case`, `outside` ("links": a match that
touches a link is none; "addresses": one that is a part of it; "hyperlinks": one whose words, or those right behind
it, the format links to somewhere; "citation-numbers": one that touches a citation by numbers), `scope` (parts of the
document, as in `kinds/scope.py`), `time-limit` (seconds for a pattern on one text; TimeoutError when they are over).
Patterns may name terms of the vocabulary, as `(?&accessed)`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import cast

import regex

from lint_article.compiled import compile_re
from lint_article.document import Document
from lint_article.kinds.option_values import compile_pattern, words
from lint_article.text import Span, merge_spans
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import spell_out

_BEHIND = 3  # code points between words and what they announce
_AROUND = 250  # code points on each side of a hint: more than a match and what it looks at are long


def searched_text(document: Document, options: Mapping[str, object]) -> str:
    """Return the text that the rule searches: prose unless the sheet says `on = "text"`."""
    return document.text if options.get("on") == "text" else document.prose


def has_needed_literal(text: str, options: Mapping[str, object]) -> bool:
    """Tell whether the text holds one of the literals that the rule needs."""
    literals = words(options, "needs")
    if not literals:
        return True
    held = small_letters(text) if options.get("ignore-case") else text
    return any((literal.lower() if options.get("ignore-case") else literal) in held for literal in literals)


def matches(document: Document, options: Mapping[str, object], pattern: str) -> Iterator[regex.Match[str]]:
    """Yield the pattern's matches in order, within the sections that the rule looks at, none over what is no prose."""
    text = searched_text(document, options)
    outside = words(options, "outside")
    time_left = start_clock(options)
    for bounds in _narrow_to_hints(text, options, _bounds(document, options)):
        search = compile_pattern(spell_out(pattern, text), bool(options.get("ignore-case")))
        for match in search.finditer(text, bounds.start, bounds.end, timeout=time_left()):
            span = Span(*match.span())
            is_left_out = any(_IS_OUTSIDE[way](document, span) for way in outside)
            if not is_left_out and not is_blanked(document, span, text):
                yield match


def is_in_link(document: Document, span: Span) -> bool:
    """Tell whether the stretch touches a URL, DOI or e-mail address of the document."""
    index = bisect_left(document.links, span.end, key=lambda link: link.span.start) - 1
    return index >= 0 and span.start < document.links[index].span.end


def _is_linked(document: Document, span: Span) -> bool:
    """Tell whether the format links these words, or those right behind them."""
    starts = (mark.span.start for mark in document.marks if mark.kind == "link")
    return any(span.start <= start < span.end + _BEHIND for start in starts)


def _is_part_of_link(document: Document, span: Span) -> bool:
    index = bisect_right(document.links, span.start, key=lambda link: link.span.start) - 1
    return index >= 0 and document.links[index].span.contains(span)


def _is_in_citation_number(document: Document, span: Span) -> bool:
    index = bisect_left(document.citations, span.end, key=lambda citation: citation.span.start) - 1
    cited = document.citations[index] if index >= 0 else None
    return cited is not None and span.start < cited.span.end and cited.items[0].number is not None


_IS_OUTSIDE: Mapping[str, Callable[[Document, Span], bool]] = {
    "links": is_in_link,
    "addresses": _is_part_of_link,
    "hyperlinks": _is_linked,
    "citation-numbers": _is_in_citation_number,
}


def flagged_span(match: regex.Match[str], group: str = "flag") -> Span:
    """Return the stretch of the named group if the pattern has one that matched, else of the whole match."""
    named = match.re.groupindex
    return Span(*match.span(group if group in named and match[group] is not None else 0))


def is_blanked(document: Document, span: Span, text: str = "") -> bool:
    """Tell whether something that is no prose lies in the stretch: the spaces in its place are not the author's."""
    seen, real = span.of(text or document.prose), span.of(document.text)
    return seen != real and any(one == " " and not other.isspace() for one, other in zip(seen, real, strict=True))


def start_clock(options: Mapping[str, object]) -> Callable[[], float | None]:
    """Return a function that tells how many seconds are left to a rule's patterns; None where they have no limit."""
    if "time-limit" not in options:
        return lambda: None
    end = perf_counter() + cast("float", options["time-limit"])
    return lambda: max(end - perf_counter(), 0.001)


def scope_of(document: Document, options: Mapping[str, object]) -> Sequence[Span]:
    """Return the stretches that a rule's `scope` covers, in order and apart."""
    if not options.get("scope"):
        return [Span(0, len(document.text))]
    from lint_article.kinds.scope import stretches  # late: our own rules have none

    return stretches(document, words(options, "scope"))


def _bounds(document: Document, options: Mapping[str, object]) -> Iterator[Span]:
    roles = words(options, "within")
    if not roles:
        yield from scope_of(document, options)
    for section in document.sections:
        if section.role in roles:
            yield section.span


def _narrow_to_hints(text: str, options: Mapping[str, object], bounds: Iterator[Span]) -> Iterator[Span]:
    """Yield the bounds, narrowed to what lies around the hints if the rule has them."""
    if "hint" not in options:
        yield from bounds
        return
    small = bool(options.get("ignore-case"))
    hint = compile_re(spell_out(str(options["hint"]), text, small), re.MULTILINE)
    held = small_letters(text) if small else text
    for bound in bounds:
        found = hint.finditer(held, bound.start, bound.end)
        yield from merge_spans(
            Span(max(one.start() - _AROUND, bound.start), min(one.end() + _AROUND, bound.end)) for one in found
        )
