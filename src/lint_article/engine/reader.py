"""The process that reads what may go wrong beyond repair: a source comes in, its reading goes out, both pickled."""

from __future__ import annotations

import pickle
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace

from lint_article.document import Reading, Source
from lint_article.workers.child import Answers, serve
from lint_article.workers.messages import pack, unpack

Answer = Reading | Exception


def _load_answers() -> Answers:
    from lint_article.readers import formats  # late: the input is listened to before

    def answers(message: bytes) -> Iterator[bytes]:
        source = unpack(message)
        yield _pack(_answer(formats.read, source))

    return answers


def _answer(read: Callable[[Source], Reading], source: Source) -> Answer:
    try:
        reading = read(source)
    except Exception as error:
        return _with_trace(error)
    if reading.fault:
        _with_trace(reading.fault)
    return replace(reading, source=replace(source, data=b""))


def _with_trace(error: Exception) -> Exception:
    """Keep in a note where the error was raised, which is lost on the way to another process."""
    error.add_note("".join(traceback.format_tb(error.__traceback__)))
    return error


def _pack(answer: Answer) -> bytes:
    try:
        return pack(answer)
    except (pickle.PicklingError, TypeError, AttributeError):
        return pack(RuntimeError(repr(answer)))


if __name__ == "__main__":
    serve(_load_answers, limit=float(sys.argv[1]), memory=int(sys.argv[2]))
