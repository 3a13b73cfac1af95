"""A LanguageTool of our own on this machine: found where language-tool-python installs it, started under a keeper."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from lint_article.dataclass import dataclass
from lint_article.errors import UserError
from lint_article.grammar.engine import EngineError
from lint_article.grammar.languagetool.address import Address
from lint_article.grammar.languagetool.client import version

READY_WITHIN = 90.0
_KEEPER = (sys.executable, "-P", "-m", "lint_article.grammar.languagetool.keeper")
_JARS = ("languagetool-server.jar", "languagetool.jar")
_JAVA_OPTIONS = "-Xmx1g -XX:+UseSerialGC"
_INSTALL = "Install it: lint-article languagetool install"
_EXTRA = 'Install it: pip install "lint-article[languagetool]"'


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers, the keeper that ends it, and its log."""

    address: Address
    keeper: subprocess.Popen[bytes]
    log: IO[bytes]

    def stop(self) -> None:
        """End the server and wait until it is gone; the keeper ends it as soon as its input is closed."""
        self.leave()
        with suppress(subprocess.TimeoutExpired):
            self.keeper.wait(15)

    def leave(self) -> None:
        """Leave the server to its keeper, which ends it now unless it has a state file."""
        if self.keeper.stdin:
            with suppress(OSError):
                self.keeper.stdin.close()
        self.log.close()


def installed_version() -> str:
    """Return the newest installed version, or "" if there is none."""
    folder = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache/language_tool_python")
    found = [path for path in folder.glob("LanguageTool-*") if any((path / jar).exists() for jar in _JARS)]
    return max((path.name.removeprefix("LanguageTool-") for path in found), key=_order, default="")


def _order(name: str) -> list[int]:
    return [int(part) if part.isdecimal() else 0 for part in name.split(".")]


def command(port: int) -> list[str]:
    """Return the command of a server; raise UserError if a part of it is missing."""
    found = installed_version()
    if not found:
        raise UserError("LanguageTool is not installed on this machine.", _INSTALL)
    try:
        from language_tool_python.download_lt import LocalLanguageTool, confirm_java_compatibility
    except ImportError:
        raise UserError("The package that starts LanguageTool is not installed.", _EXTRA) from None
    try:
        confirm_java_compatibility(found)
        return LocalLanguageTool.from_version_name(found).get_server_cmd(port)
    except (Exception, SystemExit) as error:  # it raises eight kinds; SystemExit for a `java` that it cannot read
        raise UserError(f"LanguageTool {found} cannot be started: {error}", "It needs Java 17 or later.") from error


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(keeper_options: Sequence[str] = (), within: float = READY_WITHIN) -> Running:
    """Return a server that answers; a port that was taken in the meantime is left for another.

    Raises UserError if nothing can be started, EngineError with the server's last words if it does not come up.
    """
    for attempt in range(3):
        port = free_port()
        running = _launch(port, command(port), keeper_options)
        try:
            _wait(running, within)
        except EngineError:
            running.stop()
            if attempt < 2 and _is_port_taken(port):
                continue
            raise
        return running
    raise AssertionError("the last attempt returns or raises")


def _launch(port: int, java: Sequence[str], options: Sequence[str]) -> Running:
    log = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as the server
    environment = {"JDK_JAVA_OPTIONS": _JAVA_OPTIONS, **os.environ}
    keeper = subprocess.Popen(
        (*_KEEPER, *options, "--", *java),
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=subprocess.STDOUT,
        env=environment,
        start_new_session=True,  # Ctrl-C in our terminal is not for the keeper
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    return Running(Address("http", "127.0.0.1", port), keeper, log)


def _wait(running: Running, within: float) -> None:
    """Return when the server answers; our own keeper must live, or what answers is somebody else's."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if running.keeper.poll() is not None:
            raise EngineError(f"LanguageTool did not start: {_last_words(running.log)}")
        with suppress(EngineError):
            version(running.address, 5.0)
            return
        time.sleep(0.2)
    raise EngineError(f"LanguageTool did not start within {within:.0f} s")


def _is_port_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _last_words(log: IO[bytes]) -> str:
    log.seek(0)
    lines = log.read().decode("utf-8", "replace").strip().splitlines()
    causes = [line for line in lines if line.startswith(("Caused by:", "Exception", "Error", "java.", "org."))]
    return (causes or lines or ["it said nothing"])[-1][:300]
