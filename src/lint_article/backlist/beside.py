"""Items checked by a process of ours beside one of a cluster, whose own threads would slow the check down.

A manuscript at which processes die costs this process, and not the cluster's.
"""

from __future__ import annotations

from threading import Lock

from lint_article.backlist.checking import check_item
from lint_article.backlist.here import lost
from lint_article.backlist.item import Instructions, Item
from lint_article.backlist.rows import CheckedItem
from lint_article.workers.messages import pack, unpack
from lint_article.workers.parent import Worker, command

_COMMAND = command("lint_article.backlist.worker")
_TRIES = 2
_one_at_a_time = Lock()


def check_beside(item: Item, asked: Instructions) -> CheckedItem:
    """Return the rows of an item; never raises for what is wrong with it."""
    with _one_at_a_time:
        return _beside.check(item, asked)


class _Beside:
    """The process, which is started when the first item comes, and anew when it has died."""

    def __init__(self) -> None:
        self._worker: Worker | None = None
        self._told: Instructions | None = None

    def check(self, item: Item, asked: Instructions) -> CheckedItem:
        """Return the rows of an item at which not more than one process dies."""
        status = 0
        for _ in range(_TRIES):
            worker = self._worker = self._worker or _start()
            if not worker:
                return check_item(item, asked)
            worker.ask(pack((item, () if asked is self._told else (asked,))))
            self._told = asked
            _, answer = worker.heard.get()
            if answer is not None:
                rows: CheckedItem = unpack(answer)
                return rows
            self._worker = self._told = None
            status = worker.status()
        return lost(item, f"exit status {status}")


def _start() -> Worker | None:
    """Return a process that has loaded what it needs; None if there can be none."""
    try:
        worker = Worker(_COMMAND)
    except (OSError, RuntimeError):
        return None
    _, loaded = worker.heard.get()
    if loaded is None:
        worker.status()
    return None if loaded is None else worker


_beside = _Beside()
