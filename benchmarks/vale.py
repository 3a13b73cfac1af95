"""Compare our run of Vale's styles with Vale's own: `python -m benchmarks.vale VALE_INI FILE...`.

For each rule: findings at the same line and column in both, in Vale's only, in ours only; with `--cpu`, the seconds of
both for each file, the lowest of three runs of each, in turns. `vale` must be on the PATH.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

Place = tuple[str, str, int, int]
_RUNS = 3


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ini", type=Path)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--cpu", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "lint-article.toml")
        named = f"vale-config = {json.dumps(str(asked.ini.resolve()))}"
        settings.write_text(f'{named}\n[grammar]\nengine = "none"\ncache = false\n', "utf-8")  # each run checks anew
        _compare(asked.ini, settings, asked.files)
        if asked.cpu:
            _time(asked.ini, settings, asked.files)


def _compare(ini: Path, settings: Path, files: Sequence[Path]) -> None:
    theirs = {place for file in files for place in _by_vale(ini, file)}
    ours = {place for file in files for place in _by_us(settings, file)}
    counts = Counter((place[0], (place in theirs, place in ours)) for place in theirs | ours)
    print(f"{'rule':32} {'both':>6} {'Vale':>6} {'ours':>6}")
    for rule in sorted({rule for rule, _ in counts}):
        print(_row(rule, [counts[rule, key] for key in ((True, True), (True, False), (False, True))]))
    print(_row("all", [len(theirs & ours), len(theirs - ours), len(ours - theirs)]))


def _row(name: str, numbers: Sequence[int]) -> str:
    return f"{name:32} " + " ".join(f"{number:6}" for number in numbers)


def _by_vale(ini: Path, file: Path) -> Iterator[Place]:
    for found in json.loads(_run(_vale(ini, file))).values():
        yield from ((one["Check"], str(file), one["Line"], one["Span"][0]) for one in found)


def _by_us(settings: Path, file: Path) -> Iterator[Place]:
    for one in json.loads(_run(_ours(settings, file))):
        if "." in one["code"]:
            yield one["code"], str(file), one["location"]["row"], one["location"]["column"]


def _vale(ini: Path, file: Path) -> list[str]:
    return ["vale", f"--config={ini}", "--output=JSON", str(file)]


def _ours(settings: Path, file: Path) -> list[str]:
    words = ["check", "--config", str(settings), "--output-format", "json", "--quiet", str(file)]
    return [sys.executable, "-m", "lint_article", *words]


def _run(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _time(ini: Path, settings: Path, files: Sequence[Path]) -> None:
    print(f"\n{'CPU seconds':32} {'Vale':>6} {'ours':>6}")
    for file in files:
        pairs = [(_seconds(_vale(ini, file)), _seconds(_ours(settings, file))) for _ in range(_RUNS)]
        print(f"{file.name:32} {min(one for one, _ in pairs):6.2f} {min(other for _, other in pairs):6.2f}")


def _seconds(command: Sequence[str]) -> float:
    before = os.times()
    _run(command)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
