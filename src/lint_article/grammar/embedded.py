"""An engine in a process of our own: started when it is needed, and given a limit of the processor's time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from lint_article.errors import UserError
from lint_article.grammar.engine import EngineError, Failed, Matches, Patience
from lint_article.grammar.english import is_english, variant
from lint_article.grammar.installed import version
from lint_article.grammar.passage import Match
from lint_article.grammar.registry import engine_names, entry
from lint_article.workers import child
from lint_article.workers.originals import Copy, copy_of
from lint_article.workers.parent import LARGE_PORTIONS, Worker, command, processors

LIMIT = 30.0  # seconds of the processor's time for one text
_WITHOUT = "Check without it: --grammar none"
_MOST_PARTS = 4
_parts = min(processors(), _MOST_PARTS)
_REGIONS = frozenset({"US", "GB", "AU", "CA", "IN"})


def use_one_processor() -> None:
    """Let engines of this process work in one process each from now on: the others have work of their own."""
    global _parts
    _parts = 1


def originals(engines: Iterable[str]) -> dict[str, Sequence[str]]:
    """Return the commands of what the processes of a run, with these settings of `engine`, can share."""
    modules = {entry(name).original for said in engines for name in said.split("+") if name in engine_names()}
    return {module: command(module, str(LIMIT)) for module in sorted(modules - {""})}


class EmbeddedEngine:
    """An engine for English in a process of its own. Raises UserError if its package is not installed.

    `package` is what holds it, `worker` the module that its process runs, `profile` its profile, and `hint` says how
    it is installed.
    """

    def __init__(
        self, name: str, package: str, worker: str, profile: str, hint: str, limit: float, process: Sequence[str] = ()
    ) -> None:
        self.name = name
        self.profile = profile
        try:
            self.version = version(package)
        except ModuleNotFoundError:
            raise UserError(f"The grammar engine {name} is not installed.", hint) from None
        self._limit = limit
        self._original = "" if process else worker
        self._command = process or command(worker, str(limit))
        self._worker: Worker | Copy | None = None
        self._is_loaded = False
        self._broken: EngineError | None = None

    def language(self, tag: str, text: str) -> str:
        """Return the dialect; "" for a text that is not English."""
        language, _, region = tag.replace("_", "-").partition("-")
        if language.lower() not in ("", "en") or not is_english(text):
            return ""
        return region.upper() if region.upper() in _REGIONS else variant(text)

    def check(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        """Return the matches of each text; one at which the process dies is tried once more in a new process."""
        answers: list[Matches | Failed] = []
        patience, tried = Patience(), -1
        while len(answers) < len(texts) and patience.left > 0:
            try:
                answers.extend(self._ask_workers(texts[len(answers) :], language))
            except _DiedError as error:
                answers += [patience.spend(error)] if tried == len(answers) else []
                tried = len(answers)
            except EngineError as error:
                answers.append(patience.spend(error))
        return answers + [patience.lost] * (len(texts) - len(answers))

    def prepare(self) -> None:
        """Start the process, if it can be, and do not wait until it has loaded the engine."""
        with suppress(OSError, RuntimeError):
            self._worker = self._worker or self._start_worker()

    def close(self) -> None:
        """End the process."""
        if self._worker:
            self._worker.kill()
            self._worker.status()
            self._worker, self._is_loaded = None, False

    def _ask_workers(self, texts: Sequence[str], dialect: str) -> Iterator[Matches]:
        """Yield the matches of each text; raise EngineError at the first that is not answered."""
        worker = self._worker if self._is_loaded and self._worker else self._load_worker()
        worker.ask(json.dumps({"dialect": dialect, "texts": list(texts), "parts": _parts}).encode())
        for _ in texts:
            try:
                rows = json.loads(self._answer(worker))
                matches = tuple(_match(row) for row in rows)
            except (ValueError, TypeError):
                self.close()
                raise _DiedError(f"{self.name} gave an answer that cannot be read") from None
            yield matches

    def _start_worker(self) -> Worker | Copy:
        return copy_of(self._original) or Worker(self._command, environment=LARGE_PORTIONS)

    def _load_worker(self) -> Worker | Copy:
        """Return a process that has loaded the engine; what kept it from that does so for the whole run."""
        if self._broken:
            raise self._broken
        try:
            worker = self._worker = self._worker or self._start_worker()
            self._answer(worker)
        except (OSError, RuntimeError, EngineError) as error:
            reason = f": {error.strerror}" if isinstance(error, OSError) else ""
            self._broken = EngineError(f"{self.name} is installed but cannot be started{reason}", _WITHOUT, final=True)
            raise self._broken from error
        self._is_loaded = True
        return worker

    def _answer(self, worker: Worker | Copy) -> bytes:
        """Return the next answer; raise EngineError if there is none."""
        _, answer = worker.heard.get()
        if answer is not None:
            return answer
        self._worker, self._is_loaded = None, False
        match worker.status():
            case child.LATE:
                raise EngineError(f"{self.name} took more than {self._limit:.0f} s of processor time")
            case child.STUCK:
                raise EngineError(f"{self.name} stopped answering")
        raise _DiedError(f"{self.name} broke off")


class _DiedError(EngineError):
    """The process is gone for a reason that may have nothing to do with the text."""


def _match(row: list[Any]) -> Match:
    start, end, name, kind, message, replacements = row
    return Match(start, end, name, kind, message, tuple(replacements))
