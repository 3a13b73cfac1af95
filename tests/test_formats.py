"""One manuscript in all formats gives the same findings; only the places differ."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lint_article.engine.lint import lint
from lint_article.readers.formats import FORMATS, format_of
from lint_article.rulebook import rulebook
from making import document

MANUSCRIPTS = Path(__file__).parents[1] / "fixtures" / "manuscripts"
ENDINGS = [known.endings[0] for known in FORMATS.values() if known.searched]
FOLDERS = sorted(path.parent for path in MANUSCRIPTS.glob("*/expected.toml"))
CASES = [
    pytest.param(folder, folder / f"{folder.name}{ending}", id=f"{folder.name}{ending}")
    for folder in FOLDERS
    for ending in ENDINGS
]


@pytest.mark.parametrize(("folder", "path"), CASES)
def test_each_format_has_the_expected_findings(folder: Path, path: Path) -> None:
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))["findings"]
    form = format_of(path.name, path.read_bytes())
    assert isinstance(form, str)
    read = document(path.read_bytes(), form, str(path))
    found = [[one.rule, words(one.span.of(read.text))] for one in lint(read, list(rulebook()))]
    assert sorted(found) == sorted(expected)


def words(text: str) -> str:
    """Return the words without what one format's print does to them: line ends, curved apostrophes."""
    return " ".join(text.replace("-\n", "").replace("’", "'").split())
