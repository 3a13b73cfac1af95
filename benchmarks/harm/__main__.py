"""python -m benchmarks.harm PATH... [--plant N] [--seed N] [--grammar ENGINE] [--limit N] [--keep FOLDER]."""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from contextlib import closing
from pathlib import Path

from benchmarks.harm.plants import planted
from benchmarks.harm.proof import fixed
from benchmarks.harm.races import race
from lint_article.config import Settings
from lint_article.engine.discover import discover
from lint_article.engine.grammar import Grammar

_NEVER = (".docx", ".pdf")
_DATA = (".bib", ".json", ".yaml", ".yml", ".ris", ".bbl")


def main() -> int:
    """Fix copies of the manuscripts, print the figures, and fail if any was harmed."""
    asked = _arguments()
    if asked.races:
        outcomes = race(asked.races, asked.seed)
        sys.stdout.writelines(f"{count:>8}  {outcome}\n" for outcome, count in sorted(outcomes.items()))
        return int(any(outcome.endswith("LOST") for outcome in outcomes))
    keep = Path(asked.keep) if asked.keep else Path(tempfile.mkdtemp(prefix="harm-"))
    figures: Counter[str] = Counter()
    harms: Counter[str] = Counter()
    with closing(Grammar()) as grammar:
        for path in _copies(asked.paths, keep, asked, figures):
            before = path.read_bytes()
            try:
                found = list(fixed(path, grammar, asked.grammar, figures))
            except Exception:
                found = [("crash", f"{path}: {traceback.format_exc()}")]
            if path.suffix.lower() in _NEVER and path.read_bytes() != before:
                found.append(("written though it cannot be", str(path)))
            for kind, where in found:
                harms[kind] += 1
                sys.stdout.write(f"{kind}: {where}\n")
    for name, number in [*figures.items(), *((f"HARM: {kind}", count) for kind, count in harms.items())]:
        sys.stdout.write(f"{number:>8}  {name}\n")
    if not asked.keep:
        shutil.rmtree(keep)
    return 1 if harms else 0


def _copies(paths: list[Path], keep: Path, asked: argparse.Namespace, figures: Counter[str]) -> list[Path]:
    """Copy the manuscripts, with what lies beside them, plant faults, and return those to fix."""
    rng = random.Random(asked.seed)  # noqa: S311 - places, not secrets
    manuscripts: list[Path] = []
    for number, path in enumerate(paths):
        copy = keep / f"{number}" / path.name
        copy.parent.mkdir(parents=True)
        (copy.parent / ".git").mkdir()
        _ = shutil.copytree(path, copy) if path.is_dir() else shutil.copyfile(path, copy)
        found = [Path(one) for one in discover(str(copy), Settings(root=str(copy.parent))).files]
        rng.shuffle(found)
        manuscripts += found[: asked.limit or None]
        data = [one for one in copy.parent.rglob("*") if one.suffix.lower() in _DATA]
        for file in [*found, *data] if asked.plant else ():
            _plant(file, asked.plant, rng, figures)
    return sorted(manuscripts)


def _plant(path: Path, share: int, rng: random.Random, figures: Counter[str]) -> None:
    if path.suffix.lower() in _NEVER:
        return
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return
    text, number = planted(path, text, max(4, len(text) // share), rng)
    path.write_bytes(text.encode())
    figures["faults planted"] += number


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.harm", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="manuscripts, and folders of them")
    parser.add_argument("--plant", type=int, default=0, help="plant a fault in every so many characters")
    parser.add_argument("--seed", type=int, default=1, help="chooses the faults")
    parser.add_argument("--grammar", default="none", help="the engine that checks the grammar")
    parser.add_argument("--limit", type=int, default=0, help="at most so many manuscripts of a path")
    parser.add_argument("--keep", help="leave the copies in this folder")
    parser.add_argument("--races", type=int, default=0, help="change a file during so many runs instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
