"""python -m benchmarks.fuzz [PATH…] [--targets NAME…] [--minutes N] [--mutants N] [--harper N] [--keep FOLDER].

Files are damaged, to find what crashes. Manuscripts go through all rules, fixes and reporters in this process, every
Nth through Harper too; settings, sheets and baselines through what reads them. What is raised is named once for each
place in the code; a table tells how many of each were tried, the longest time, in all processes, and the most memory.
The exit status tells whether anything was raised.
"""

from __future__ import annotations

import argparse
import re
import resource
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random

from benchmarks.fuzz.mutations import mutated
from benchmarks.fuzz.targets import GRAMMAR, Faults, faults_of, seeds
from lint_article.engine import containment
from lint_article.workers.usage import memory_used

_SLOW = 10.0  # seconds
_ENDLESS = 120  # seconds after which a file is given up
_PLACE = re.compile(r'lint_article/(\S+?)", line (\d+), in (\w+)')


@dataclass
class Tally:
    """What came of a target."""

    tried: int = 0
    slowest: float = 0.0
    raised: int = 0
    slow: int = 0


@dataclass
class Fuzzing:
    """A run: what was found in it, and where that is kept."""

    random: Random
    keep: Path | None
    harper: int
    seen: set[str] = field(default_factory=set)
    tallies: dict[str, Tally] = field(default_factory=dict)

    def try_one(self, target: str, name: str, data: bytes, folder: Path) -> None:
        """Damage a file and note what comes of it."""
        path = folder / name
        damaged = mutated(data, target, self.random)
        path.write_bytes(damaged)
        tally = self.tallies.setdefault(target, Tally())
        engine = "harper" if self.harper and tally.tried % self.harper == 0 else "none"
        traces, spent = _time(faults_of(target, engine), path)
        if spent > _SLOW:  # perhaps the machine was
            spent = min(spent, _time(faults_of(target, engine), path)[1])
        tally.tried += 1
        tally.slowest = max(tally.slowest, spent)
        tally.raised += bool(traces)
        if spent > _SLOW:
            tally.slow += 1
            traces.append(f"slow: {spent:.0f} s")
        for trace in traces:
            self._note(target, name, trace, damaged)

    def _note(self, target: str, name: str, trace: str, damaged: bytes) -> None:
        kind = f"{' '.join(_PLACE.findall(trace)[-1]) if _PLACE.search(trace) else ''} {trace.splitlines()[-1]}"
        if (place := f"{target} {kind.split(':')[0]}") in self.seen:
            return
        self.seen.add(place)
        print(f"{target}: {kind}", flush=True)
        if self.keep:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / f"{len(self.seen)}-{name}").write_bytes(damaged)


def _time(faults: Faults, path: Path) -> tuple[list[str], float]:
    """Return the traces of one file and the seconds it took; one that never ends is stopped, where signals can."""
    began = time.monotonic()
    can_stop = hasattr(signal, "setitimer")
    if can_stop:
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, _ENDLESS)
    try:
        traces = list(faults(path))
    except TimeoutError:
        traces = [f"endless: stopped after {_ENDLESS} s"]
    finally:
        if can_stop:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return traces, time.monotonic() - began


def _stop(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"no end after {_ENDLESS} s")


def _most_of_children() -> int:
    """Return the most bytes of memory that one of the processes of readers and engines had, after ending them."""
    GRAMMAR.close()
    if containment._Reader.running:
        containment._Reader.running.end()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def main() -> int:
    """Damage files for a while, each target as often as the others; name each crash once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("fixtures")])
    parser.add_argument("--targets", nargs="+", help="formats, `settings`, `sheet`, `baseline`; all without it")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--mutants", type=int, default=sys.maxsize, help="of each target, at most")
    parser.add_argument("--harper", type=int, default=0, help="check the grammar of every Nth manuscript")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write what crashes here")
    said = parser.parse_args()
    fuzzing, started = Fuzzing(Random(said.seed), said.keep, said.harper), time.monotonic()  # noqa: S311 - damages, not secrets
    found, most = seeds(said.paths or [Path("fixtures")]), 0
    found = {target: found[target] for target in said.targets or found}
    with tempfile.TemporaryDirectory() as folder:
        for number, target in enumerate(cycle(found)):
            if time.monotonic() - started > said.minutes * 60 or number >= said.mutants * len(found):
                break
            name, data = fuzzing.random.choice(found[target])
            fuzzing.try_one(target, name, data, Path(folder))
            most = max(most, memory_used())
    for target, tally in sorted(fuzzing.tallies.items()):
        print(f"{target:10} {tally.tried:6} tried {tally.raised:4} raised {tally.slow:4} slow {tally.slowest:6.1f} s")
    print(f"{most >> 20} MB at most, {_most_of_children() >> 20} MB in another process")
    print(f"{len(fuzzing.seen)} kinds of crash")
    return bool(fuzzing.seen)


if __name__ == "__main__":
    sys.exit(main())
