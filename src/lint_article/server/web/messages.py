"""What the server and the process that checks for it say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.rulebook import Severity

Stage = Literal["waiting", "reading", "grammar", "rules", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A manuscript as it was dropped, and the bytes of the files that were dropped with it, by their names."""

    name: str
    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Download:
    """A file that can be had of a checked manuscript: what it is, its name, its bytes."""

    label: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Review:
    """What came of a manuscript: its page, how many findings it has by severity, and files to be had."""

    page: str
    counts: Mapping[Severity, int]
    downloads: tuple[Download, ...]

    @property
    def size(self) -> int:
        """Return how many bytes of memory it holds, about."""
        return len(self.page) + sum(len(one.data) for one in self.downloads)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a manuscript was not checked, and what can be done."""

    message: str
    hint: str = ""


_REPORT = "This is a fault of lint-article; please report it."
FAILED = Refusal("The manuscript could not be checked.", _REPORT)
LOST = Refusal("The process that checked the manuscript died.", _REPORT)
TOO_LONG = Refusal("The manuscript takes too long to check.", "Check a part of it.")

Answer = Stage | Review | Refusal
