"""Report figures and tables that are first mentioned before one with a lower number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._callouts import name_callout
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Related
from lint_article.document.callout import Callout
from lint_article.parsing.callouts.find import callouts_of
from lint_article.parsing.callouts.series import Series, first_mentions, series_of

_ORDERED = ("figure", "table")
_HIGHEST = 20  # higher numbers alone are those of a book's figures


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding for the figures and one for the tables, at the first that is mentioned too early."""
    captions = callouts_of(document).captions
    tables = [block.span for block in document.blocks if block.kind in ("table", "caption")]
    held = [caption.span for caption in captions] + tables

    def is_in_text(callout: Callout) -> bool:
        line = document.prose.rfind("\n", 0, callout.span.start)
        tabbed = "\t" in document.prose[line + 1 : callout.span.start]
        return not tabbed and not any(span.contains(callout.span) for span in held)

    for series in series_of(document):
        if series.kind in _ORDERED and not series.prefix:
            yield from _early(
                document, series, [one for one in series.callouts if is_in_text(one)], number_of(options, "most")
            )


def _early(document: Document, series: Series, callouts: list[Callout], most: int) -> Iterator[Finding]:
    there = series.caption_numbers()  # what has no caption is reported as missing
    known = [callout for callout in callouts if not there or callout.number.value in there]
    first = first_mentions(Series(series.kind, series.prefix, known))
    overtaken = _overtaken(list(first))
    if 0 < len(overtaken) <= most:
        lower, number = next(iter(overtaken.items()))
        values = {"text": name_callout(document, first[number]), "item": f"{series.kind} {lower}"}
        late = [Related(first[one].span, f"the first mention of {series.kind} {one}") for one in overtaken]
        yield Finding(first[number].span, values, related=tuple(late))
    skipped = _skip(series, sorted(first))
    number = min((number for number in first if number > skipped), default=0)
    if skipped and number not in overtaken.values():
        item = f"{series.kind} {skipped}, which is never cited"
        yield Finding(first[number].span, {"text": name_callout(document, first[number]), "item": item})


def _skip(series: Series, numbers: list[int]) -> int:
    """Return the lowest number that is never cited, where captions tell nothing and higher ones are cited; else 0."""
    if series.captions or not numbers or any(not callout.is_sure for callout in series.callouts):
        return 0
    skipped = next((number for number in range(1, numbers[-1]) if number not in series.cited_numbers()), 0)
    return skipped if numbers[-1] <= _HIGHEST else 0


def _overtaken(numbers: list[int]) -> Mapping[int, int]:
    """Return the lowest numbers that come too late, each with the first higher one that comes before it."""
    found: dict[int, int] = {}
    for at, number in enumerate(numbers):
        later = [one for one in numbers[at + 1 :] if one < number]
        if later:
            found.setdefault(min(later), number)
    return found
