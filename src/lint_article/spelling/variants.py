"""Words that are spelled in two ways, both of which are right: by custom, in pairs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from lint_article.dataclass import dataclass

Custom = Literal["american", "ize"]
CUSTOMS: tuple[Custom, ...] = ("american", "ize")


@dataclass(frozen=True, slots=True)
class Variants:
    """The words of one custom in small letters, each with its other spelling.

    american: `color` and `colour`. ize: `organize`, which British authors use too, and `organise`.
    """

    first: Mapping[str, str]
    second: Mapping[str, str]


@cache
def variants(custom: Custom) -> Variants:
    """Return the pairs of a custom."""
    words = Path(__file__).with_name(f"{custom}.txt").read_text("ascii").split()
    return Variants(dict(zip(words[::2], words[1::2], strict=True)), dict(zip(words[1::2], words[::2], strict=True)))
