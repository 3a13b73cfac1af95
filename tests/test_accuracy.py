"""The measurement of accuracy, on an article of its own."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from benchmarks.accuracy.__main__ import fallen, figures
from benchmarks.accuracy.cases import cases
from benchmarks.accuracy.faults import edits_of
from benchmarks.accuracy.layouts import LAYOUTS, laid_out
from benchmarks.accuracy.measuring import measure
from benchmarks.accuracy.wrapping import wrapped

WORKS = (
    ("Alderson", "2009", "Alderson, P. (2009). Tides and trade in the northern ports. Maritime Studies, 4(1), 11–29."),
    ("Brandt", "2012", "Brandt, K. (2012). Harbour dues and their slow reform. Port Review, 18, 201–220."),
    ("Castellanos", "2015", "Castellanos, R. (2015). Pilots, tugs and wages. Journal of Ports, 7(2), 33–48."),
    ("Eriksen", "2014", "Eriksen, L. (2014). Grain elevators of the cold coast. Granary Press."),
    ("Farrow", "2001", "Farrow, T. (2001). Lighters, lightermen and the offices ashore. Quayside Books."),
)


def article(folder: Path) -> None:
    """Write one article with its truth, as a folder of real ones has them."""
    body = " ".join(
        f"The efficient offices of the harbour were often flooded ({name}, {year})." for name, year, _ in WORKS
    )
    text = f"Harbours\n\n{body}\n\nReferences\n\n" + "\n".join(entry for _, _, entry in WORKS) + "\n"
    references, citations = [], []
    for name, year, entry in WORKS:
        start = text.index(entry)
        at = text.index(f"{name}, {year}")
        more: dict[str, Any] = {"authors": [name], "year": year, "text": entry, "doi": "", "url": ""}
        references.append({"id": name, "start": start, "end": start + len(entry), **more})
        printed = {"text": f"{name}, {year}", "start": at, "end": at + len(f"{name}, {year}"), "kind": "author-year"}
        citations.append({"rids": [name], "implied": [], "suspect": False, "dangling": False, **printed})
    truth = {"style": "author-year", "numeric_form": "", "body_end": text.index("References"), "uncited": []}
    rest: dict[str, Any] = {"cited_only_outside": [], "natural_issues": [], "candidates": []}
    folder.joinpath("one.txt").write_text(text, "utf-8")
    folder.joinpath("one.json").write_text(
        json.dumps({**truth, **rest, "references": references, "citations": citations}), "utf-8"
    )


def test_faults_are_apart_and_repeatable(tmp_path: Path) -> None:
    article(tmp_path)
    (case,) = cases(tmp_path)
    edits = edits_of(case, 1)
    assert edits == edits_of(case, 1)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert {edit.kind for edit in edits} >= {"reference dropped", "link bare", "ligature broken"}


def test_a_sound_article_has_no_false_finding_and_every_link(tmp_path: Path) -> None:
    article(tmp_path)
    made = figures(measure(cases(tmp_path)[0], 1).counts)
    assert made["author-year: linked rightly"] == 1
    assert made["references split exactly"] == 1
    assert [name for name, value in made.items() if name.startswith("false") and value] == []


def test_every_fault_is_found(tmp_path: Path) -> None:
    article(tmp_path)
    made = figures(measure(cases(tmp_path)[0], 1).counts)
    assert {name: value for name, value in made.items() if name.endswith("found") and value < 1} == {}


def test_a_wrapped_article_keeps_its_offsets_and_its_figures(tmp_path: Path) -> None:
    article(tmp_path)
    (case,) = cases(tmp_path)
    text = wrapped(case.text, 50)
    assert text.replace("\n", " ") == case.text.replace("\n", " ") and max(map(len, text.split("\n"))) <= 50
    made = figures(measure(case, 1, 50).counts)
    assert made["author-year: linked rightly"] == made["references split exactly"] == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_keeps_the_offsets_and_the_figures(tmp_path: Path, layout: str) -> None:
    article(tmp_path)
    (case,) = cases(tmp_path)
    assert len(laid_out(case.text, layout)) == len(case.text)
    made = figures(measure(case, 1, layout=layout).counts)
    assert made["author-year: linked rightly"] == made["references split exactly"] == 1


def test_a_figure_below_its_floor_is_named() -> None:
    made = figures(Counter({"year cut: put in": 4, "year cut: found": 3, "articles": 2, "false: links": 1}))
    assert fallen(made, {"year cut: found": 0.7, "false: links": 0.6}) == []
    assert fallen(made, {"year cut: found": 0.8, "false: links": 0.1}) == [
        "year cut: found: 0.750, the floor is 0.8",
        "false: links: 0.500, the floor is 0.1",
    ]
    assert fallen(made, {"year shifted: found": 0.9}) == ["year shifted: found: not measured"]
