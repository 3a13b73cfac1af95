"""python -m benchmarks.hostile.growth [FORMAT[:NAME]…] [--size 16000]: how the time grows with texts that take long.

Each text is checked at a size, at twice and at four times that size, with all rules and the full report. What takes
more than three times as long as an ordinary text of its size, or grows faster than its length, is marked.
"""

from __future__ import annotations

import argparse
import os
import resource
import struct
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from benchmarks.hostile.texts import FORMATS, texts
from lint_article.config import Settings
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.run import check
from lint_article.grammar.settings import GrammarSettings
from lint_article.reporters import reporter
from lint_article.reporters.style import plain
from lint_article.rulebook import rulebook

TIMES = (1, 2, 4)
MOST_GROWTH, MOST_SHARE = 3.0, 3.0  # from a size to twice the size; and of the time of an ordinary text
_SETTINGS = Settings(grammar=GrammarSettings(engine="none"))
_MOST_SECONDS = 60
_LEAST = 0.02  # seconds in which nothing can be measured


def spent(path: Path, text: str, *, fix: bool = False) -> float:
    """Return the seconds of the processor's time that a text takes as this file."""
    path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    began = process_time()
    safeties = ("safe", "unsafe") if fix else ()
    report = check(Job(str(path), path.name, _SETTINGS, tuple(rulebook()), fix=safeties), Grammar())  # type: ignore[arg-type]
    for _ in reporter("full").lines([report], plain):
        pass
    if report.faults:
        print(report.faults[0].trace, file=sys.stderr)
    return process_time() - began


def measure(path: Path, make_text: Sequence[str], *, fix: bool = False) -> list[float]:
    """Return the seconds of each text, measured in a process of its own that may take a minute in all."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + _MOST_SECONDS, -1))
        for text in make_text:
            os.write(write, struct.pack("d", spent(path, text, fix=fix)))
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    return [value for (value,) in struct.iter_unpack("d", data)]


def judge(seconds: Sequence[float], usual: Sequence[float]) -> str:
    """Return what is wrong with how the time grows, or ""."""
    if len(seconds) < len(TIMES):
        return "TOO LONG"
    growth = seconds[-1] / max(seconds[-2], _LEAST)
    share = max(one / max(other, _LEAST) for one, other in zip(seconds, usual, strict=True))
    grows = f"x{growth:.1f}" if growth > MOST_GROWTH else ""
    takes = f"{share:.1f} of text" if share > MOST_SHARE else ""
    return " ".join(filter(None, [grows, takes]))


def main() -> int:
    """Print a line for each text of each format; return 1 if any is marked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile.growth", description=__doc__)
    parser.add_argument("wanted", nargs="*")
    parser.add_argument("--size", type=int, default=16_000)
    parser.add_argument("--fix", action="store_true")
    said = parser.parse_args()
    marked = 0
    with tempfile.TemporaryDirectory() as folder:
        for ending in FORMATS:
            path = Path(folder, f"draft.{ending}")
            made = texts(ending)
            spent(path, made["text"](2000))  # what is made once is made
            usual = measure(path, [made["text"](said.size * times) for times in TIMES], fix=said.fix)
            for name, make in made.items():
                if said.wanted and f"{ending}:{name}" not in said.wanted and ending not in said.wanted:
                    continue
                seconds = measure(path, [make(said.size * times) for times in TIMES], fix=said.fix)
                wrong = judge(seconds, usual)
                marked += bool(wrong)
                print(f"{ending:5} {name:28} {' '.join(f'{one:7.2f}' for one in seconds):24} {wrong}", flush=True)
    print(f"{marked} marked")
    return int(marked > 0)


if __name__ == "__main__":
    sys.exit(main())
