"""Report numbers that two captions have, and numbers that the captions leave out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lint_article.checks._callouts import compared_series
from lint_article.checks._describe import one_line
from lint_article.document import Document, Finding, Related
from lint_article.document.callout import Caption
from lint_article.parsing.callouts.series import Series
from lint_article.text import Span
from lint_article.vocabulary import is_beginning_with

_MOST = 2  # captions beside the first one: a number that more paragraphs begin with is cited there
_WORD = 24
_ALIKE = 12  # code points of captions: one that is printed twice begins alike


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per doubled and per skipped number."""
    if document.source.format == "pdf":  # pages break tables, and captions are read in another order
        return
    for series in compared_series(document, options):
        by_label: dict[str, list[Caption]] = defaultdict(list)
        for caption in series.captions:
            by_label[one_line(document, caption.label).casefold() + str(caption.number)].append(caption)
        for known, *others in by_label.values():
            others = [one for one in others if not _is_continued(document, one)]
            different = [caption for caption in others if _are_two(document, known, caption)]
            for caption in different if len(different) <= _MOST else ():
                other = series.kind if series.kind == "equation" else "caption"
                values = {"text": one_line(document, caption.label), "fault": f"is the number of another {other} too"}
                yield Finding(caption.label, values, related=(Related(known.label, "the other one"),))
        for skipped, caption in _find_skipped(series):
            if skipped not in series.others:
                values = {"text": one_line(document, caption.label), "fault": f"follows no {series.kind} {skipped}"}
                yield Finding(caption.label, values)


def _is_continued(document: Document, caption: Caption) -> bool:
    rest = Span(caption.label.end, min(caption.label.end + _WORD, caption.span.end)).of(document.text)
    return is_beginning_with(rest.replace(")", " ").strip(" .:([–—-"), "continued")


def _are_two(document: Document, first: Caption, second: Caption) -> bool:
    one, two = (_words_of(document, caption) for caption in (first, second))
    return bool(one and two) and not (one.startswith(two[:_ALIKE]) or two.startswith(one[:_ALIKE]))


def _words_of(document: Document, caption: Caption) -> str:
    """Return the letters beside the label of a caption; `Figure 13, 14.` alone has none."""
    sides = Span(caption.span.start, caption.label.start), Span(caption.label.end, caption.span.end)
    return "".join(sign for side in sides for sign in one_line(document, side).casefold() if sign.isalpha())


def _find_skipped(series: Series) -> Iterator[tuple[int, Caption]]:
    """Yield a number that is neither captioned nor cited, with the caption of the next one, if it is the only one."""
    there = {caption.number.value: caption for caption in series.captions}
    gaps = [number for number in range(1, max(there, default=0)) if number not in there]
    if len(gaps) == 1 and len(there) > 2 and gaps[0] + 1 in there and gaps[0] not in series.cited_numbers():
        yield gaps[0], there[gaps[0] + 1]
