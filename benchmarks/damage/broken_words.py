#!/usr/bin/env python3
"""Break the ligatures of sound articles as extractors do, and measure how many words are found and repaired.

    broken_words.py CASES [--limit N] [--each N] [--seed N]

CASES holds articles as `<id>.txt` (UTF-8). Of each article N words are broken (default 12; 0: all of them), in one way
at a time. Printed for each way: words broken, share found, share repaired rightly, false repairs an article, and
milliseconds of CPU an article.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lint_article.document import Repair
from lint_article.parsing.damage.find import find_damage

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
WAYS: Mapping[str, Mapping[str, str]] = {
    "U+FFFD": dict.fromkeys(LIGATURES, "\ufffd"),
    "U+FFFD for f": {"fi": "\ufffdi", "fl": "\ufffdl", "ffi": "f\ufffdi", "ffl": "f\ufffdl"},
    "T1 controls": dict(zip(LIGATURES, "\x1c\x1d\x1b\x1e\x1f", strict=True)),
    "(cid:28)": {part: f"(cid:{n})" for part, n in zip(LIGATURES, (28, 29, 27, 30, 31), strict=True)},
    "private use": dict(zip(LIGATURES, "\ue001\ue002\ue003\ue004\ue005", strict=True)),
    "Þ ß": {"fi": "Þ", "fl": "ß"},
    "® ¯ €": {"fi": "®", "fl": "¯", "ff": "€"},
    "↵": {"ff": "↵"},
    "λ": {"fi": "λ"},
    "?": dict.fromkeys(LIGATURES, "?"),
    "W X V Y": {"fi": "W", "fl": "X", "ff": "V", "ffi": "Y"},
    "space": dict.fromkeys(LIGATURES, " "),
    "twice": {part: part * 2 for part in LIGATURES},
}
WORD = re.compile(r"[^\W\d_]{4,}")
INSIDE = re.compile(r"(?<=[a-z])(?:ffi|ffl|ff|fi|fl)(?=[a-z])")
ANYWHERE = re.compile(r"ffi|ffl|ff|fi|fl")


@dataclass
class Tally:
    """Counts over all articles of one way."""

    broken: int = 0
    found: int = 0
    repaired: int = 0
    false: int = 0
    seconds: float = 0.0
    missed: list[str] = field(default_factory=list)


def broken(
    text: str, way: Mapping[str, str], each: int, inside: bool, rng: random.Random
) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text with words broken, and where each of them stands now and what it was."""
    pattern = INSIDE if inside else ANYWHERE
    words = [m for m in WORD.finditer(text) if (one := pattern.search(m[0])) and one[0] in way]
    chosen = sorted(rng.sample(words, min(each, len(words))) if each else words, key=lambda m: m.start())
    pieces, at, length = [], 0, 0
    truth = []
    for word in chosen:
        one = pattern.search(word[0])
        if one is None:
            continue
        damaged = word[0][: one.start()] + way[one[0]] + word[0][one.end() :]
        pieces += [text[at : word.start()], damaged]
        length += word.start() - at
        truth.append((length, length + len(damaged), word[0]))
        length, at = length + len(damaged), word.end()
    return "".join((*pieces, text[at:])), truth


def measure(text: str, truth: list[tuple[int, int, str]], tally: Tally) -> None:
    """Compare the repairs of a broken text with what its words were."""
    begin = time.process_time()
    repairs = find_damage(text).ligatures
    tally.seconds += time.process_time() - begin
    used: set[Repair] = set()
    for start, end, was in truth:
        hits = [repair for repair in repairs if repair.span.start < end and start < repair.span.end]
        used.update(hits)
        tally.broken += 1
        tally.found += bool(hits)
        right = any(text[start : r.span.start] + r.word + text[r.span.end : end] == was for r in hits)
        tally.repaired += right
        if not right:
            tally.missed.append(f"{was} ({', '.join(r.word for r in hits) or 'not found'})")
    tally.false += len(repairs) - len(used)


def main() -> None:
    """Print one line for each way of breaking words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--each", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="print up to N words that were missed")
    given = parser.parse_args()
    rng = random.Random(given.seed)  # noqa: S311
    paths = sorted(given.cases.glob("*.txt"))
    paths = rng.sample(paths, min(given.limit, len(paths)))
    print(f"{len(paths)} articles\n{'way':14}{'broken':>8}{'found':>8}{'repaired':>10}{'false/art':>11}{'ms/art':>8}")
    for name, way in WAYS.items():
        tally = Tally()
        for path in paths:
            text = path.read_text(encoding="utf-8")
            measure(*broken(text, way, given.each, name in ("space", "twice", "W X V Y"), rng), tally)
        total = max(tally.broken, 1)
        print(
            f"{name:14}{tally.broken:8}{tally.found / total:8.3f}{tally.repaired / total:10.3f}"
            f"{tally.false / len(paths):11.3f}{tally.seconds / len(paths) * 1000:8.1f}"
        )
        for line in tally.missed[: given.missed]:
            print("   ", line)


if __name__ == "__main__":
    main()
