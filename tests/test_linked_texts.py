"""What linking makes of whole texts in each way of citing: judgements with their evidence, entries that are named.

`inspect` shows users the same. A text has what is sound, what is nearly so, and what is none of it. What is
drawn was made by chance, out of names, years and numbers with slips; of that no evidence is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

import pytest

from lint_article.document import Document, Resolution
from lint_article.parsing.linking.mentions import is_mentioned
from making import document

FORMATS = {".txt": "plain", ".tex": "latex", ".xml": "jats"}
TEXTS = sorted(path for path in (Path(__file__).parent / "data/linked").rglob("*") if path.suffix in FORMATS)


def judgement(parsed: Document, one: Resolution, is_drawn: bool) -> str:
    """Return a line: what is printed, the judgement, the entries meant from 1, and the evidence."""
    printed = " ".join(one.item.span.of(parsed.text).split())
    meant = ", ".join(str(index + 1) for index in one.references)
    nearest = "" if one.nearest is None else f" near {one.nearest + 1}"
    if is_drawn:
        return f"{printed} | {one.outcome} {meant}{nearest}"
    signs = "; ".join(
        " ".join(filter(None, [sign.name, f"{sign.score:+.2g}", sign.note and f"({sign.note})"]))
        for sign in one.evidence
    )
    return f"{printed} | {one.outcome} {meant}{nearest} | {signs}"


def lines(parsed: Document, is_drawn: bool) -> Iterator[str]:
    yield f"cites by {parsed.numbering}, and {parsed.recognition.extent} is recognised"
    yield from (judgement(parsed, one, is_drawn) for one in parsed.resolutions)
    for index, reference in enumerate(parsed.references):
        if index not in parsed.recognition.cited:
            how = "mentioned" if is_mentioned(parsed, index) else "uncited"
            yield f"{how}: {' '.join(reference.span.of(parsed.text).split())[:60]}"


@pytest.mark.parametrize("path", TEXTS, ids=attrgetter("name"))
def test_judgements(path: Path, assert_written: Callable[[Path, str], None]) -> None:
    parsed = document(path.read_bytes(), FORMATS[path.suffix], path.name)
    assert_written(
        path.with_suffix(f"{path.suffix}.linked"),
        "".join(f"{line}\n" for line in lines(parsed, path.parent.name == "drawn")),
    )
