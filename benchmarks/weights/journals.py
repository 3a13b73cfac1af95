"""The two halves of the journals: what is fitted on one is judged on the other."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def journals_of(folders: Iterable[Path]) -> dict[str, str]:
    """Return the journal of each article, as each folder's `index.tsv` states it."""
    found: dict[str, str] = {}
    for folder in folders:
        head, *lines = (line.split("\t") for line in (folder / "index.tsv").read_text("utf-8").splitlines())
        found |= {line[0]: line[head.index("journal")] for line in lines}
    return found


def is_first_half(journal: str) -> bool:
    """Tell in which half of the journals one is, by a hash of its name."""
    return sha256(journal.encode()).digest()[0] % 2 == 0
