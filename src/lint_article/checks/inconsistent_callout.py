"""Report callouts in another form than most: `Figure 2` among `Fig. 1`, `figure 2` among `Figure 1`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lint_article.checks._forms import find_departing
from lint_article.document import Document, Finding
from lint_article.document.callout import Callout
from lint_article.parsing.callouts.find import callouts_of
from lint_article.text import Span

_SENTENCE_ENDS = ".!?:\n"
_PLURAL = "s"

Uses = dict[str, list[Span]]


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per rare form of a word, of those in brackets and of those in running text."""
    groups: dict[tuple[str, bool, bool], Uses] = defaultdict(lambda: defaultdict(list))
    for callout in callouts_of(document).callouts:
        group = _group(document.prose, callout)
        if group is not None:
            form = _with_stop(document.prose, callout.word)
            groups[group][form.of(document.text)].append(form)
    for uses in groups.values():
        common = max(uses, key=lambda form: len(uses[form]))
        has_capital = common[0].isupper()  # then a small letter is for the items of other works
        alike = {form: spans for form, spans in uses.items() if not has_capital or form[0].isupper()}
        yield from find_departing(alike, options, can_fix=True)


def _group(text: str, callout: Callout) -> tuple[str, bool, bool] | None:
    """Return what a callout's form is compared with, or None at the beginning of a sentence."""
    before = text[max(callout.word.start - 300, 0) : callout.word.start]
    if (
        not (callout.is_sure and len(callout.word))
        or callout.number.series
        or before.rstrip(" ")[-1:] in ("", *_SENTENCE_ENDS)
    ):
        return None
    bracketed = max(before.rfind("("), before.rfind("[")) > max(before.rfind(")"), before.rfind("]"))
    return callout.kind, bracketed, callout.word.of(text).lower().endswith(_PLURAL)


def _with_stop(text: str, word: Span) -> Span:
    return Span(word.start, word.end + text.startswith(".", word.end))
