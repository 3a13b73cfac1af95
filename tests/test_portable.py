"""The default path needs nothing that only Unix has: it is run without, grammar and several processes included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# Read by every interpreter that is started, so by our own processes too. `subprocess` is loaded before: what it takes
# of these modules on Unix it does not need elsewhere. `select` is there, but good for sockets only.
SITE = """
import os, select, signal, subprocess, sys, time
for name in ("fcntl", "resource", "termios", "tty", "pwd", "grp", "_posixshmem"):
    sys.modules[name] = None
def refuse(*_):
    raise OSError(10038, "an operation was attempted on something that is not a socket")
select.select = refuse
for name in ("poll", "epoll"):
    delattr(select, name)
for name in ("fork", "forkpty", "register_at_fork", "sched_getaffinity", "getpgid", "killpg",
             "mkfifo", "setsid", "uname", "O_NOFOLLOW", "O_NONBLOCK"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGALRM", "SIGUSR1", "alarm", "setitimer", "pthread_sigmask", "set_wakeup_fd"):
    delattr(signal, name)
time.tzset = None
"""
FAULTY = "The results was obtained by them in the course of the work. They could able to do so, and that was it.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(SITE)
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(FAULTY + "\n" * number + f"The {number} results was good.\n")
    return tmp_path


def run(folder: Path, *words: str, site: bool = True) -> tuple[int, object, str]:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    if site:
        environment["PYTHONPATH"] = str(folder / "site")
    command = [sys.executable, "-m", "lint_article", "--output-format", "json", *words]
    ran = subprocess.run(command, cwd=folder, capture_output=True, env=environment)
    return ran.returncode, json.loads(ran.stdout or b"null"), ran.stderr.decode()


@pytest.mark.slow
def test_the_default_path(folder: Path) -> None:
    files = [f"{number}.txt" for number in range(4)]
    here = run(folder, "--no-cache", *files, site=False)
    status, found, _ = here
    assert (status, len(found)) == (1, 12)  # type: ignore[arg-type]
    assert run(folder, "--no-cache", "--jobs", "2", *files) == here
    assert run(folder, *files) == run(folder, *files) == here, "with the cache"


@pytest.mark.parametrize("module", ["keeper", "kept", "server", "engine"])
def test_languagetool_is_loaded_without_them(folder: Path, module: str) -> None:
    code = f"import lint_article.grammar.languagetool.{module}"
    environment = {**os.environ, "PYTHONPATH": str(folder / "site")}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def keeper(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a keeper of a server that does nothing, and wait until that is up."""
    server = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]
    command = [sys.executable, "-m", "lint_article.grammar.languagetool.keeper", *options, "--", *server]
    environment, pipe = {**os.environ, "PYTHONPATH": str(folder / "site")}, subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment)
    assert process.stdout and process.stdout.readline() == b"up\n"
    return process


def assert_ends(keeper: subprocess.Popen[bytes]) -> None:
    with keeper:
        keeper.wait(30)
        assert keeper.stdout and keeper.stdout.read() == b"", "the server is gone, or its output would still be open"


def end_input(keeper: subprocess.Popen[bytes]) -> None:
    assert keeper.stdin
    keeper.stdin.close()


def test_a_keeper_ends_its_server_with_whoever_started_it(folder: Path) -> None:
    for options in ((), ("--state", str(folder / "server.json"))):
        process = keeper(folder, *options)
        end_input(process)
        assert_ends(process)


def test_a_kept_server_ends_when_its_state_is_deleted(folder: Path) -> None:
    state = folder / "server.json"
    process = keeper(folder, "--state", str(state))
    state.touch()
    end_input(process)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    state.unlink()
    assert_ends(process)
