"""Markdown of manubot: keys that it looks up itself, aliases, and tables drawn with signs."""

from __future__ import annotations

from pathlib import Path

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
