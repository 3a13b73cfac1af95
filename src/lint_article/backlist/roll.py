"""The roll of all that is to be checked: on the disk, so that memory does not grow with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from threading import Event, Lock
from time import sleep

from lint_article import ends
from lint_article.backlist.item import Item, key_of
from lint_article.threads import start_thread

_TABLE = """create table items (
    key text primary key, number integer, location blob, below blob, fault text, is_known integer) without rowid"""
_INDEX = "create index numbers on items (number) where not is_known"
_INSERT = "insert or ignore into items values (?, ?, ?, ?, ?, ?)"
_NEXT = "select number, location, below, fault from items where not is_known and number >= ? order by number limit ?"
_BATCH = 500
_STEP = 0.05


class Roll:
    """Items in the order of their listing, each location once and without those that are known already.

    A thread lists them while others are already being checked; `total` is how many there are once `is_complete`.
    """

    def __init__(self, known: Iterable[str], listed: Callable[[], Iterator[Item]]) -> None:
        """Begin to list; `known` are the keys of locations that need not be checked again."""
        self._lock = Lock()
        self._rows = sqlite3.connect("", check_same_thread=False)  # a file without a name, gone with the process
        self._rows.execute(_TABLE)
        self._rows.execute(_INDEX)
        self._rows.executemany(_INSERT, ((key, -1, b"", b"", "", 1) for key in known))
        self._is_over = Event()
        self._error: BaseException | None = None
        self.total = 0
        start_thread(self._list, listed)

    @property
    def is_complete(self) -> bool:
        """Tell whether all items are listed."""
        return self._is_over.is_set()

    def items(self) -> Iterator[Item]:
        """Yield the items as they are listed, until there are no more or a signal asks the run to end."""
        following = 0
        while not ends.exit_status_asked():
            was_complete = self.is_complete
            yield from (found := self._take(following))
            if found:
                following = found[-1].number + 1
            elif self._error:
                raise self._error
            elif was_complete:
                return
            else:
                sleep(_STEP)

    def _take(self, following: int) -> list[Item]:
        with self._lock:
            rows = self._rows.execute(_NEXT, (following, _BATCH)).fetchall()
        return [Item(os.fsdecode(where), os.fsdecode(below), number, fault) for number, where, below, fault in rows]

    def _list(self, listed: Callable[[], Iterator[Item]]) -> None:
        try:
            items = listed()
            while batch := list(islice(items, _BATCH if self.total else 1)):
                self._add(batch)
        except BaseException as error:  # whoever takes items must hear of it
            self._error = error
        finally:
            self._is_over.set()

    def _add(self, batch: list[Item]) -> None:
        with self._lock:
            for item in batch:
                where, below = os.fsencode(item.location), os.fsencode(item.below)
                row = (key_of(item.location), self.total, where, below, item.fault, 0)
                self.total += self._rows.execute(_INSERT, row).rowcount > 0
