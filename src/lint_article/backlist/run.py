"""The run: from sources to tables, in the order of the listing."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import chain

from lint_article import ends
from lint_article.backlist.here import Answered, check_here
from lint_article.backlist.item import Instructions, Item
from lint_article.backlist.listing import list_items, refuse_missing
from lint_article.backlist.outputs import Outputs
from lint_article.backlist.roll import Roll
from lint_article.backlist.rows import CheckedItem
from lint_article.backlist.store import Store
from lint_article.dataclass import dataclass
from lint_article.engine.own_rules import rules_for
from lint_article.errors import UserError

_MOST_WAITING = 5_000  # items that may be ready before an earlier one is


@dataclass(frozen=True, slots=True)
class BacklistRequest:
    """What to check, how, and where it goes. `processes` 0 is one per processor; `scheduler` is that of a cluster."""

    sources: tuple[str, ...]
    instructions: Instructions
    files: Outputs
    processes: int = 0
    scheduler: str = ""
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a run is: how many items were known, are done, and have failed among these; how many are listed."""

    known: int
    done: int
    failed: int
    total: int
    is_listed: bool


def run(asked: BacklistRequest, tell: Callable[[Standing], None]) -> Standing:
    """Check what is not known yet, and write the tables unless a signal has asked the run to end; `tell` hears of each.

    Raises UserError for a source that does not exist or has no manuscript, and for tables that cannot be gone on with.
    """
    for source in asked.sources:
        refuse_missing(source)
    store = Store(asked.files, _describe(asked.instructions), overwrite=asked.overwrite)
    try:
        return _run(asked, store, tell)
    finally:
        store.close()


def _run(asked: BacklistRequest, store: Store, tell: Callable[[Standing], None]) -> Standing:
    known = _Counted(store.known_items())
    roll = Roll(
        known, lambda: chain.from_iterable(list_items(one, asked.instructions.settings) for one in asked.sources)
    )
    done = failed = 0

    def standing() -> Standing:
        return Standing(known.count, done, failed, roll.total, roll.is_complete)

    with closing(_in_order(_answers(asked, roll.items()))) as answers:
        for _, checked in answers:
            store.add(checked)
            done += 1
            failed += any(row.status == "failed" for row in checked.manuscripts)
            tell(standing())
    store.flush()
    if not ends.exit_status_asked():
        if not done and not known.count:
            raise UserError(f"There is no manuscript in {', '.join(asked.sources)}.", "Check the path.")
        store.join()
    return standing()


class _Counted:
    """Hands on words, and counts them."""

    def __init__(self, words: Iterator[str]) -> None:
        self._words = words
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for word in self._words:
            self.count += 1
            yield word


def _answers(asked: BacklistRequest, items: Iterator[Item]) -> Answered:
    if asked.scheduler:
        from lint_article.backlist.cluster import check_on_cluster  # late: few runs have a cluster

        return check_on_cluster(items, asked.instructions, asked.scheduler)
    from lint_article.workers.parent import processors

    return check_here(items, asked.instructions, asked.processes or processors())


def _in_order(answers: Answered) -> Generator[tuple[Item, CheckedItem], None, None]:
    """Yield answers in the order of their items, unless one is so late that too many others would wait for it."""
    waiting: dict[int, tuple[Item, CheckedItem]] = {}
    following = 0
    for item, checked in answers:
        if item.number < following:
            yield item, checked
            continue
        waiting[item.number] = item, checked
        while following in waiting:
            yield waiting.pop(following)
            following += 1
        if len(waiting) > _MOST_WAITING:
            following = max(waiting) + 1
            yield from _drain(waiting)
    yield from _drain(waiting)


def _drain(waiting: dict[int, tuple[Item, CheckedItem]]) -> Sequence[tuple[Item, CheckedItem]]:
    found = [waiting[number] for number in sorted(waiting)]
    waiting.clear()
    return found


def _describe(asked: Instructions) -> str:
    """Return what tells these instructions from any that could lead to other findings."""
    settings = asked.settings
    rules = [rule if rule.origin else f"{rule.code}{rule.severity}" for rule in rules_for(settings, "manuscript")]
    decisive = (
        asked.format,
        settings.rules,
        settings.overrides,
        settings.per_file_ignores,
        settings.ignore,
        settings.dictionary,
    )
    engine = (settings.grammar.engine, settings.grammar.words, settings.limits, settings.bibliography)
    return sha256(repr((*decisive, *engine, rules)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
