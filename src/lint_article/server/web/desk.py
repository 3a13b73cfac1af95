"""What was dropped and what came of it: in memory only, for an hour, and no more than there is room for."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic

from lint_article.dataclass import dataclass
from lint_article.engine.plan import CheckRequest
from lint_article.server.web.messages import LOST, TOO_LONG, Answer, Refusal, Review, Stage, Upload
from lint_article.threads import start_thread
from lint_article.workers.child import LATE
from lint_article.workers.messages import pack, unpack
from lint_article.workers.parent import Worker, command

KEPT = 3600.0  # seconds
_ROOM = 400_000_000  # bytes of results
_MOST_WAITING = 20
_COMMAND = command("lint_article.server.web.worker")
_SWEEP = 30.0


@dataclass(frozen=True, slots=True)
class Dropped:
    """A manuscript on the desk: how far it has come, and its result when it is there."""

    name: str
    since: float
    stage: Stage = "waiting"
    result: Review | Refusal | None = None

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more is to come."""
        return self.result is not None


class FullError(Exception):
    """Too many manuscripts are waiting already."""


class Desk:
    """Checks manuscripts one after the other, in a process that is replaced when it dies."""

    def __init__(self, asked: CheckRequest) -> None:
        self._asked = asked
        self._lock = Lock()
        self._dropped: dict[str, Dropped] = {}
        self._waiting: deque[tuple[str, Upload]] = deque()
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._worker: Worker | None = None
        self._at = ""
        start_thread(self._run)

    def add(self, upload: Upload) -> str:
        """Take a manuscript; return the key that its result can be had by. Raises FullError if too many wait."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            if len(self._waiting) >= _MOST_WAITING:
                raise FullError
            self._dropped[key] = Dropped(upload.name, monotonic())
            self._waiting.append((key, upload))
        self._bell.put(None)
        return key

    def get(self, key: str) -> Dropped | None:
        """Return a manuscript, or None if it was never there or is forgotten."""
        with self._lock:
            return self._dropped.get(key)

    def ahead(self, key: str) -> int:
        """Return how many manuscripts come before one that waits."""
        with self._lock:
            keys = [one for one, _ in self._waiting]
            return keys.index(key) + bool(self._at) if key in keys else 0

    def forget(self, key: str) -> None:
        """Forget a manuscript; if it is being checked, that is ended."""
        with self._lock:
            self._dropped.pop(key, None)
            self._waiting = deque(one for one in self._waiting if one[0] != key)
            if self._at == key and self._worker:
                self._worker.kill()

    def close(self) -> None:
        """End the process that checks."""
        if self._worker:
            self._worker.kill()
            self._worker.status()

    def _run(self) -> None:
        self._start()
        while True:
            with suppress(Empty):
                self._bell.get(timeout=_SWEEP)
            self._sweep()
            while self._take_next():
                self._sweep()

    def _start(self) -> Worker:
        if self._worker is None:
            self._worker = Worker(_COMMAND)
        return self._worker

    def _take_next(self) -> bool:
        """Check the manuscript that has waited longest; tell whether there was one."""
        with self._lock:
            if not self._waiting:
                return False
            key, upload = self._waiting.popleft()
            self._at = key
        for answer in self._answers(upload):
            self._note(key, answer)
        with self._lock:
            self._at = ""
        return True

    def _answers(self, upload: Upload) -> Iterator[Answer]:
        """Yield what the process says of a manuscript, its result last."""
        worker = self._start()
        worker.ask(pack((upload, self._asked)))
        while True:
            message = worker.heard.get()[1]
            if message is None:
                self._worker = None
                yield TOO_LONG if worker.status() == LATE else LOST
                return
            if message:
                answer: Answer = unpack(message)
                yield answer
                if not isinstance(answer, str):
                    return

    def _note(self, key: str, answer: Answer) -> None:
        with self._lock:
            if key not in self._dropped:
                return
            known = self._dropped[key]
            if isinstance(answer, str):
                self._dropped[key] = Dropped(known.name, known.since, answer)
            else:
                stage: Stage = "done" if isinstance(answer, Review) else "failed"
                self._dropped[key] = Dropped(known.name, monotonic(), stage, answer)

    def _sweep(self) -> None:
        """Forget what is older than an hour, and the oldest results when there is no room for all."""
        with self._lock:
            over = sorted((one.since, key) for key, one in self._dropped.items() if one.is_over)
            room = sum(_size(self._dropped[key]) for _, key in over)
            for since, key in over[:-1] if room > _ROOM else over:
                if monotonic() - since > KEPT or room > _ROOM:
                    room -= _size(self._dropped.pop(key))


def _size(dropped: Dropped) -> int:
    return dropped.result.size if isinstance(dropped.result, Review) else 0
