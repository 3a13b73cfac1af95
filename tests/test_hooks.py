"""Where the command runs by itself: the GitHub action's own script, the GitLab job, the hooks of pre-commit."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).parent / "lint-article"
FAULT = "It saw the the sea, and it lay in in a bay.\n"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action as the runner does, with its inputs in the environment."""
    action = read("action.yml")
    given = {name: inputs.get(name, entry["default"]) for name, entry in action["inputs"].items()}
    step = action["runs"]["steps"][-1]
    said = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], value) for key, value in step["env"].items()
    }
    (folder / "script.sh").write_text(step["run"], encoding="utf-8")
    environment = {
        **os.environ,
        **said,
        "LINT_ARTICLE": str(COMMAND),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "script.sh"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a draft.txt", "b.txt"):
        (tmp_path / name).write_text(FAULT, encoding="utf-8")
    return tmp_path


def test_the_action_annotates_and_sums_up(folder: Path) -> None:
    ran = run_action(folder, arguments="--grammar\nnone\n--fail-on\nsuggestion\n", sarif="out.sarif")
    assert ran.returncode == 1
    assert [line.split(",")[0] for line in ran.stdout.splitlines()] == ["::notice file=a draft.txt"] * 2 + [
        "::notice file=b.txt"
    ] * 2
    assert "4 findings (4 suggestions) in 2 of 2 files" in (folder / "summary.md").read_text(encoding="utf-8")
    assert len(json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 4


def test_the_action_takes_names_with_blanks_and_no_commands(folder: Path) -> None:
    ran = run_action(folder, arguments="--grammar\nnone\n", paths="a draft.txt\n$(touch owned)\n")
    assert ran.returncode == 2 and not (folder / "owned").exists()
    assert "There is no file $(touch owned)" in ran.stderr and "file=a draft.txt" in ran.stdout


def test_the_gitlab_job_writes_its_report(folder: Path) -> None:
    job = read("docs/ci/gitlab.yml")["lint-article"]
    environment = {**os.environ, **job["variables"], "PATH": f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"}
    for line in job["script"]:
        subprocess.run(["bash", "-c", f"{line} --grammar none"], cwd=folder, capture_output=True, env=environment)
    report = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in report} == {"a draft.txt", "b.txt"}


def test_both_hooks_take_the_same_files_and_differ_in_fixing() -> None:
    check, fix = read(".pre-commit-hooks.yaml")
    assert fix["entry"] == f"{check['entry']} --fix"
    for key in ("files", "exclude", "language", "require_serial"):
        assert check[key] == fix[key]
    taken = [name for name in ("a.xml", "a.bib", "a.docx", "a.py") if re.search(check["files"], name)]
    assert taken == ["a.xml", "a.bib", "a.docx"]
