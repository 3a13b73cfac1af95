"""Jupyter notebooks: Markdown cells, places as cell and line, and JSON that a fix leaves as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import check
from lint_article.document import Reading
from lint_article.readers.unreadable import Unreadable
from reader_laws import blocks, read_lawfully

CELLS = [
    {"cell_type": "markdown", "source": '# Tides "and" quays\n\nThe ca\u00f1al rose\\\\fell by by a foot.\n'},
    {"cell_type": "code", "source": ["tides = 'the the'\n"], "outputs": [{"text": ["the the"]}]},
    {"cell_type": "markdown", "source": ["A row of of piers.\n", 'It saw the the "old" 😀 by by day [@lost].']},
    {"cell_type": "raw", "source": ["the the"]},
]


def notebook(indent: int | None, is_ascii: bool) -> str:
    held = {"cells": CELLS, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(held, indent=indent, ensure_ascii=is_ascii) + "\n"


def read_notebook(text: str) -> Reading:
    return read_lawfully("tides.ipynb", "notebook", text.encode())


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("is_ascii", [False, True])
def test_only_markdown_is_read(indent: int | None, is_ascii: bool) -> None:
    assert blocks(read_notebook(notebook(indent, is_ascii))) == [
        ("heading", 'Tides "and" quays'),
        ("paragraph", "The cañal rose\\fell by by a foot."),
        ("paragraph", 'A row of of piers.\nIt saw the the "old" 😀 by by day [@lost].'),
    ]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("is_ascii", [False, True])
def test_places_are_those_of_the_cell(tmp_path: Path, indent: int | None, is_ascii: bool) -> None:
    (tmp_path / "tides.ipynb").write_text(notebook(indent, is_ascii), encoding="utf-8")
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "tides.ipynb")
    assert [line.partition(": ")[0] for line in ran.out.splitlines()] == [
        "tides.ipynb:cell 1:3:22",
        "tides.ipynb:cell 3:1:7",
        "tides.ipynb:cell 3:2:8",
        "tides.ipynb:cell 3:2:24",
    ]


@pytest.mark.parametrize("is_ascii", [False, True])
def test_a_fix_changes_lines_of_cells_only(tmp_path: Path, is_ascii: bool) -> None:
    path = tmp_path / "tides.ipynb"
    before = notebook(1, is_ascii)
    path.write_text(before, encoding="utf-8")
    check(tmp_path, "--isolated", "--fix", "--unsafe-fixes", "tides.ipynb")
    after = path.read_text(encoding="utf-8")
    assert after == before.replace("by by", "by").replace("of of", "of").replace("saw the the", "saw the")


def test_findings_in_json_have_the_cell(tmp_path: Path) -> None:
    (tmp_path / "tides.ipynb").write_text(notebook(1, False), encoding="utf-8")
    found = json.loads(check(tmp_path, "--isolated", "--output-format", "json", "tides.ipynb").out)
    rows = notebook(1, False).splitlines()
    assert found[1]["location"] == {"row": 1 + next(n for n, row in enumerate(rows) if "of of" in row)} | {
        "column": 12,
        "cell": 3,
        "cell_row": 1,
        "cell_column": 7,
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"cells": [', "it is not valid JSON at offset 11"),
        ('{"worksheets": []}', "it has no cells"),
        ("[]", "it has no cells"),
    ],
)
def test_what_is_no_notebook_is_unreadable(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_notebook(text)
    assert raised.value.reason.startswith(reason)
