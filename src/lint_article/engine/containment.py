"""Reading in a process of its own, which may be ended: whatever a file does there, the run goes on."""

from __future__ import annotations

from threading import Lock

from lint_article.document import MEGABYTE, Limits, Reading, Source
from lint_article.errors import UserError
from lint_article.readers.unreadable import Unreadable, beyond
from lint_article.workers import child
from lint_article.workers.messages import pack, unpack
from lint_article.workers.parent import Worker, command

_LONG = 500_000  # code points of a text whose reader has taken memory that it would keep beside the parser's
_MODULE = "lint_article.engine.reader"


def read_contained(source: Source) -> Reading:
    """Return the source's reading, made within its limits in another process; its own source has no bytes.

    Raises Unreadable for what is broken or goes beyond the limits, and UserError if no process can be started.
    """
    with _lock:
        reader = _Reader.of(source.limits)
        answer = reader.ask(pack(source))
        if isinstance(answer, Reading) and len(answer.text) > _LONG:
            reader.end()
    if isinstance(answer, Exception):
        raise answer
    return answer


class _Reader:
    """The process that reads for this one, as long as the limits are the same and it lives."""

    running: _Reader | None = None

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        try:
            self._worker = Worker(command(_MODULE, str(limits.seconds), str(limits.memory * MEGABYTE)))
        except (OSError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UserError(f"The process that reads the file cannot be started: {reason}.") from None
        self._worker.heard.get()  # that it is there; or that it is gone, which the next answer says again

    @classmethod
    def of(cls, limits: Limits) -> _Reader:
        """Return the reader of these limits."""
        if cls.running and cls.running._limits != limits:
            cls.running.end()
        cls.running = cls.running or cls(limits)
        return cls.running

    def ask(self, message: bytes) -> Reading | Exception:
        """Return the answer to a message."""
        self._worker.ask(message)
        _, answer = self._worker.heard.get()
        if answer is None:
            return Unreadable(self._why_gone(self.end()))
        read: Reading | Exception = unpack(answer)
        return read

    def end(self) -> int:
        """End the process and return its exit status."""
        _Reader.running = None
        self._worker.dismiss()
        return self._worker.status()

    def _why_gone(self, status: int) -> str:
        if status == child.LATE:
            return beyond("seconds", self._limits.seconds)
        if status == child.FULL:
            return beyond("memory", self._limits.memory)
        return f"it is damaged, or {beyond('memory', self._limits.memory)} (exit status {status} of its reader)"


_lock = Lock()
