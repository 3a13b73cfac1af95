"""In the process that is loaded once, and in the copies of it that answer."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import NoReturn

from lint_article import ends
from lint_article.workers.child import Answers, AnswerWatch, answer_messages, listen, own_output
from lint_article.workers.usage import give_back_memory


def serve_copies(load: Callable[[], Answers], line: int, limit: float) -> NoReturn:
    """Make a copy of this process for whoever asks for one on the line, once `load` has returned what they answer with.

    It ends when its input does or nobody can ask any more; its copies end with it, or with who has asked for them.
    """
    listen(sys.stdin.buffer)
    own_output().close()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a copy
    try:
        _serve(load, socket.socket(fileno=line), limit)
    finally:
        ends.leave(1)


def _serve(load: Callable[[], Answers], line: socket.socket, limit: float) -> None:
    watch = AnswerWatch(limit)
    answers: Answers | None = None
    while files := socket.recv_fds(line, 1, 2)[1]:
        messages, status = files
        if not answers:
            watch.start()
            answers = load()
            watch.stop()
            give_back_memory()
        parent = os.getpid()
        if not _fork():
            line.close()
            _answer(answers, messages, status, limit, parent)
        for file in files:
            os.close(file)


def _fork() -> int:
    """Return the copy of this process, 0 in the copy itself; -1 if the system has no room for one."""
    try:
        return os.fork()
    except OSError:
        return -1  # who has asked hears that it is gone


def _answer(answers: Answers, messages: int, status: int, limit: float, parent: int) -> NoReturn:
    """Answer the messages of who has asked for this copy."""

    def leave(why: int) -> NoReturn:
        os.write(status, bytes([why]))
        ends.leave(why)

    with socket.socket(fileno=messages) as channel:
        watch = AnswerWatch(limit, parent=parent, leave=leave)
        answer_messages(listen(channel.makefile("rb")), channel.makefile("wb"), lambda: answers, watch)
