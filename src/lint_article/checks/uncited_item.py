"""Report figures, tables, schemes and boxes that the text never mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._callouts import name_caption, place_of
from lint_article.document import Document, Finding
from lint_article.parsing.callouts.series import series_of

_FEWEST = 2  # of three captions, so many must be cited: else the text does not cite by number


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per caption whose number no callout has, where most of the series are cited."""
    for series in series_of(document):
        cited, there = series.cited_numbers(), series.caption_numbers()
        if len(cited & there) * 3 < _FEWEST * len(there):
            continue
        for caption in series.captions:
            if caption.number.value not in cited:
                values = {"text": name_caption(document, caption), "kind": caption.kind}
                yield Finding(place_of(document, caption), values)
