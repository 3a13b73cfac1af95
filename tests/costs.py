"""What holds a cost to be linear: four times as much takes no more than nine times as long."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES, GROWTH = 4, 9.0
LEAST = 0.05  # seconds of the processor in which nothing can be measured


def is_linear(use: Callable[[int], object], count: int) -> bool:
    """Tell whether four times as much costs no more; measured up to five times, since other work makes all slower."""
    use(count // 10)  # what is made once is made
    for _ in range(5):
        large = _seconds(use, TIMES * count)
        if large < 2 * LEAST or large < GROWTH * max(_seconds(use, count), LEAST):
            return True
    return False


def _seconds(use: Callable[[int], object], count: int) -> float:
    """Return the seconds that it takes, without those spent on looking for garbage that other tests have left."""
    gc.disable()
    try:
        began = time.process_time()
        use(count)
        return time.process_time() - began
    finally:
        gc.enable()
