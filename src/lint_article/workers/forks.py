"""Copies of a process that share the work with it: what has been loaded is there once in memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import NoReturn

from lint_article import ends
from lint_article.workers.child import AnswerWatch
from lint_article.workers.messages import put, take

_WORTHWHILE = 4_000  # code points; with fewer for each, a copy costs more than it saves

Answer = Callable[[str], bytes]


def answer_in_parts(texts: Sequence[str], answer: Answer, parts: int, limit: float) -> Iterator[bytes]:
    """Yield the answer to each text, in order; all but the first texts are answered by copies, up to `parts` - 1.

    A copy that takes more than `limit` seconds of the processor's time for one text ends, and so does this process,
    once it has yielded the answers to the texts before it. Only Linux lets a process be copied safely.
    """
    total = sum(map(len, texts))
    parts = min(parts, total // _WORTHWHILE) if sys.platform == "linux" else 1
    first, *others = _divide(texts, max(parts, 1))
    copies = [_copy(part, answer, limit) for part in others]
    for text in first:
        yield answer(text)
    for pid, pipe in copies:
        with os.fdopen(pipe, "rb") as answers:
            while (found := take(answers)) is not None:
                yield found
        _, status = os.waitpid(pid, 0)
        if status:
            ends.leave(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 1)


def _divide(texts: Sequence[str], parts: int) -> list[Sequence[str]]:
    """Return texts in so many rows of about the same length."""
    total = sum(map(len, texts))
    ends_at = list(accumulate(map(len, texts)))
    cuts = [sum(end <= total * part / parts for end in ends_at) for part in range(1, parts)]
    return [texts[start:end] for start, end in zip([0, *cuts], [*cuts, len(texts)], strict=True)]


def _copy(texts: Sequence[str], answer: Answer, limit: float) -> tuple[int, int]:
    """Return the process and the pipe of a copy that answers texts."""
    reading, writing = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if not pid:
        _answer(texts, answer, writing, AnswerWatch(limit, parent=parent))
    os.close(writing)
    return pid, reading


def _answer(texts: Sequence[str], answer: Answer, writing: int, watch: AnswerWatch) -> NoReturn:
    status = 1
    with suppress(Exception), os.fdopen(writing, "wb") as pipe:
        for text in texts:
            watch.start()
            put(pipe, answer(text))
        status = 0
    os._exit(status)
