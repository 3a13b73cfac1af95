"""Single reference strings, one JSON object a line, against their known first author and year."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from lint_article.parsing.references.reference import read_reference
from lint_article.parsing.structure.links import find_links
from lint_article.text import Span

_REACH = 25  # code points of the author field in which the first author's name begins


def measure_strings(path: Path) -> Counter[str]:
    """Count the strings whose first author's surname and whose year are read rightly."""
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = " ".join(row["text"].split())
        found = read_reference(text, Span(0, len(text)), list(find_links(text)))
        name = found.authors[0].family if found.authors else ""
        at = row["author_text"].casefold().find(name.casefold()) if len(name) > 1 else -1
        counts["strings"] += 1
        counts["strings: first author"] += 0 <= at <= _REACH
        counts["strings: year"] += (found.year.value if found.year else "")[:4] == row["year"][:4]
    return counts
