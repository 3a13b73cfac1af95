"""Threads that end with the program; a system that has no room for one refuses memory, whatever Python calls it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread


def start_thread(work: Callable[..., object], *said: object) -> Thread:
    """Start a function in a thread of its own. Raises MemoryError if the system has no room for another."""
    thread = Thread(target=work, args=said, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # `can't start new thread`
        raise MemoryError(str(error)) from None
    return thread
