"""Report parts of a document that have too many or too few of something.

`pattern`: what is counted (default: words); `max`, `min`: how many there may be; `per`: "sentence", "paragraph",
"section" or "document"; without it in each part of `scope` (a heading, a caption, `section: Methods`). `flag`: "part"
(the part as a whole; the default for words), "extra" (the first one too many; the default for a pattern) or "first".
Values: `text`, `count`, `max`, `min`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import regex

from lint_article.document import Document, Finding
from lint_article.kinds.option_values import compile_pattern, words
from lint_article.kinds.scope import PARTS, parts_of, stretches
from lint_article.kinds.search import searched_text, start_clock
from lint_article.text import Span

_WORD = r"[\p{L}\p{N}]+(?:[-'’.,]?[\p{L}\p{N}]+)*"


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per part with more than `max` or fewer than `min`."""
    text = searched_text(document, options)
    pattern = compile_pattern(str(options.get("pattern", _WORD)), bool(options.get("ignore-case")))
    time_left = start_clock(options)
    left_alone = {word.lower() for word in words(options, "except")}
    for part in _parts(document, options):
        found = pattern.finditer(text, part.start, part.end, timeout=time_left())
        counted = [match for match in found if match[0].strip() and match[0].lower() not in left_alone]
        if _is_outside(len(counted), options):
            span = _span_to_flag(counted, part, options)
            limits = {key: str(options.get(key, "")) for key in ("max", "min")}
            yield Finding(span, {"text": span.of(document.text), "count": str(len(counted)), **limits})


def _is_outside(count: int, options: Mapping[str, object]) -> bool:
    highest, lowest = options.get("max"), options.get("min")
    return (isinstance(highest, int) and count > highest) or (isinstance(lowest, int) and count < lowest)


def _span_to_flag(counted: Sequence[regex.Match[str]], part: Span, options: Mapping[str, object]) -> Span:
    flag = options.get("flag", "extra" if "pattern" in options else "part")
    highest = options.get("max")
    if not counted:
        return Span(part.start, part.start)
    if flag == "part":
        return Span(counted[0].start(), counted[-1].end())
    is_extra = flag == "extra" and isinstance(highest, int) and len(counted) > highest
    return Span(*counted[highest if is_extra and isinstance(highest, int) else 0].span())


def _parts(document: Document, options: Mapping[str, object]) -> Iterator[Span]:
    """Yield the parts that are counted in, each inside of the rule's scope."""
    scope = words(options, "scope")
    per = str(options.get("per", ""))
    if not per:
        yield from parts_of(document, scope)
        return
    allowed = stretches(document, scope)
    for part in _SPLIT[per](document):
        pieces = [Span(max(one.start, part.start), min(one.end, part.end)) for one in allowed if one.overlaps(part)]
        if pieces:
            yield Span(pieces[0].start, pieces[-1].end)


_SPLIT: Mapping[str, Callable[[Document], Iterable[Span]]] = {
    "sentence": PARTS["sentence"],
    "paragraph": PARTS["paragraph"],
    "section": lambda document: (section.span for section in document.sections),
    "document": lambda document: islice((Span(0, len(document.text)),), 1),
}
