"""python -m benchmarks.hostile [NAME…]: run the command over files that attack, each within bounds.

A name is a part of a file's name; without any, all are tried.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile.files import FILES

_MOST_SECONDS, _MOST_BYTES = 120, 6 << 30
_COMMAND = (sys.executable, "-m", "lint_article", "--isolated", "--grammar", "none", "--no-cache")


class Outcome(NamedTuple):
    """How a run ended: its status, seconds of the processor's time with all its children, MB of the largest process."""

    status: int
    seconds: float
    wall: float
    megabytes: int
    findings: int
    said: str


def attack(*paths: str, words: tuple[str, ...] = ()) -> Outcome:
    """Run the command over files within bounds."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    script = f"ulimit -t {_MOST_SECONDS} -v {_MOST_BYTES >> 10}; exec /usr/bin/env time -f 'peak %M' \"$@\""
    done = subprocess.run(["bash", "-c", script, "-", *_COMMAND, *words, *paths], capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace").strip().splitlines()
    peak = next((int(line.split()[1]) for line in err if line.startswith("peak ")), after.ru_maxrss)
    said = [line for line in err if not line.startswith(("peak ", "Command terminated", "Command exited"))]
    return Outcome(done.returncode, seconds, time.monotonic() - began, peak >> 10, out.count("\n"), _short(out, said))


def _short(out: str, said: list[str]) -> str:
    return " / ".join([*(out.splitlines()[:1]), *said[-2:]])[:200]


def main() -> int:
    """Print a line for each file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("names", nargs="*")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, make in FILES.items():
            if said.names and not any(part in name for part in said.names):
                continue
            path = Path(folder, name)
            path.write_bytes(make())
            ended = attack(str(path))
            print(
                f"{name:20} {path.stat().st_size:>9} bytes  status {ended.status:3}  {ended.seconds:6.1f} s CPU "
                f"{ended.wall:6.1f} s  {ended.megabytes:5} MB  {ended.said}",
                flush=True,
            )
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
