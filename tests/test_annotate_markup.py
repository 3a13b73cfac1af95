"""Remarks in text formats: the text stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.annotate.report import annotate
from lint_article.errors import UserError
from making import document, reviewed

ROOT = Path(__file__).parents[1]
ENDINGS = {".md": "markdown", ".tex": "latex", ".html": "html"}
FILES = sorted(path for end in ENDINGS for path in ROOT.glob(f"fixtures/manuscripts/*/*{end}"))


def written(text: str, form: str, style: str = "") -> str:
    return annotate(reviewed(text.encode(), form, "draft"), style=style).data.decode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_text_of_a_manuscript_stays(path: Path) -> None:
    form, data = ENDINGS[path.suffix], path.read_bytes()
    report = reviewed(data, form, str(path))
    done = annotate(report)
    assert done.data.count(b"lint-article note") == done.comments
    assert report.document
    assert document(done.data, form, str(path)).text.split() == report.document.text.split()


def test_each_format_has_its_own_comments() -> None:
    said = written("We recieve it.\n", "markdown").partition("<!-- ")[2].partition(" -->")[0]
    assert said.startswith("lint-article note: “recieve” is a misspelling of “receive”.")
    assert written("We recieve it.\n", "markdown") == f"We recieve<!-- {said} --> it.\n"
    assert written("We recieve it.\n", "markdown", "critic") == f"We recieve{{>>{said}<<}} it.\n"
    assert written("We recieve it.\n", "plain") == f"We recieve{{>>{said}<<}} it.\n"
    straight = said.replace("“", "'").replace("”", "'")
    assert written("We recieve it.\nMore.\n", "latex") == f"We recieve it. % {straight}\nMore.\n"
    assert written("We recieve it.\n", "latex", "todo").startswith("We recieve\\todo{lint-article note: ")


def test_a_comment_that_would_be_printed_goes_to_the_end() -> None:
    text = "A [link to recieve](https://example.org/a) and\n\n    code\n\nand the the end.\n"
    shown = written(text, "markdown")
    assert "the the<!-- " in shown
    assert document(shown, "markdown").text.split() == document(text, "markdown").text.split()


def test_a_style_of_another_format_is_refused() -> None:
    with pytest.raises(UserError, match="`--style todo` is not for files of the format markdown"):
        written("We recieve it.", "markdown", "todo")
