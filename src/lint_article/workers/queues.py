"""Queues that are filled by other threads."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from typing import TypeVar

from lint_article import ends

T = TypeVar("T")

_STEP = 0.1  # seconds until a signal is noticed


def wait_for(queue: SimpleQueue[T]) -> T | None:
    """Return the next item, or None once a signal asks the run to end and no item is there."""
    while True:
        is_over = ends.exit_status_asked()
        try:
            return queue.get(timeout=0 if is_over else _STEP)
        except Empty:
            if is_over:  # else an item may have come while the signal did
                return None
