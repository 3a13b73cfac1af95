"""A process that checks what was dropped: what a hostile file does to it, the server survives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from traceback import print_exc
from typing import TYPE_CHECKING

from lint_article.threads import start_thread
from lint_article.workers.child import Answers, serve
from lint_article.workers.messages import pack, unpack

if TYPE_CHECKING:
    from lint_article.server.web.messages import Answer

LIMIT = 300.0  # seconds of the processor's time for one manuscript


def _load_answers() -> Answers:
    from lint_article.engine.grammar import Grammar  # late: the input is listened to before
    from lint_article.server.web.review import review

    grammar = Grammar()

    def answers(message: bytes) -> Iterator[bytes]:
        upload, asked = unpack(message)
        for answer in _as_they_come(lambda tell: review(upload, asked, grammar, tell)):
            yield pack(answer)

    return answers


def _as_they_come(work: Callable[[Callable[[Answer], None]], Answer]) -> Iterator[Answer]:
    """Yield what is told during the work, and its result. Work that raises ends in a refusal, since someone waits."""
    told: SimpleQueue[Answer | None] = SimpleQueue()

    def run() -> None:
        try:
            told.put(work(told.put))
        except Exception:  # whatever it is, the next manuscript is checked
            from lint_article.server.web.messages import FAILED

            print_exc()
            told.put(FAILED)
        finally:
            told.put(None)

    start_thread(run)
    while (answer := told.get()) is not None:
        yield answer


if __name__ == "__main__":
    serve(_load_answers, LIMIT)
