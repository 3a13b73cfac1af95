"""python -m benchmarks.harm.kills [--moments 200] [--jobs 1 2] [--files 50]: `--fix` is killed at many moments.

Afterwards each file must be as before or as fixed, no process may be left, and the next run must leave no scratch file.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.processes.runs import run

_SENTENCE = "They came , and then they they left for the ofﬁce number {n} at noon .\n"
_GRACE = 10.0  # seconds in which the other processes of a killed one end, on a busy machine
_WORDS = ("--isolated", "--grammar", "none", "--no-cache", "--fix", "--unsafe-fixes", "-q")


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def _read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def kill_at_moments(moments: int, jobs: str, files: int, rng: random.Random) -> Counter[str]:
    """Kill so many runs, and count what came of them."""
    before = {f"{n:02}.txt": "".join(_SENTENCE.format(n=n * 10 + i) for i in range(8)) for n in range(files)}
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name)
        words = [*_WORDS, "--jobs", jobs, str(folder)]
        _write(folder, before)
        whole = run(words)
        after = _read(folder)
        for _ in range(moments):
            for path in folder.iterdir():
                path.unlink()
            _write(folder, before)
            ended = run(words, signal.SIGKILL, whole.seconds * rng.uniform(0.1, 1.0), _GRACE)
            now = _read(folder)
            changed = sum(now.get(name) == after[name] for name in before)
            outcomes["midway" if 0 < changed < files else "before or after"] += 1
            outcomes["HALF A FILE"] += sum(now.get(name) not in (before[name], after[name]) for name in before)
            outcomes["PROCESS LEFT"] += bool(ended.left)
            outcomes["scratch files right after"] += len(now) > files
            run(words)
            outcomes["SCRATCH FILE AFTER THE NEXT RUN"] += len(_read(folder)) > files
    return outcomes


def main() -> int:
    """Print the counts for each number of processes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.harm.kills", description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--jobs", nargs="+", default=["1", "2"])
    parser.add_argument("--files", type=int, default=50)
    said = parser.parse_args()
    rng, wrong = random.Random(1), 0  # noqa: S311 - moments, not secrets
    for jobs in said.jobs:
        outcomes = kill_at_moments(said.moments, jobs, said.files, rng)
        print(f"jobs {jobs}: {dict(outcomes)}", flush=True)
        wrong += sum(count for name, count in outcomes.items() if name.isupper())
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
