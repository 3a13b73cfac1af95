"""The server that `lint-article languagetool start` keeps between runs: its state, and what starts and stops it."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from filelock import FileLock, Timeout

from lint_article.dataclass import dataclass
from lint_article.errors import UserError
from lint_article.grammar.engine import EngineError
from lint_article.grammar.languagetool import server
from lint_article.grammar.languagetool.address import Address
from lint_article.grammar.languagetool.client import version
from lint_article.grammar.places import state_folder

IDLE = 3600


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept server: the process id of its keeper, its port on this machine, its version."""

    pid: int
    port: int
    version: str

    @property
    def address(self) -> Address:
        """Return where it answers."""
        return Address("http", "127.0.0.1", self.port)


def status() -> Kept | None:
    """Return the kept server, or None if there is none that lives."""
    if not _is_held():
        return None
    try:
        return Kept(**json.loads(_state().read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def note_use() -> None:
    """Note that the server is in use, so that it is not ended for idleness."""
    with suppress(OSError):
        os.utime(_state())


def start(idle: int = IDLE) -> Kept:
    """Return the kept server, started if there is none; it ends when it was idle for so many seconds."""
    known = status()
    if known:
        return known
    state = _state()
    state.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        running = server.start(("--state", str(state), "--idle", str(idle)))
        kept = Kept(running.keeper.pid, running.address.port, version(running.address))
    except EngineError as error:
        if known := status():  # another run was quicker
            return known
        raise UserError(f"{error}.", "Try java -version: LanguageTool needs Java 17 or later.") from error
    draft = state.with_suffix(".new")
    draft.write_text(json.dumps(asdict(kept)), "utf-8")
    draft.replace(state)
    running.leave()
    return kept


def stop(within: float = 15.0) -> bool:
    """End the kept server and wait until it is gone; tell whether there was one.

    Raises UserError if it is still there after so many seconds.
    """
    known = status()
    if not known:
        return False
    _state().unlink(missing_ok=True)  # its keeper sees that
    deadline = time.monotonic() + within
    while _is_held():
        if time.monotonic() > deadline:
            raise UserError(f"LanguageTool has not ended within {within:.0f} s.", f"Its process is {known.pid}.")
        time.sleep(0.1)
    return True


def _state() -> Path:
    return state_folder() / "server.json"


def _is_held() -> bool:
    """Tell whether a keeper lives: it holds a lock, which the system takes from it when it dies."""
    path = _state().with_suffix(".lock")
    if not path.exists():
        return False
    try:
        with FileLock(path).acquire(timeout=0):
            return False
    except Timeout:
        return True
