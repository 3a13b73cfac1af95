"""The process of ours beside one of a cluster: its rows, what dies with it, and where there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from backlists import BAD
from lint_article.backlist import beside
from lint_article.backlist.checking import check_item
from lint_article.backlist.item import Instructions, Item
from lint_article.backlist.rows import CheckedItem
from making import QUIET

FRAIL = """
import os, pickle
from pathlib import Path
from lint_article.backlist.worker import _load_answers
from lint_article.workers.child import serve

def load():
    answers = _load_answers()
    def frail(message):
        path = Path(pickle.loads(message)[0].location)
        fallen = path.with_suffix(".fallen")
        if path.stem == "die" or (path.stem == "stumble" and not fallen.exists()):
            fallen.touch()
            os._exit(7)
        yield from answers(message)
    return frail

serve(load)
"""
ASKED = Instructions(QUIET)


@pytest.fixture(autouse=True)
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[beside._Beside]:
    """Give this test a process of its own, and end it."""
    own = beside._Beside()
    monkeypatch.setattr(beside, "_beside", own)
    yield own
    if own._worker:
        own._worker.kill()
        own._worker.status()


def write(folder: Path, name: str) -> Item:
    (folder / f"{name}.txt").write_bytes(BAD)
    return Item(str(folder / f"{name}.txt"), f"{name}.txt")


def without_seconds(checked: CheckedItem) -> CheckedItem:
    return checked._replace(manuscripts=tuple(row._replace(seconds=0) for row in checked.manuscripts))


def test_the_rows_are_those_of_a_check_here(tmp_path: Path, process: beside._Beside) -> None:
    items = [write(tmp_path, name) for name in "abc"]
    found = [without_seconds(beside.check_beside(item, ASKED)) for item in items]
    assert found == [without_seconds(check_item(item, ASKED)) for item in items]
    assert all(one.findings for one in found)
    assert process._worker


def test_it_goes_by_the_instructions_of_each_item(tmp_path: Path) -> None:
    item, silent = write(tmp_path, "a"), Instructions(replace(QUIET, select=("CIT",)))
    counts = [len(beside.check_beside(item, asked).findings) for asked in (ASKED, silent, silent, ASKED)]
    assert counts[0] == counts[3] > 0
    assert counts[1:3] == [0, 0]


def test_a_manuscript_at_which_it_dies_twice_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "frail.py"
    script.write_text(FRAIL)
    monkeypatch.setattr(beside, "_COMMAND", (sys.executable, str(script)))
    found = [beside.check_beside(write(tmp_path, name), ASKED).manuscripts[0] for name in ("a", "die", "stumble", "b")]
    assert [row.status for row in found] == ["checked", "failed", "checked", "checked"]
    assert found[1].reason == "The processes that checked it died (exit status 7)."


@pytest.mark.parametrize("command", [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_without_a_process_items_are_checked_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(beside, "_COMMAND", command)
    assert beside.check_beside(write(tmp_path, "a"), ASKED).findings
