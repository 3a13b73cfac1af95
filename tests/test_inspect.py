"""What `inspect` shows: every citation with its judgement and the evidence, every reference, every link."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lint_article.reporters import facts, tables
from making import document

ROOT = Path(__file__).parents[1]
TEXT = """Harbours silt up (Okafor et al., 2016; Quist, 2017).
Wells do not (World Health Organization, 2012; Zeller, 2010).

References

Okafor, C., Lindqvist, A., & Bello, T. (2016). Three winters of silt. Marine Works Review, 33, 201–219. https://doi.org/10.5555/mwr.2016.201
Quist, M. (2018). The price of mud. Harbour Economics, 26(1), 30–52.
World Health Organization. (2012). Harbours and health. https://example.org/harbours
Zeller, F. (2010). Gates that remember. Harbour Economics, 18(2), 60–71.
"""


def test_the_contract_of_the_json() -> None:
    parsed = document(TEXT)
    shown = json.loads("\n".join(facts.lines(parsed)))
    assert list(shown) == ["citations", "references", "links"]
    first = shown["citations"][0]
    assert {"start", "end", "text", "style", "references", "outcome", "evidence"} <= first.keys()
    for group in shown.values():
        for entry in group:
            assert TEXT[entry["start"] : entry["end"]] == entry["text"]
    assert [item["outcome"] for citation in shown["citations"] for item in citation["items"]] == [
        "matched",
        "year-differs",
        "matched",
        "matched",
    ]
    assert first["references"] == [0]
    assert first["items"][1]["nearest"] == 1
    okafor, quist, who, _ = shown["references"]
    assert okafor["authors"] == [
        {"family": "Okafor", "given": "C."},
        {"family": "Lindqvist", "given": "A."},
        {"family": "Bello", "given": "T."},
    ]
    assert (okafor["year"], okafor["doi"], quist["title"]) == ("2016", "10.5555/mwr.2016.201", "The price of mud")
    assert who["authors"] == [{"literal": "World Health Organization"}]
    assert who["urls"] == ["https://example.org/harbours"]
    assert "https://example.org/harbours" in [link["target"] for link in shown["links"]]


def test_nothing_that_was_parsed_is_hidden_from_people() -> None:
    parsed = document(TEXT)
    shown = "\n".join(tables.lines(parsed))
    for resolution in parsed.resolutions:
        assert f"-> {resolution.outcome}" in shown
        assert all(f"{reason.score:+.1f} {reason.name}" in shown for reason in resolution.evidence)
    for index, reference in enumerate(parsed.references, 1):
        assert f"[{index}] {reference.span.of(TEXT)[:40]}" in shown
    assert all(link.target in shown for link in parsed.links)
    assert f"{len(parsed.citations)} citations" in shown and f"{len(parsed.references)} references" in shown


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").glob("manuscripts/tide-gauges/tide-gauges.*")), ids=str)
def test_every_format_can_be_inspected(path: Path) -> None:
    command = [sys.executable, "-m", "lint_article", "inspect", "--output-format", "json", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(done.stdout)["citations"]
