"""The stretches of a reference: phrases between any marks, and sentences between the marks that close one."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.parsing.references.labelling.words import EntryWords

_CLOSING = frozenset('"()[]?!')
_STEPS = ("0", "1", "2", "3", "5", "5", "9", "9", "9", "9", *("15",) * 6)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` to before `stop`, and how they look: how many there are, how many of them are capitalised."""

    first: int
    stop: int
    look: str


def find_stretches(line: EntryWords) -> tuple[list[Stretch], list[Stretch]]:
    """Return the phrases and the sentences of a reference, in order; each of both divides all its words."""
    phrases, sentences = [0], [0]
    for at in range(1, len(line.words)):
        gap = line.gaps[at]
        strong = _is_sentence_end(line, at, gap)
        if strong:
            sentences.append(at)
        if strong or gap.strip(" -'"):
            phrases.append(at)
    return _make(line, phrases), _make(line, sentences)


def _is_sentence_end(line: EntryWords, at: int, gap: str) -> bool:
    if not _CLOSING.isdisjoint(gap) or "//" in gap:
        return True
    if "." not in gap or " " not in gap:
        return False
    word, shape = line.words[at - 1], line.shapes[at - 1]
    return len(gap) > 2 or len(word) > 3 or shape[0] == "d" or shape in {"year", "xx"}


def _make(line: EntryWords, firsts: list[int]) -> list[Stretch]:
    stops = [*firsts[1:], len(line.words)]
    return [Stretch(first, stop, _look(line.cases, first, stop)) for first, stop in zip(firsts, stops, strict=True)]


def _look(cases: str, first: int, stop: int) -> str:
    size = stop - first
    small, initials = cases.count("x", first, stop), cases.count("I", first, stop)
    large = cases.count("X", first, stop) + initials
    steps = _STEPS[size] if size < len(_STEPS) else "z"
    case = "n" if not small + large else "0" if not small else "1" if large <= 1 else "m" if large < small else "M"
    return steps + case + ("i" if initials * 2 >= size else "j" if initials else "")
