"""Articles with their truth: `<id>.txt`, and `<id>.json` with every printed citation and reference at its offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """One article: its text, and its truth as the folder states it (offsets in code points)."""

    name: str
    text: str
    truth: dict[str, Any]

    @property
    def form(self) -> str:
        """Name the citation style: author-year, or the form of the numbers."""
        return str(self.truth["numeric_form"] or self.truth["style"])


def cases(folder: Path, limit: int = 0) -> list[Case]:
    """Return the articles of a folder in the order of their names, at most `limit` (0: all)."""
    found = sorted(folder.glob("*.json"))
    return [_case(path) for path in found[: limit or len(found)]]


def _case(path: Path) -> Case:
    return Case(path.stem, path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8")))


def sure_citations(truth: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the citations whose link the publisher's record gives and does not contradict."""
    return [c for c in truth["citations"] if c["rids"] and not c["suspect"] and not c["dangling"] and c["text"].strip()]


def neutral(truth: dict[str, Any]) -> Iterator[Range]:
    """Yield the stretches of which the record says nothing, or something wrong: no finding there counts."""
    sure = {id(c) for c in sure_citations(truth)}
    yield from ((c["start"], c["end"]) for c in truth["citations"] if id(c) not in sure)
    yield from ((x["start"], x["end"]) for key in ("natural_issues", "candidates") for x in truth[key] if "start" in x)
    cited = {rid for c in truth["citations"] for rid in (*c["rids"], *c["implied"])}
    listed = {*truth["uncited"], *truth["cited_only_outside"]}
    yield from ((r["start"], r["end"]) for r in truth["references"] if r["id"] in listed or r["id"] not in cited)


def overlap(a: Range, b: Range) -> bool:
    """Tell whether two stretches share a character; an empty one counts as one character."""
    return a[0] < max(b[1], b[0] + 1) and b[0] < max(a[1], a[0] + 1)
