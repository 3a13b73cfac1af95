"""python -m benchmarks.accuracy FOLDER [--strings FILE] [--wrap N] [--layout NAME] [--seed N] [--floors]."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.accuracy.cases import cases
from benchmarks.accuracy.faults import RULES
from benchmarks.accuracy.layouts import LAYOUTS
from benchmarks.accuracy.measuring import FAMILIES, Tally, measure
from benchmarks.accuracy.strings import FIGURES, measure_strings

_FLOORS = Path(__file__).with_name("floors.toml")
_LINKED = ("found", "linked rightly", "linked wrongly")
_FORMS = ("author-year", "bracket", "paren", "superscript")


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return the figures: shares of what was found, and false findings per article."""
    shares = [(f"{kind}: found", f"{kind}: put in") for kind in RULES]
    shares.append(("ligature broken: repaired", "ligature broken: put in"))
    shares.append(("references split exactly", "references"))
    shares += [
        (f"{form}: {what}", f"{form}: citations")
        for form in _FORMS
        for what in ("found", "linked rightly", "linked wrongly")
    ]
    shares += [(f"strings: {what}", f"strings with {what}") for what in FIGURES]
    made = {name: counts[name] / counts[whole] for name, whole in shares if counts[whole]}
    names = [*(f"false: {name}" for name in FAMILIES.values()), "misspelt words"]
    return made | {name: counts[name] / max(1, counts["articles"]) for name in names}


def fallen(made: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Name the figures that are worse than their floor, or gone; of false and wrong ones, less is better."""
    worse = [f"{name}: not measured" for name in floors if name not in made and not name.startswith("strings")]
    for name, floor in floors.items():
        lower = name.startswith("false") or name.endswith("wrongly")
        if name in made and (made[name] > floor if lower else made[name] < floor):
            worse.append(f"{name}: {made[name]:.3f}, the floor is {floor}")
    return worse


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("folder", type=Path, help="articles as <id>.txt with <id>.json")
    parser.add_argument("--strings", type=Path, help="reference strings, one JSON object a line")
    parser.add_argument("--seed", type=int, default=1, help="chooses the faults")
    parser.add_argument("--limit", type=int, default=0, help="at most so many articles")
    parser.add_argument("--wrap", type=int, default=0, help="hard-wrap the articles at so many characters")
    parser.add_argument("--layout", choices=LAYOUTS, default="lines", help="lay the articles out so")
    parser.add_argument("--report", type=Path, help="write every miss and every false finding here")
    parser.add_argument("--floors", action="store_true", help="fail if a figure is below its floor")
    return parser.parse_args()


def main() -> int:
    """Print the figures; return 1 if one fell below its floor."""
    asked = _arguments()
    total = Tally()
    with ProcessPoolExecutor() as pool:
        for tally in pool.map(
            partial(measure, seed=asked.seed, width=asked.wrap, layout=asked.layout),
            cases(asked.folder, asked.limit),
            chunksize=4,
        ):
            total.add(tally)
    if asked.strings:
        total.counts.update(measure_strings(asked.strings))
    made = figures(total.counts)
    print(f"{total.counts['articles']} articles, seed {asked.seed}")
    for name, value in made.items():
        print(f"  {name:36}{value:8.3f}")
    if asked.report:
        asked.report.write_text("\n".join(total.report) + "\n", "utf-8")
    floors = tomllib.loads(_FLOORS.read_text("utf-8"))[
        "as-printed" if asked.layout == "lines" and not asked.wrap else "wrapped"
    ]
    worse = fallen(made, floors) if asked.floors else []
    for line in worse:
        print(f"fell: {line}", file=sys.stderr)
    return bool(worse)


if __name__ == "__main__":
    sys.exit(main())
