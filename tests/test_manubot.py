"""Markdown of manubot and of books: keys looked up elsewhere, aliases, tables drawn with signs, settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.document import Source
from lint_article.parsing.parse import parse
from lint_article.readers.markdown.reader import read_markdown
from reader_laws import assert_laws, blocks

KEYS = """Tides [@pubmed:25524323; @pmc:PMC3041534] rise [@deep-review] and fall [@lost].

[@deep-review]: doi:10.1098/rsif.2017.0387
"""
GRID = """+------+--------+
| Port | Height |
+======+:======:+
| Oslo | the    |
|      | the    |
+------+--------+
"""


def test_keys_that_manubot_knows_need_no_entry(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "refs.bib").write_text("@book{ekberg, author = {Ekberg, Nils}, title = {Boards}, year = {1998}}")
    reading = read_markdown(Source(str(tmp_path / "draft.md"), "markdown", KEYS.encode()))
    assert_laws(reading)
    assert [(one.item.key, one.outcome) for one in parse(reading).resolutions] == [
        ("pubmed:25524323", "exempt"),
        ("pmc:PMC3041534", "exempt"),
        ("doi:10.1098/rsif.2017.0387", "exempt"),
        ("lost", "key-undefined"),
    ]


def test_a_grid_table_is_rows_of_cells(tmp_path: Path) -> None:
    reading = read_markdown(Source(str(tmp_path / "draft.md"), "markdown", f"Ports.\n\n{GRID}\nEnd.\n".encode()))
    assert_laws(reading)
    assert blocks(reading) == [
        ("paragraph", "Ports."),
        ("table", "Port\tHeight\nOslo\tthe\nthe"),
        ("paragraph", "End."),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("myst.yml", "project:\n  bibliography:\n    - lib/all.bib\n"),
        ("_config.yml", "bibtex_bibfiles:\n  - lib/all.bib\n"),
        ("_config.yml", "sphinx:\n  config:\n    bibtex_bibfiles: [lib/all.bib]\n"),
    ],
)
def test_settings_of_a_book_name_the_bibliography(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "chapters").mkdir()
    (tmp_path / name).write_text(text)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "all.bib").write_text("@misc{a, title = {A}}")
    text = "{cite:p}`a`\n\n```{bibliography}\n```"
    reading = read_markdown(Source(str(tmp_path / "chapters" / "one.md"), "markdown", text.encode()))
    assert [r.key for r in reading.given.references] == ["a"]
