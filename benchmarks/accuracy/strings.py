"""Single reference strings, one JSON object a line, against their known first author, year, title and container."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from lint_article.document import Field, Reference
from lint_article.parsing.references.reference import read_reference
from lint_article.parsing.structure.links import find_links
from lint_article.text import Span

_REACH = 25  # code points of the author field in which the first author's name begins
_FIELDS = ("title", "container")
FIGURES = ("first author", "year", *_FIELDS)


def measure_strings(path: Path) -> Counter[str]:
    """Count the strings, and for each figure those that have the field and those of them that are read rightly."""
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = " ".join(row["text"].split())
        found = read_reference(text, Span(0, len(text)), list(find_links(text)))
        counts["strings"] += 1
        for figure in FIGURES:
            counts[f"strings with {figure}"] += figure not in _FIELDS or bool(row[figure])
            counts[f"strings: {figure}"] += _is_right(figure, found, row)
    return counts


def _is_right(figure: str, found: Reference, row: Mapping[str, str]) -> bool:
    if figure == "first author":
        name = found.authors[0].family if found.authors else ""
        at = row["author_text"].casefold().find(name.casefold()) if len(name) > 1 else -1
        return 0 <= at <= _REACH
    if figure == "year":
        return _value(found.year)[:4] == row["year"][:4]
    return bool(row[figure]) and _letters(_value(getattr(found, figure))) == _letters(row[figure])


def _value(field: Field | None) -> str:
    return field.value if field else ""


def _letters(text: str) -> str:
    """Return letters and digits alone, without accents and case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))
