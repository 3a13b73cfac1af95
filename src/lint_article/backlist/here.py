"""Items checked by processes of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from queue import SimpleQueue
from threading import stack_size

from lint_article.backlist.item import Instructions, Item
from lint_article.backlist.rows import CheckedItem, row_without_findings
from lint_article.grammar.embedded import originals
from lint_article.threads import start_thread
from lint_article.workers.crew import Crew, Sent
from lint_article.workers.messages import pack, unpack
from lint_article.workers.parent import command
from lint_article.workers.queues import wait_for

_COMMAND = command("lint_article.backlist.worker")
_STACK = 16 << 20  # bytes; some systems give a thread far less than a process

Answered = Iterator[tuple[Item, CheckedItem]]


def check_here(items: Iterable[Item], asked: Instructions, processes: int) -> Answered:
    """Yield each item with its rows, as they are ready; fewer if a signal asks the run to end."""
    if processes == 1:
        yield from _check_by_thread(items, asked)
        return

    def pack_item(item: Item, sent: Sent) -> bytes:
        is_new = not sent
        sent["instructions"] = True
        return pack((item, (asked,) if is_new else ()))

    shared = originals({asked.settings.grammar.engine})
    with closing(Crew(_COMMAND, processes, items, pack_item, shared)) as crew:
        for item, answer in crew.answers():
            yield item, unpack(answer) if isinstance(answer, bytes) else lost(item, f"exit status {answer}")
        yield from _check_by_thread(crew.tasks_left(), asked)


def lost(item: Item, how: str) -> CheckedItem:
    """Return the rows of an item at which processes die."""
    return CheckedItem((row_without_findings(item, "failed", f"The processes that checked it died ({how})."),))


def _check_by_thread(items: Iterable[Item], asked: Instructions) -> Answered:
    done: SimpleQueue[tuple[Item, CheckedItem] | BaseException | int] = SimpleQueue()
    usual = stack_size(_STACK)
    start_thread(_work, items, asked, done)
    stack_size(usual)
    while not isinstance(answer := wait_for(done), int | None):
        if isinstance(answer, BaseException):
            raise answer
        yield answer


def _work(
    items: Iterable[Item], asked: Instructions, done: SimpleQueue[tuple[Item, CheckedItem] | BaseException | int]
) -> None:
    try:
        for item in items:
            from lint_article.backlist.checking import check_item  # late: other processes do it as a rule

            done.put((item, check_item(item, asked)))
        done.put(0)
    except BaseException as error:  # whoever waits must not wait for ever
        done.put(error)
