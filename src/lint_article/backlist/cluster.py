"""Items checked by the workers of a Dask cluster that is there already."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from lint_article import __version__
from lint_article.backlist.addresses import describe
from lint_article.backlist.beside import check_beside
from lint_article.backlist.here import Answered, lost
from lint_article.backlist.item import Instructions, Item
from lint_article.errors import UserError
from lint_article.workers.queues import wait_for

_PATIENCE = 10  # seconds until a scheduler must have answered
_AHEAD = 4  # items that each worker is to have waiting


def check_on_cluster(items: Iterable[Item], asked: Instructions, address: str) -> Answered:
    """Yield each item with its rows, as they are ready; fewer if a signal asks the run to end.

    An item whose worker is lost goes to another; if that happens too often, it has failed. Raises UserError if no
    scheduler answers, or if its workers lack this version of lint-article.
    """
    client = _connect(address)
    try:
        _refuse_other_versions(client, address)
        there = replace(asked, folder=str(Path.cwd()))
        yield from _check(client, items, client.scatter(there, broadcast=True, hash=False))
    finally:
        client.close(timeout=1)


def _connect(address: str) -> Any:
    from distributed import Client  # late: few runs have a cluster

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        said = f"No Dask scheduler answers at {address}: {describe(error)}."
    raise UserError(said, "`dask scheduler` prints its address when it starts.")


def _refuse_other_versions(client: Any, address: str) -> None:
    try:
        found = client.run(_version)
    except Exception as error:  # whatever the workers lack
        said = f"The workers at {address} cannot run lint-article: {describe(error)}."
        raise UserError(said, f"Install lint-article[archive] {__version__} there.") from None
    if not found:
        raise UserError(f"The scheduler at {address} has no workers.", f"`dask worker {address}` starts one.")
    others = sorted({version for version in found.values() if version != __version__})
    if others:
        said = f"The workers at {address} have lint-article {', '.join(others)}, and this is {__version__}."
        raise UserError(said, "Install the same version there.")


def _version() -> str:
    return __version__


def _check(client: Any, items: Iterable[Item], asked: Any) -> Answered:
    """Keep some items waiting at each worker, and no more, so that neither side fills up."""
    waiting = iter(items)
    done: SimpleQueue[Any] = SimpleQueue()
    at_work: dict[Any, Item] = {}

    def submit(most: int) -> None:
        for item in islice(waiting, most):
            future = client.submit(check_beside, item, asked, pure=False)
            at_work[future] = item
            future.add_done_callback(done.put)

    submit(_room(client))
    while at_work:
        future = wait_for(done)
        if future is None:
            client.cancel(list(at_work))
            return
        item = at_work.pop(future)
        yield item, _rows(future, item)
        submit(max(_room(client) - len(at_work), 0))


def _room(client: Any) -> int:
    """Return how many items may be under way: workers come and go."""
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    threads: int = sum(worker["nthreads"] for worker in workers)
    return _AHEAD * max(threads, 1)


def _rows(future: Any, item: Item) -> Any:
    try:
        return future.result()
    except Exception as error:  # of the cluster: the check raises none
        return lost(item, describe(error))
