"""Report figures, tables, schemes, boxes and equations that are mentioned and not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lint_article.checks._callouts import compared_series, name_callout
from lint_article.document import Document, Finding, Related
from lint_article.document.callout import Callout
from lint_article.parsing.callouts.series import Series

_LACK = {"equation": "is not displayed"}


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number without a caption, where most numbers of its series have one."""
    if document.source.format == "pdf":  # a caption beside a column may be read as part of a sentence
        return
    for series in compared_series(document, options):
        if series.captions and series.is_whole():
            for callouts in _missing(series).values():
                if callouts[0].number.value not in series.others:
                    values = {"text": name_callout(document, callouts[0]), "kind": series.kind}
                    values |= {"number": str(callouts[0].number), "lack": _LACK.get(series.kind, "has no caption")}
                    related = tuple(Related(one.span, "also here") for one in callouts[1:4])
                    yield Finding(callouts[0].span, values, related=related)


def _missing(series: Series) -> Mapping[int, list[Callout]]:
    there = series.caption_numbers()
    if len(series.captions) > len(there):  # a number is repeated, and reported as such: it may be the missing one
        there |= {number + 1 for number in there}
    missing: dict[int, list[Callout]] = defaultdict(list)
    for callout in series.callouts:
        if callout.is_sure and callout.number.value not in there:
            missing[callout.number.value].append(callout)
    return missing
