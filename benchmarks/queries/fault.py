"""One fault that is put into a sound article."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """Characters `start`..`end` replaced by `new`: a fault that the rule reports at a place touching them."""

    rule: str
    start: int
    end: int
    new: str
