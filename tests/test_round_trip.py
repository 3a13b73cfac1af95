"""Manuscripts of every format through `--fix --unsafe-fixes`: they parse as before, and only words have changed.

`python -m benchmarks.harm FOLDER --plant 300` does the same to any manuscripts.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.harm.plants import planted
from benchmarks.harm.proof import fixed

from lint_article.engine.grammar import Grammar
from lint_article.readers.bibliography.files import FORMATS as DATA

FIXTURES = Path(__file__).parents[1] / "fixtures"
ENDINGS = (".txt", ".md", ".qmd", ".tex", ".html", ".xml")
READ = sorted(
    path
    for path in FIXTURES.rglob("*")
    if path.suffix in ENDINGS and not path.name.startswith("expected") and path.parent.name != "languages"
)
PACKED = sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".docx", ".pdf"))
TEX = [path for path in READ if path.name in ("harbour-news.tex", "tide-gauges.tex")]
BESIDE = tomllib.loads((Path(__file__).parent / "data/beside.toml").read_text(encoding="utf-8"))


def unharmed(path: Path) -> Counter[str]:
    """Fix a file and what it includes, and return the figures; no harm may be done."""
    figures: Counter[str] = Counter()
    grammar = Grammar()
    assert list(fixed(path, grammar, "none", figures)) == []
    return figures


def copied(path: Path, folder: Path) -> Path:
    """Copy the folder of a fixture, as a project of its own."""
    shutil.copytree(path.parent, folder / "copy")
    (folder / "copy/.git").mkdir()
    return folder / "copy" / path.name


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_planted_faults_are_fixed_without_harm(path: Path, tmp_path: Path) -> None:
    copy = copied(path, tmp_path)
    rng = random.Random(path.name)  # noqa: S311 - places, not secrets
    beside = [one for one in copy.parent.rglob("*") if one.suffix in (*ENDINGS, *DATA)]
    for file in dict.fromkeys([copy, *beside]):
        text, _ = planted(file, file.read_bytes().decode(), 12, rng)
        file.write_bytes(text.encode())
    assert unharmed(copy)["fixes written"] > 0


@pytest.mark.parametrize("path", PACKED, ids=lambda path: path.name)
def test_a_packed_file_stays_as_it_is(path: Path, tmp_path: Path) -> None:
    copy = copied(path, tmp_path)
    assert unharmed(copy)["fixes written"] == 0
    assert copy.read_bytes() == path.read_bytes()


def errors_of_pdflatex(path: Path) -> Counter[str]:
    command = ["pdflatex", "-interaction=nonstopmode", "-output-directory=out", path.name]
    (path.parent / "out").mkdir(exist_ok=True)
    subprocess.run(command, cwd=path.parent, capture_output=True, timeout=100)
    log = (path.parent / f"out/{path.stem}.log").read_text(encoding="latin-1")
    return Counter(line for line in log.splitlines() if line.startswith("!"))


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no pdflatex")
@pytest.mark.parametrize("path", TEX, ids=lambda path: path.name)
def test_what_compiled_still_does(path: Path, tmp_path: Path) -> None:
    copy = copied(path, tmp_path)
    text, _ = planted(copy, copy.read_bytes().decode(), 12, random.Random(path.name))  # noqa: S311
    copy.write_bytes(text.encode())
    before = errors_of_pdflatex(copy)
    unharmed(copy)
    assert not errors_of_pdflatex(copy) - before


@pytest.mark.parametrize("ending", BESIDE)
def test_mark_up_beside_a_fault_stays(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"article{ending}"
    path.write_text(BESIDE[ending]["text"].lstrip(), encoding="utf-8")
    assert unharmed(path)["fixes written"] >= 3
    after = path.read_text(encoding="utf-8")
    assert [stretch for stretch in BESIDE[ending]["kept"] if stretch not in after] == []
