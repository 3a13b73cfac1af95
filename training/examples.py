"""Labelled references: the words of each, with their labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lint_article.dataclass import dataclass
from lint_article.parsing.references.labelling.words import EntryWords, read_line

_LABELS = {
    "citation-number": "label",
    "journal": "container",
    "container-title": "container",
    "location": "place",
    "director": "editor",
    "producer": "editor",
    "collection-title": "note",
    "isbn": "note",
    "medium": "note",
    "source": "note",
}
_FIELDS = {"year": "date", "source": "container", "issue": "volume"}
_ANNOUNCED = frozenset({"container", "editor"})
_ANNOUNCING = frozenset({"in", "dans", "en", "em", "im"})


@dataclass(frozen=True, slots=True)
class Example:
    """A reference's words and their labels; None where the data says nothing."""

    line: EntryWords
    labels: list[str | None]
    source: str


def read_strings(path: Path) -> list[Example]:
    """Return the references whose every part is labelled."""
    examples = [_string(row) for row in _rows(path)]
    return [example for example in examples if example.labels and None not in example.labels]


def read_articles(path: Path) -> list[Example]:
    """Return the references of articles whose title is marked; `source` is the journal."""
    examples = [_article(row) for row in _rows(path)]
    return [example for example in examples if "title" in example.labels]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def _string(row: Mapping[str, Any]) -> Example:
    spans = [(_LABELS.get(label, label), start, end) for label, start, end in row["labels"]]
    return _example(row["text"], spans, row["source"])


def _article(row: Mapping[str, Any]) -> Example:
    fields = row["fields"]
    spans = [
        ("title" if field == "source" and _is_whole_work(row) else _FIELDS.get(field, field), start, end)
        for field, found in fields.items()
        for start, end in found
    ]
    return _example(row["text"], spans, row["journal"])


def _is_whole_work(row: Mapping[str, Any]) -> bool:
    """Tell whether what the publisher marks as the source is the title: of a book, a report, a page."""
    return not row["container"] or "title" not in row["fields"]


def _example(text: str, spans: list[tuple[str, int, int]], source: str) -> Example:
    line = read_line(text)
    owners = [
        next((k for k, (_, start, end) in enumerate(spans) if start < word_end and word_start < end), None)
        for word_start, word_end in zip(line.starts, line.ends, strict=True)
    ]
    labels = [spans[owner][0] if owner is not None else None for owner in owners]
    for at, (owner, label) in enumerate(zip(owners, labels, strict=True)):
        opens = at == 0 or owners[at - 1] != owner
        if opens and label in _ANNOUNCED and line.words[at].casefold() in _ANNOUNCING and label in labels[at + 1 :]:
            labels[at] = "in"
    return Example(line, labels, source)
