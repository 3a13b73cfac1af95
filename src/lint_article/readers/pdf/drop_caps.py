"""Drop caps: the large first letter of a text beside its first lines, given back to its word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lint_article.readers.pdf.model import Run

_LARGE = 1.7  # sizes of the lines beside it
_NEAR = 0.8  # ems of the lines that part them from the letter, as letters have room of their own
_ALIGNED = 1.5  # ems that their beginnings may differ by
_CAP = re.compile(r"[\"'“‘«¿¡]?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_ONE = frozenset("AEIOUY")  # in some language


def settle_drop_caps(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with each such letter at the head of the first line beside it, the others set flush with it."""
    caps = [run for run in runs if _CAP.fullmatch(run.text) and run.text[-1].isupper() and not run.maths]
    settled = {id(cap) for cap in caps if _is_settled(cap, runs)}
    return [run for run in runs if id(run) not in settled] if settled else list(runs)


def _is_settled(cap: Run, runs: Sequence[Run]) -> bool:
    lines = list(_lines_beside(cap, runs))
    if len(lines) < 2 or max(line.left for line in lines) - min(line.left for line in lines) > _ALIGNED * lines[0].size:
        return False
    first = max(lines, key=lambda line: line.baseline)
    head = cap.text + (" " if _is_word(cap.text[-1], first.text, runs) else "")
    first.text = head + first.text
    for at in range(len(head)):
        first.lefts.insert(at, cap.lefts[at] if at < len(cap.text) else cap.right)
        first.rights.insert(at, cap.rights[at] if at < len(cap.text) else first.lefts[at])
    for line in lines:
        line.beside = line.left - cap.left
    return True


def _lines_beside(cap: Run, runs: Iterable[Run]) -> Iterator[Run]:
    """Give the first run of each line that begins right of the letter, between its foot and its top."""
    seen: dict[int, Run] = {}
    for run in runs:
        low, high = cap.baseline - 0.2 * run.size, cap.baseline + 0.8 * cap.size
        small = run.size * _LARGE < cap.size
        if small and low <= run.baseline <= high and 0 < run.left - cap.left < cap.size + _NEAR * run.size:
            known = seen.get(round(run.baseline))
            if run.left > cap.right - 0.3 * run.size and (known is None or run.left < known.left):
                seen[round(run.baseline)] = run
    return iter(seen.values())


def _is_word(letter: str, rest: str, runs: Iterable[Run]) -> bool:
    """Tell whether the letter is a word by itself, by the words of the page: `A study`, but `Although`."""
    word = _WORD.match(rest)
    if letter not in _WORDS_OF_ONE or not word:
        return False
    words = {one.lower() for run in runs if run.text is not rest for one in _WORD.findall(run.text)}
    return word.group().lower() in words and (letter + word.group()).lower() not in words
