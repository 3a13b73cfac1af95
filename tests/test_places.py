"""What is said of a place beyond its line: the page and its box in a PDF, the heading in a DOCX."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from lint_article.document import Reading, Source
from lint_article.readers.formats import read
from lint_article.text import Place, place_at, places_of

MANUSCRIPTS = Path(__file__).parents[1] / "fixtures" / "manuscripts"


def reading(name: str, suffix: str) -> Reading:
    path = MANUSCRIPTS / name / f"{name}.{suffix}"
    return read(Source(str(path), suffix, path.read_bytes()))


def place_of(found: Reading, words: str) -> Place:
    part = found.parts[0]
    return place_at(part, part.text.index(words))


def test_a_paragraph_of_a_docx_knows_its_heading() -> None:
    place = place_of(reading("clock-towers", "docx"), "Bellini 197)")
    assert (place.paragraph, place.heading) == (5, "Introduction")


def test_a_line_of_a_pdf_has_a_box_on_its_page() -> None:
    place = place_of(reading("clock-towers", "pdf"), "Bellini 197)")
    assert place.page == 1
    assert place.box is not None
    left, bottom, right, top = place.box
    assert 0 < left < right < 700
    assert 0 < bottom < top < 900


def test_words_of_a_pdf_have_a_box_of_their_own() -> None:
    part = reading("clock-towers", "pdf").parts[0]
    first, second = (line for line in part.lines[4:6])
    at = part.text.index(" ", first.start) + 1
    begin, end = places_of(part, at, second.start + 3)
    assert first.box and second.box and begin.box and end.box
    assert begin.box[0] == pytest.approx(first.lefts[at - first.start], abs=0.1)
    assert end.box[2] == pytest.approx(second.rights[2], abs=0.1)
    assert (begin.box[1:], end.box[:2], end.box[3]) == (first.box[1:], second.box[:2], second.box[3])


def test_lines_of_a_page_stand_below_each_other() -> None:
    lines = [line for line in reading("clock-towers", "pdf").parts[0].lines if line.box]
    assert len(lines) > 5
    assert all(a.box and b.box and a.box[1] >= b.box[1] for a, b in pairwise(lines) if a.page == b.page)
