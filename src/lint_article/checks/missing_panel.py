"""Report panels that a callout names and the caption does not: `Fig. 2D` where the caption has A to C."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._callouts import name_callout, place_of
from lint_article.document import Document, Finding, Related
from lint_article.document.callout import Callout, Caption
from lint_article.parsing.callouts.series import series_of

_FEWEST = 2  # panels that a caption names


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per figure of which a panel is cited that no caption names, though they name others."""
    for series in series_of(document):
        captions: dict[int, list[Caption]] = {}
        for caption in series.captions:
            captions.setdefault(caption.number.value, []).append(caption)
        told: set[int] = set()
        for callout in series.callouts:
            number = callout.number.value
            letters = _letters(captions.get(number, ()))
            missing = [panel for panel in callout.panels.upper() if _is_missing(panel, letters)]
            if missing and callout.is_sure and number not in told:
                told.add(number)
                yield _finding(document, callout, missing[0], letters, captions[number][0])


def _letters(captions: tuple[()] | list[Caption]) -> str:
    return "".join(sorted({letter for one in captions for letter in one.letters + one.part.upper()}))


def _is_missing(panel: str, letters: str) -> bool:
    """Tell whether the letters are panels from A on, and the panel lies behind them."""
    run = _run(letters)
    return run >= _FEWEST and panel not in letters and ord(panel) - ord("A") >= run


def _run(letters: str) -> int:
    """Return how many letters there are from A on, without a gap."""
    return next((at for at, letter in enumerate(letters) if letter != chr(ord("A") + at)), len(letters))


def _finding(document: Document, callout: Callout, panel: str, letters: str, caption: Caption) -> Finding:
    last = letters[_run(letters) - 1]
    values = {"text": name_callout(document, callout), "panel": panel, "last": last, "kind": callout.kind}
    return Finding(callout.span, values, related=(Related(place_of(document, caption), "the caption"),))
