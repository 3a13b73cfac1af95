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
    """A passage that could not be checked, and why; never kept in the cache."""

    reason: str


class EngineError(Exception):
    """An engine gave no answer: it took too long, went down, or refused the text."""


@dataclass(slots=True)
class Patience:
    """How many more texts may fail in a run before no other is tried."""

    left: int = 4


class Engine(Protocol):
    """Checks passages; nothing is started before the first call of `check`."""

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


def divided(
    texts: Sequence[str], send: Callable[[Sequence[str]], list[Matches]], patience: Patience, parts: int = 2
) -> list[Matches | Failed]:
    """Send the texts together; if that fails, in so many parts, until the text that is to blame stands alone.

    Once the patience is used up nothing more is sent.
    """
    if not patience.left:
        return [Failed("the engine failed too often")] * len(texts)
    try:
        return list(send(texts)) if texts else []
    except EngineError as error:
        if len(texts) == 1:
            patience.left -= 1
            return [Failed(str(error))]
    size = -(-len(texts) // min(parts, len(texts)))
    portions = (texts[at : at + size] for at in range(0, len(texts), size))
    return [answer for portion in portions for answer in divided(portion, send, patience, parts)]
