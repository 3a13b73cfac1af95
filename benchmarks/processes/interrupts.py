"""A signal at many moments of a run with grammar: exit status, tracebacks, seconds until the end, processes left.

python -m benchmarks.processes.interrupts [--signal INT|TERM|HUP|KILL] [--moments 30] [--jobs 2] [--within SECONDS]
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from pathlib import Path

from benchmarks.processes.runs import Ended, run, write_manuscripts


def main() -> int:
    """Print a line per moment and a summary; return 1 if a run did not end as it should."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--signal", default="INT", choices=("INT", "TERM", "HUP", "KILL"))
    parser.add_argument("--moments", type=int, default=30)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--within", type=float, help="how long after the start the last moment is (else: the end)")
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--format", default="json")
    said = parser.parse_args()
    number = signal.Signals[f"SIG{said.signal}"]
    with tempfile.TemporaryDirectory() as folder:
        write_manuscripts(Path(folder), said.files)
        words = ["--isolated", "--no-cache", "--jobs", said.jobs, "--output-format", said.format, folder]
        whole = run(words)
        print(f"a whole run takes {whole.seconds:.1f} s and ends with {whole.status}")
        last, wrong = said.within or whole.seconds * 0.95, 0
        for moment in range(1, said.moments + 1):
            after = last * moment / said.moments
            while (ended := run(words, number, after)).early:
                after *= 0.9
            faults = _faults(ended, number, said.format)
            wrong += bool(faults)
            print(f"{after:6.3f} s: status {ended.status}, {ended.seconds:.2f} s  {'; '.join(faults)}")
    print(f"{said.moments - wrong} of {said.moments} ended as they should")
    return int(wrong > 0)


def _faults(ended: Ended, number: signal.Signals, output_format: str) -> list[str]:
    """Return what is wrong with how a run ended."""
    faults = [f"left: {process}" for process in ended.left]
    if number == signal.SIGKILL:
        return faults
    faults += [f"status {ended.status}"] if ended.status != 128 + number else []
    faults += ["it took more than a second"] if ended.seconds > 1 else []
    faults += [f"said: {ended.err[-200:]!r}"] if not ended.err.endswith("interrupted\n") else []
    faults += ["a traceback"] if "Traceback" in ended.err else []
    if output_format in ("json", "sarif") and ended.out:
        try:
            json.loads(ended.out)
        except ValueError:
            faults.append("invalid JSON")
    return faults


if __name__ == "__main__":
    sys.exit(main())
