"""What checking one file may take of the machine."""

from __future__ import annotations

from lint_article.dataclass import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What checking one file may take; what goes beyond is not checked, and reported. 0 is without limit.

    `file_size`: megabytes of a file.
    `unpacked_size`: megabytes of text that a Word or OpenDocument file, or an archive, unpacks to.
    `memory`: megabytes of memory.
    `seconds`: seconds of the processor's time, without those of a grammar engine.
    `findings`: findings of one rule that are listed; of the others, the last one gives the number.
    """

    file_size: int = 200
    unpacked_size: int = 200
    memory: int = 800
    seconds: int = 60
    findings: int = 1000
