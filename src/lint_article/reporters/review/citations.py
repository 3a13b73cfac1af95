"""How citations and references are shown: four colours, and links between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document import Document, Outcome
from lint_article.text import Span

Look = Literal["matched", "differs", "missing"]

LOOKS: Mapping[Outcome, Look] = {
    "matched": "matched",
    "year-differs": "differs",
    "year-malformed": "differs",
    "name-differs": "differs",
    "coauthor-differs": "differs",
    "suffix-differs": "differs",
    "target-differs": "differs",
    "ambiguous": "differs",
    "number-out-of-range": "missing",
    "key-undefined": "missing",
    "absent": "missing",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited work in the text: how it is shown, the entry that it leads to, and why."""

    number: int
    span: Span
    look: Look
    reference: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Citing:
    """All cited works of a manuscript, and those that cite each entry of its list."""

    cited: tuple[Cited, ...]
    by_reference: Mapping[int, tuple[Cited, ...]]

    def count(self, look: Look) -> int:
        """Return how many cited works are shown so."""
        return sum(1 for one in self.cited if one.look == look)


def citing(document: Document) -> Citing:
    """Return the cited works of a manuscript; what was not judged to be a citation is left out."""
    cited: list[Cited] = []
    reached = 0
    for judged in document.resolutions:
        look, span = LOOKS.get(judged.outcome), judged.item.span
        if look and span.start >= reached and span.end > span.start:
            references = judged.references or (() if judged.nearest is None else (judged.nearest,))
            reason = "; ".join(reason.note for reason in judged.evidence if reason.note)
            cited.append(Cited(len(cited), span, look, references[0] if references else None, reason))
            reached = span.end
    by_reference: dict[int, list[Cited]] = {}
    for one in cited:
        if one.reference is not None:
            by_reference.setdefault(one.reference, []).append(one)
    return Citing(tuple(cited), {number: tuple(ones) for number, ones in by_reference.items()})
