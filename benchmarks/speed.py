"""How much of the processor's time we take, and the peers that are installed, on the same files.

python -m benchmarks.speed FILE... [--runs 9] [--times 100]

All are run in turns, since what else a machine does changes from minute to minute; of the runs of each the median is
taken. Ours is without a grammar engine and without what earlier runs have kept. With `--times` the files are also
joined to one, which is repeated so often: what is linear takes ten times as long on ten times the text.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

_OURS = "lint-article"
_COMMANDS: Mapping[str, Sequence[str]] = {
    _OURS: (
        sys.executable,
        "-m",
        "lint_article",
        "check",
        "--isolated",
        "--no-cache",
        "--jobs",
        "1",
        "--grammar",
        "none",
    ),
    "codespell": ("codespell",),
    "typos": ("typos",),
    "proselint": ("proselint", "check"),
    "vale": ("vale", "--no-exit", "--config", "vale.ini"),
}
_VALE = (
    "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"  # the style that Vale brings along: spelling, repetition
)


def main() -> None:
    """Print a table for the files, and one for the repeated text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--times", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "vale.ini").write_text(_VALE, "utf-8")
        _print_table([str(path.resolve()) for path in asked.files], folder, asked.runs)
        if asked.times:
            text = "\n\n".join(path.read_text("utf-8") for path in asked.files)
            for times in (asked.times // 10, asked.times):
                joined = Path(folder, f"{times}-times.txt")
                joined.write_text("\n\n".join([text] * times), "utf-8")
                _print_table([str(joined)], folder, asked.runs)


def _print_table(files: Sequence[str], folder: str, runs: int) -> None:
    """Print the seconds of each command, and ours as a multiple of them."""
    installed = {name: words for name, words in _COMMANDS.items() if shutil.which(words[0])}
    taken: dict[str, list[float]] = {name: [] for name in installed}
    for _ in range(runs):
        for name, words in installed.items():
            taken[name].append(_run([*words, *files], folder))
    size = sum(Path(file).stat().st_size for file in files)
    print(f"{len(files)} files, {size / 1000:.0f} KB; seconds of the processor, median of {runs} runs in turns")
    for name, seconds in taken.items():
        pairs = [ours / other for ours, other in zip(taken[_OURS], seconds, strict=True)]
        print(f"  {name:<12} {median(seconds):8.3f}   ours is {median(pairs):.2f} times that")


def _run(command: Sequence[str], folder: str) -> float:
    """Return the seconds of the processor that a command and its children took, whatever it found."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0  # it has been waited for
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
