"""python -m benchmarks.weights fit|ablate|match FOLDER… [--layouts] [--write]: the weights of both `weights.tsv`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.accuracy.cases import Case, cases
from benchmarks.weights.collecting import rows_of
from benchmarks.weights.fitting import Row, fit, loss, shares
from benchmarks.weights.journals import is_first_half, journals_of
from benchmarks.weights.match_table import report_matching
from lint_article.parsing import citations
from lint_article.parsing.citations.plausibility import SIGNS

_DATA = Path(citations.__file__).with_name("weights.tsv")
_LEAST = 1.386  # evidence: a chance of 0.8
_HEAD = """\
# What each sign adds to the logarithm of the odds that names before a year are a citation.
# Fitted by `python -m benchmarks.weights fit` on {articles} articles of {journals} journals, {date}:
# {rows} candidates that no entry answers, 30 % of the entries being taken out of the lists.
# Where the articles show a sign too rarely, its prior counts. After `=` the weight is the prior: these articles are not
# of the kind that it is about (other languages, texts with few citations).
# sign\tweight\tcitations\tothers\tprior
"""


def priors() -> dict[str, float]:
    """Return the prior of each sign as the table has it, 0 for a new one."""
    listed = _listed_priors()
    return {name: float(listed.get(name, "0").removeprefix("=")) for name in SIGNS}


def kept_signs() -> set[str]:
    """Return the signs whose weight is their prior, whatever the articles show: `=` stands before it."""
    return {name for name, prior in _listed_priors().items() if prior.startswith("=")}


def _listed_priors() -> dict[str, str]:
    lines = [line.split("\t") for line in _DATA.read_text("utf-8").splitlines() if line[:1] != "#"]
    return {line[0]: line[4] for line in lines}


def table(rows: Sequence[Row], weights: Mapping[str, float], journals: int) -> str:
    """Return the table of weights with its head."""
    date = datetime.now(UTC).date()
    articles = len({row.article for row in rows})
    lines = [_HEAD.format(articles=articles, journals=journals, date=date, rows=len(rows))]
    known, kept = priors(), kept_signs()
    for name, weight in weights.items():
        shown = [row.is_citation for row in rows if name in row.signs]
        prior = f"{'=' if name in kept else ''}{known[name]:g}"
        lines.append(f"{name}\t{weight:.2f}\t{sum(shown)}\t{len(shown) - sum(shown)}\t{prior}\n")
    return "".join(lines)


def collect(folders: Sequence[Path], layouts: Sequence[str]) -> list[Row]:
    """Return the rows of all author-year articles, in order."""
    found = [case for folder in folders for case in cases(folder) if case.form == "author-year"]
    jobs = [(case, layout) for case in found for layout in layouts]
    with ProcessPoolExecutor() as pool:
        return sorted({row for rows in pool.map(_rows, jobs, chunksize=4) for row in rows}, key=repr)


def _rows(job: tuple[Case, str]) -> set[Row]:
    return rows_of(*job)


def _report(name: str, rows: Sequence[Row], weights: Mapping[str, float]) -> None:
    found, right = shares(rows, weights, _LEAST)
    print(f"{name:32} {len(rows):6} rows  surprise {loss(rows, weights):.3f}  found {found:.3f}  right {right:.3f}")


def main() -> int:
    """Fit on one half of the journals and judge on the other; then fit on all, or take out one sign after another.

    `match` measures the signs that a citation means an entry, and leaves their weights as they are.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weights", description=__doc__)
    parser.add_argument("task", choices=("fit", "ablate", "match"))
    parser.add_argument("folders", type=Path, nargs="+", help="articles as <id>.txt with <id>.json, and index.tsv")
    parser.add_argument("--layouts", action="store_true", help="also hard-wrapped")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    asked = parser.parse_args()
    if asked.task == "match":
        report_matching(asked.folders, write=asked.write)
        return 0
    rows = collect(asked.folders, ("lines", "wrapped") if asked.layouts else ("lines",))
    journals = journals_of(asked.folders)
    first = [row for row in rows if is_first_half(journals[row.article])]
    second = [row for row in rows if not is_first_half(journals[row.article])]
    half = fit(first, priors(), kept_signs())
    _report("fitted on: first half", first, half)
    _report("judged on: second half", second, half)
    if asked.task == "ablate":
        for name in SIGNS:
            without = fit(first, {other: prior for other, prior in priors().items() if other != name}, kept_signs())
            _report(f"without: {name}", second, without)
        return 0
    weights = fit(rows, priors(), kept_signs())
    _report("fitted on: all", rows, weights)
    made = table(rows, weights, len({journals[row.article] for row in rows}))
    if asked.write:
        _DATA.write_text(made, "utf-8")
    else:
        print(made, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
