"""The line that says how far a run has come: on a terminal only, after a second, gone when the run is over."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from lint_article.commands import progress
from lint_article.commands.progress import Progress


class Terminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(progress, "_FIRST", 0.05)
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def until(terminal: Terminal, pattern: str) -> None:
    for _ in range(300):
        if re.search(pattern, terminal.getvalue()):
            return
        time.sleep(0.01)
    raise AssertionError(terminal.getvalue())


def test_files_are_counted_with_their_rate_and_the_line_is_gone_in_the_end(terminal: Terminal) -> None:
    with redirect_stderr(terminal), Progress(["a.txt", "b\x1b[2J.txt", "c.txt"], quiet=False) as line:
        until(terminal, "0 of 3 files · a.txt")
        line.clear()
        assert terminal.getvalue().endswith("\r\x1b[K")
        hidden = len(terminal.getvalue())
        time.sleep(0.05)
        assert len(terminal.getvalue()) == hidden
        line.step()
        until(terminal, r"1 of 3 files · \d+\.\d a second · \d+ s left · b\S*\[2J\.txt")
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert "\x1b[2J" not in terminal.getvalue()


def test_one_file_shows_its_seconds(terminal: Terminal) -> None:
    with redirect_stderr(terminal), Progress(["long.pdf"], quiet=False):
        until(terminal, r"long\.pdf · \d s")


@pytest.mark.parametrize("case", ["quiet", "dumb", "pipe"])
def test_elsewhere_nothing_is_shown(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    if case == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    if case == "pipe":
        monkeypatch.setattr(Terminal, "isatty", lambda _: False)
    with redirect_stderr(terminal), Progress(["a.txt"], quiet=case == "quiet"):
        time.sleep(0.1)
    assert terminal.getvalue() == ""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_a_long_run_on_a_terminal_ends_with_the_summary_alone(tmp_path: Path) -> None:
    import pty

    (tmp_path / "long.txt").write_text("Fares rise (Eriksen, 2014) and fall.\n\n" * 1_000, encoding="utf-8")
    mine, its = pty.openpty()
    code = "from lint_article.__main__ import main\nfrom lint_article.commands import progress\n"
    code += "progress._FIRST = progress._EVERY = 0.01\nmain()"
    words = [sys.executable, "-c", code, "--isolated", "--grammar", "none", "long.txt"]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=its, env=environment) as running:
        os.close(its)
        said = b""
        try:
            while piece := os.read(mine, 4096):
                said += piece
        except OSError:  # the other end is closed
            pass
        running.wait()
    os.close(mine)
    assert b"long.txt \xc2\xb7 0 s" in said
    last = said.decode().rpartition("\r\x1b[K")[2]
    assert re.fullmatch(r"(?:.*\r\n)*\d+ findings? .*Grammar: not checked\.\r\n", last), last
