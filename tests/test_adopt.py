"""The ten commands of docs/adopt.md, run as they stand there, on fewer manuscripts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "adopt.md").read_text(encoding="utf-8")
_COMMAND = re.compile(r"^\$ (?P<line>.*<<'END'\n[\s\S]*?^END|.*)", re.MULTILINE)


def commands() -> list[str]:
    return [match["line"] for match in _COMMAND.finditer(PAGE)]


def test_there_are_ten_and_an_edit() -> None:
    *ten, later = commands()
    assert len(ten) == 10
    assert later.startswith("git commit")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the commands are of a POSIX shell")
def test_a_journal_is_adopted(tmp_path: Path) -> None:
    for number, ending in enumerate(("docx", "html", "md", "pdf", "tex", "xml")):
        folder = tmp_path / "manuscripts" / f"{number}"
        folder.mkdir(parents=True)
        shutil.copy(ROOT / f"fixtures/manuscripts/harbour-news/harbour-news.{ending}", folder)
    identity = {f"GIT_{who}_{what}": "e@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    places = {"XDG_CONFIG_HOME": str(tmp_path / "none"), "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **identity, **places, "PATH": path}

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["bash", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True)

    run("git init -q . && git add manuscripts && git commit -qm Manuscripts")
    install, *others, later = commands()
    assert install == "pipx install ./lint-article"  # it is installed already
    done = [run(line) for line in others]
    assert [one.returncode for one in done] == [0, 1, 0, 0, 0, 0, 0, 0, 0], done[-1]
    assert "12 in the baseline" in done[5].stderr
    draft = tmp_path / "manuscripts/2/harbour-news.md"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("We read all", "One was wrong (Kettleborough 1997). We read all"), encoding="utf-8")
    refused = run(later)
    said = refused.stdout + refused.stderr
    assert refused.returncode == 1 and said.count(": error ") == 1 and "Kettleborough" in said
