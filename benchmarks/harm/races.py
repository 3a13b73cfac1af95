"""Files that are changed at random moments of `--fix`: what was written meanwhile must be there afterwards."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

_SENTENCE = "They came , and then they they left for the ofﬁce at noon .\n"
_TYPED = "\nTyped meanwhile.\n"


def _append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(_TYPED)


def _overwrite(path: Path) -> None:
    path.write_text(_TYPED, encoding="utf-8")


def _replace(path: Path) -> None:
    """Do as most editors do: write a new file and let it take the old one's name."""
    scratch = path.with_name("editor.tmp")
    scratch.write_text(path.read_text(encoding="utf-8") + _TYPED, encoding="utf-8")
    scratch.replace(path)


_EDITS: Mapping[str, Callable[[Path], None]] = {"append": _append, "overwrite": _overwrite, "replace": _replace}


def race(times: int, seed: int, size: int = 60_000) -> Counter[str]:
    """Change a file during so many runs of `--fix`, and count what came of it; nothing may be lost."""
    rng = random.Random(seed)  # noqa: S311 - moments, not secrets
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="race-") as folder:
        path = Path(folder, "draft.txt")
        _, taken = _run(path, size, lambda: None)
        for number in range(times):
            name = list(_EDITS)[number % len(_EDITS)]
            moment = taken * rng.uniform(0.2, 1.1)
            outcomes[_outcome(path, size, moment, name)] += 1
    return outcomes


def _outcome(path: Path, size: int, moment: float, name: str) -> str:
    def edit() -> None:
        time.sleep(moment)
        _EDITS[name](path)

    status, _ = _run(path, size, edit)
    if _TYPED not in path.read_text(encoding="utf-8"):
        return f"{name}: LOST"
    return f"{name}: " + ("left alone, exit status 2" if status == 2 else "before or after the run")


def _run(path: Path, size: int, meanwhile: Callable[[], None]) -> tuple[int, float]:
    path.write_text(_SENTENCE * (size // len(_SENTENCE)), encoding="utf-8")
    began = time.monotonic()
    command = [
        sys.executable,
        "-m",
        "lint_article",
        "--isolated",
        "--grammar",
        "none",
        "--fix",
        "--unsafe-fixes",
        "-q",
        path.name,
    ]
    process = subprocess.Popen(command, cwd=path.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    meanwhile()
    return process.wait(), time.monotonic() - began
