"""`lint-article archive` as users meet it: killed and resumed, interrupted, and what it says of mistakes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psutil
import pyarrow.parquet as pq
import pytest

from backlists import BAD, checked, write_backlist
from command_line import Ran, run
from lint_article.backlist.outputs import outputs_for
from lint_article.backlist.run import Standing
from lint_article.backlist.summary.page import page
from lint_article.backlist.summary.queries import queries
from lint_article.backlist.summary.totals import count_totals
from lint_article.commands.archive import _Pace

COUNT = 30
TIDES = [("tides", 2019, 0, 1), ("tides", 2020, 0, 1)]
OPTIONS = ("--grammar", "none", "--isolated", "--no-cache", "--jobs", "2")
# Small parts, and a check that hangs after some items, so that there is time to end it.
SLOW = """
import time
from lint_article.backlist import here, store
from lint_article.workers.parent import command

store._MOST_ROWS = 5
here._COMMAND = (*command("x")[:2], "-c", '''
import time
from lint_article.backlist import checking, worker
from lint_article.workers.child import serve
quick = checking.check_item
checking.check_item = lambda item, *words: (time.sleep(60 if item.number >= 12 else 0), quick(item, *words))[1]
serve(worker._load_answers)
''')
from lint_article.__main__ import main
main()
"""


def archive(folder: Path, *words: str, env: dict[str, str] | None = None) -> Ran:
    return run(folder, "archive", *words, *OPTIONS, env=env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "many").mkdir()
    for number in range(COUNT):
        (tmp_path / f"many/{number:02}.txt").write_bytes(BAD * (number % 3))
    return tmp_path


@contextmanager
def slowly(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run the command until some parts are written."""
    words = [sys.executable, "-c", SLOW, "archive", "many", "--out", "findings.parquet", *OPTIONS]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as running:
        while len(list(folder.glob("parts/manuscripts-*.parquet"))) < 2:
            assert running.poll() is None
            time.sleep(0.01)
        yield running


def rows(path: Path) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if name != "seconds"} for row in pq.read_table(path).to_pylist()
    ]


def assert_complete(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Assert that a run goes on and has, in the end, the rows of one that nothing has disturbed, in whatever order."""
    resumed = archive(folder, "many", "--out", "findings.parquet")
    assert (resumed.status, resumed.out) == (0, "")
    known = re.search(r"30 manuscripts: 30 checked; \d+ findings \((\d+) files were known\)\.", resumed.err)
    assert known
    assert 0 < int(known[1]) < COUNT
    monkeypatch.chdir(folder)
    undisturbed = checked("many", out="other.parquet")
    assert sorted(rows(folder / "findings.parquet"), key=str) == sorted(rows(undisturbed.findings), key=str)
    assert sorted(rows(folder / "manuscripts.parquet"), key=str) == sorted(rows(undisturbed.manuscripts), key=str)
    assert not (folder / "parts").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_run_that_is_killed_goes_on_where_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with slowly(folder) as running:
        running.send_signal(signal.SIGKILL)
    assert not (folder / "findings.parquet").exists()
    assert_complete(folder, monkeypatch)


def test_how_far_a_run_is_is_said_every_minute_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [100.0]
    monkeypatch.setattr("lint_article.commands.archive.monotonic", lambda: clock[0])
    monkeypatch.setattr("lint_article.commands.progress.monotonic", lambda: clock[0])
    with _Pace(quiet=False) as pace:
        for done, seconds, is_listed in ((30, 59, False), (90, 2, False), (95, 30, True), (610, 60, True)):
            clock[0] += seconds
            pace.hear(Standing(known=5, done=done, failed=done // 100, total=61_000, is_listed=is_listed))
    assert capsys.readouterr().err.splitlines() == [
        "90 of 61,000+ files · 1.5 a second · still listing",
        "610 of 61,000 files · 4.0 a second · 4.2 h left · 6 failed",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="the signal goes to a whole group there")
def test_an_interrupt_keeps_what_is_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with slowly(folder) as running:
        workers = psutil.Process(running.pid).children(recursive=True)
        began = time.monotonic()
        running.send_signal(signal.SIGTERM)  # which, unlike SIGINT, no shell has ignored for us
        said = running.communicate(timeout=10)[1]
        assert time.monotonic() - began < 2  # a second, on a machine that has nothing else to do
    assert running.returncode == 143
    assert not [one for one in workers if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
    found = re.fullmatch(r"interrupted: (\d+) of 30 files are done; the same command goes on from here\n", said)
    assert found
    kept = [row for part in folder.glob("parts/manuscripts-*.parquet") for row in rows(part)]
    assert len(kept) == int(found[1])
    assert_complete(folder, monkeypatch)


def test_what_cannot_be_read_is_status_1_and_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_backlist(tmp_path)
    ran = archive(tmp_path, "list", "--out", "2024-findings.parquet")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "10 manuscripts: 7 checked, 2 not checked, 1 part of another; 9 findings.",
        "2024-findings.parquet written",
        "2024-manuscripts.parquet written",
        "2024-summary.html written",
    ]
    shown = (tmp_path / "2024-summary.html").read_text(encoding="utf-8")
    assert re.findall(r"<h2>(.*?)</h2>", shown) == [
        "Findings by rule",
        "Findings by year",
        "Rules by year",
        "Findings by journal",
        "Manuscripts with the gravest findings",
        "Not checked",
        "Time by format",
        "Ask more",
    ]
    assert "default-src 'none'" in shown
    assert not re.search(r"<script|https?://|style=", shown.replace("http://www.w3.org/2000/svg", ""))
    monkeypatch.chdir(tmp_path)
    asked = queries(outputs_for("2024-findings.parquet"))
    broken, _, misspelt, unchecked = (duckdb.connect().execute(sql).fetchall() for _, sql in asked)
    assert broken == [("Tides & Ports", 2011, 0, 1), ("tex", None, 0, 1), *TIDES, (None, None, 0, 3)]
    assert misspelt == [("recieve", 5)]
    assert sorted(unchecked) == [
        ("failed", "Cannot be read: it is damaged or is not a Word document.", 1),
        ("failed", "It cannot be read: it holds no manuscript.", 1),
        ("part", "It is checked as a part of list/tex/main.tex.", 1),
    ]


def test_the_page_runs_nothing_of_a_manuscript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("<img src=x onerror=alert(1)>.txt" if os.name != "nt" else "img.txt").write_bytes(BAD)
    files = checked("*.txt")
    shown = "\n".join(page(files, count_totals(files)))
    assert "<img" not in shown
    assert "<code>select" in shown


@pytest.mark.parametrize("missing", ["pyarrow", "fsspec", "distributed"])
def test_without_the_extra_the_install_line_is_said(tmp_path: Path, missing: str) -> None:
    write_backlist(tmp_path)
    code = f"import sys; sys.modules[{missing!r}] = None; from lint_article.__main__ import main; main()"
    words = ["archive", "list", "--out", "findings.parquet", "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"error: `archive` needs the package {missing}.\n  hint: pip install 'lint-article[archive]'\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere", "--out", "f.parquet"], "error: There is no file nowhere.\n"),
        (["list", "--out", "f.csv"], "error: f.csv does not end in .parquet.\n"),
        (["list", "--out", "f.parquet", "--format", "wordstar"], "error: No format is called `wordstar`.\n"),
    ],
)
def test_mistakes_are_said(tmp_path: Path, words: list[str], said: str) -> None:
    write_backlist(tmp_path)
    ran = archive(tmp_path, *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert not (tmp_path / "parts").exists()
