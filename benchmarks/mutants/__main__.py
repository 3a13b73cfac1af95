"""python -m benchmarks.mutants MODULE… [--tests TEST…] [--every N] [--sample K]: do the tests notice faults?

Each fault is put into a module (`text/map.py`), or one of a folder, in a process of its own, which runs the tests that
run those lines until one fails. The survivors are printed with their lines. Works where processes can be forked.
"""

from __future__ import annotations

import argparse
import sys

import pytest

from benchmarks.mutants.trial import Trial

_TIMED = "not linear and not grows and not keeps_time"  # a slow fault is no wrong one


def main() -> int:
    """Print the survivors and a summary."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--every", type=int, default=1, help="try one in N faults, drawn by their lines")
    parser.add_argument("--sample", type=int, default=0, help="which of the N such samples")
    parser.add_argument("--seconds", type=int, default=60, help="of the processor that the tests may take")
    said = parser.parse_args()
    trial = Trial(said.modules, said.every, said.sample, said.seconds)
    options = ["-s", "-o", "addopts=", "-p", "no:terminal", "-p", "no:cacheprovider", "-k", _TIMED]
    status = pytest.main([*options, *said.tests], [trial])
    print(f"{trial.tried - trial.lived} of {trial.tried} noticed, {trial.ended} of them by the end of the process")
    return int(status) or int(trial.lived > 0)


if __name__ == "__main__":
    sys.exit(main())
