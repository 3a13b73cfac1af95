"""Harper as an engine: a worker process that is started when it is needed, and given a time limit."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import IO, Any, cast

from lint_article.errors import UserError
from lint_article.grammar.engine import EngineError, Failed, Matches, Patience, batches, divided
from lint_article.grammar.english import is_english, variant
from lint_article.grammar.harper.pack import fingerprint
from lint_article.grammar.passage import Match
from lint_article.grammar.settings import GrammarSettings

LIMIT = 30.0
_HINT = "Install it: pip install harper-py, or check without: --grammar none"
_COMMAND = (sys.executable, "-P", "-m", "lint_article.grammar.harper.worker")


class Harper:
    """The embedded engine, for English only. Raises UserError if its package is not installed."""

    name = "harper"

    def __init__(self, limit: float = LIMIT, command: Sequence[str] = _COMMAND) -> None:
        try:
            self.version = version("harper-py")
        except PackageNotFoundError:
            raise UserError("The grammar engine harper is not installed.", _HINT) from None
        self.profile = fingerprint()
        self._limit = limit
        self._command = command
        self._patience = Patience()
        self._worker: subprocess.Popen[bytes] | None = None

    def language(self, tag: str, text: str) -> str:
        """Return the dialect; "" for a text that is not English."""
        language, _, region = tag.replace("_", "-").partition("-")
        if language.lower() not in ("", "en") or not is_english(text):
            return ""
        known = {"US", "GB", "AU", "CA", "IN"}
        return region.upper() if region.upper() in known else variant(text)

    def check(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        """Return the matches of each text; a worker that hangs or dies is started again."""
        answers: list[Matches | Failed] = []
        for batch in batches(texts):
            part = [texts[index] for index in batch]
            # One by one, for a text that hangs takes the whole limit each time.
            answers += divided(part, lambda few: self._send(few, language), self._patience, parts=len(part))
        return answers

    def close(self) -> None:
        """End the worker."""
        if self._worker:
            self._worker.kill()
            for pipe in (self._worker.stdin, self._worker.stdout):
                with suppress(OSError):
                    cast("IO[bytes]", pipe).close()
            self._worker.wait()
            self._worker = None

    def _send(self, texts: Sequence[str], dialect: str) -> list[Matches]:
        worker = self._worker or self._started()
        try:
            asked = cast("IO[bytes]", worker.stdin)
            asked.write(json.dumps({"dialect": dialect, "texts": list(texts)}).encode() + b"\n")
            asked.flush()
            rows = json.loads(self._answer(worker))
        except (OSError, ValueError) as error:
            self.close()
            raise EngineError("harper broke off") from error
        except EngineError:
            self.close()
            raise
        return [tuple(_match(row) for row in matches) for matches in rows]

    def _started(self) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        self._worker = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        try:
            self._answer(self._worker)
        except EngineError as error:
            self.close()
            raise UserError("The grammar engine harper is installed but does not start.", _HINT) from error
        return self._worker

    def _answer(self, worker: subprocess.Popen[bytes]) -> bytes:
        """Return the worker's next line; raise EngineError if it does not come within the limit."""
        said, deadline = b"", time.monotonic() + self._limit
        answers = cast("IO[bytes]", worker.stdout).fileno()
        while not said.endswith(b"\n"):
            ready, _, _ = select.select([answers], [], [], max(deadline - time.monotonic(), 0))
            if not ready:
                raise EngineError(f"harper took more than {self._limit:.0f} s")
            part = os.read(answers, 1 << 16)
            if not part:
                raise EngineError("harper broke off")
            said += part
        return said


def harper(settings: GrammarSettings) -> Harper:  # noqa: ARG001  # Harper has no settings of its own
    """Return the embedded engine."""
    return Harper()


def _match(row: list[Any]) -> Match:
    start, end, name, kind, message, replacements = row
    return Match(start, end, name, kind, message, tuple(replacements))
