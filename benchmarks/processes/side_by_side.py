"""Many runs at once with one cache and the default engine: each must say what one alone says.

python -m benchmarks.processes.side_by_side [--runs 60] [FILE…]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.processes.runs import Ended, run, write_manuscripts


def main() -> int:
    """Print how many runs differ from one alone, and return 1 if any does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("files", nargs="*")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not said.files:
            write_manuscripts(Path(folder), 3)
        files = said.files or [str(path) for path in sorted(Path(folder).glob("*.txt"))]
        words = ["--isolated", "--output-format", "json", "--cache-dir", f"{folder}/cache", *files]
        alone = run([*words, "--no-cache"])
        started = time.monotonic()
        with ThreadPoolExecutor(said.runs) as pool:
            ended = list(pool.map(lambda _: run(words), range(said.runs)))
        seconds = time.monotonic() - started
        again = run(words)
    wrong = [one for one in (*ended, again) if _said(one) != _said(alone)]
    print(f"alone: status {alone.status}, {len(alone.out)} characters, {alone.err.strip()}")
    print(f"{said.runs} at once: {seconds:.0f} s, the slowest {max(one.seconds for one in ended):.0f} s")
    print(f"statuses: {dict(Counter(one.status for one in ended))}")
    print(f"{len(wrong)} of {said.runs + 1} differ (one of them is a run afterwards, from the cache)")
    for one in wrong[:3]:
        print(f"  status {one.status}: {one.err[-300:]!r}")
    return int(bool(wrong))


def _said(ended: Ended) -> tuple[int, str, str]:
    return ended.status, ended.out, ended.err


if __name__ == "__main__":
    sys.exit(main())
