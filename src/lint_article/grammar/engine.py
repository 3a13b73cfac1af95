"""What an engine is to the rest: a name, a version, a profile, and an answer for each passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from lint_article.dataclass import dataclass
from lint_article.grammar.passage import Match

Matches = tuple[Match, ...]
BATCH = 16_000


@dataclass(frozen=True, slots=True)
class Failed:
    """A passage that was not checked: why, and what the user can do; never kept in the cache."""

    reason: str
    hint: str = ""


class EngineError(Exception):
    """An engine gave no answer: it took too long, went down, or refused the text.

    `final`: it would do the same for any other text. `hint` says what the user can do.
    """

    def __init__(self, message: str, hint: str = "", final: bool = False) -> None:
        super().__init__(message)
        self.failed = Failed(message, hint)
        self.final = final


@dataclass(slots=True)
class Patience:
    """How many more texts may fail before no other is tried, and what is then said of those."""

    left: int = 4
    lost: Failed = Failed("the engine failed too often")

    def spend(self, error: EngineError) -> Failed:
        """Return the failure of a text; a final one leaves no patience."""
        self.left -= 1
        if error.final:
            self.left, self.lost = 0, error.failed
        return error.failed


@dataclass(frozen=True, slots=True)
class EngineEntry:
    """What an engine's folder states of it, as `ENGINE` in its `__init__.py`.

    `opener`: the function that makes it from the settings, as "FOLDER.module:function".
    `rules`: the folder whose `categories.toml` sorts its remarks; "" is its own.
    `parallel`: it uses several processors by itself, so that one process is to ask it for all files.
    `original`: the module whose process is loaded once for all processes of a run, where that can be; "" is none.
    `is_settled`: its answers depend on the text, the settings and the installed packages, and on nothing else.
    """

    opener: str
    rules: str = ""
    parallel: bool = False
    original: str = ""
    is_settled: bool = True


class Engine(Protocol):
    """Checks passages; nothing is started before the first call of `prepare` or `check`."""

    @property
    def name(self) -> str:
        """Return the name that settings know it by."""

    @property
    def version(self) -> str:
        """Return its version, without starting a local engine."""

    @property
    def profile(self) -> str:
        """Return what changes whenever the engine would answer otherwise for the same text and language."""

    def language(self, tag: str, text: str) -> str:
        """Return the language to ask for; `tag` is what the document states (BCP 47, or ""), "" an answer of none."""

    def check(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        """Return the matches of each text, in order."""

    def prepare(self) -> None:
        """Start what takes long to start and is wanted for any text, without waiting for it."""

    def close(self) -> None:
        """End whatever was started."""


def batches(texts: Sequence[str], limit: int = BATCH) -> Iterator[list[int]]:
    """Yield indexes of texts, as many at a time as stay under the limit (code points), but at least one."""
    batch: list[int] = []
    size = 0
    for index, text in enumerate(texts):
        if batch and size + len(text) > limit:
            yield batch
            batch, size = [], 0
        batch.append(index)
        size += len(text)
    if batch:
        yield batch


def send_divided(
    texts: Sequence[str], send: Callable[[Sequence[str]], list[Matches]], patience: Patience
) -> list[Matches | Failed]:
    """Send the texts together; if that fails, in halves, until the text that is to blame stands alone.

    Once the patience is used up nothing more is sent.
    """
    if patience.left <= 0:
        return [patience.lost] * len(texts)
    try:
        return list(send(texts)) if texts else []
    except EngineError as error:
        if error.final or len(texts) == 1:
            return [patience.spend(error)] * len(texts)
    half = -(-len(texts) // 2)
    return [answer for part in (texts[:half], texts[half:]) for answer in send_divided(part, send, patience)]
