"""Which findings a baseline knows: told by ever fewer of the words around them, each entry of it for one finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

from lint_article.dataclass import dataclass
from lint_article.engine.baseline.known import Known

_SHARED = 1 / 3  # of the words around a finding, to be that of an entry whose surroundings were edited
_PAIRS = 10_000  # of findings and entries with the same words that are compared one by one
_NEAR = 2  # words right beside a finding
_LONG = 8  # words of a finding that is known by its beginning or its end
_DISTINCT = 4  # words that no other finding of the rule will have


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings that a baseline knows, those that are new, and entries that match nothing any more.

    `is_known` has one value per finding, in the order of the findings.
    """

    is_known: tuple[bool, ...]
    known: tuple[Known, ...]
    new: tuple[Known, ...]
    stale: tuple[Known, ...]


def compare(found: Sequence[Known], entries: Sequence[Known]) -> Comparison:
    """Match findings with the entries of a baseline, one to one: the most alike first."""
    left, open_ = Counter(entries), dict(enumerate(found))
    for key in _KEYS:
        _match_by(key, open_, left)
    _match_by_shared_words(open_, left)
    is_known = tuple(index not in open_ for index in range(len(found)))
    known = tuple(one for one, is_in in zip(found, is_known, strict=True) if is_in)
    return Comparison(is_known, known, tuple(open_.values()), tuple(left.elements()))


Key = Callable[[Known], Hashable]


def _match_by(key: Key, open_: dict[int, Known], left: Counter[Known]) -> None:
    """Take the findings and the entries away whose keys are equal; a key of None matches nothing."""
    by_key: dict[Hashable, list[Known]] = defaultdict(list)
    for entry in left.elements():
        by_key[key(entry)].append(entry)
    by_key.pop(None, None)
    for index, one in list(open_.items()):
        if same := by_key.get(key(one)):
            left[same.pop(0)] -= 1
            del open_[index]
    left += Counter()  # without those that are used up


def _match_by_shared_words(open_: dict[int, Known], left: Counter[Known]) -> None:
    """Match what has the same words, and a good part of the words around them."""
    groups: dict[Hashable, list[Known]] = defaultdict(list)
    for entry in left.elements():
        groups[entry.rule, entry.words].append(entry)
    pairs = [
        (_share(one, entry), index, place)
        for index, one in open_.items()
        for place, entry in enumerate(_few(groups.get((one.rule, one.words), []), len(open_)))
    ]
    used: set[tuple[str, str, int]] = set()
    for share, index, place in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        one = open_.get(index)
        if share < _SHARED or one is None or (one.rule, one.words, place) in used:
            continue
        used.add((one.rule, one.words, place))
        left[groups[one.rule, one.words][place]] -= 1
        del open_[index]
    left += Counter()


def _few(entries: list[Known], number: int) -> list[Known]:
    return entries if len(entries) * number <= _PAIRS else []


def _share(one: Known, other: Known) -> float:
    """Return how large a part of the words around the one are around the other, too."""
    around = [Counter(f"{known.before} {known.after}".split()) for known in (one, other)]
    return (around[0] & around[1]).total() / max(around[0].total(), around[1].total(), 1)


def _all(known: Known) -> Hashable:
    return known


def _side(side: str, part: slice = slice(None)) -> Key:
    """Return the key of the flagged words with those on one side of them, or a part of these."""

    def key(known: Known) -> Hashable:
        words = getattr(known, side).split()[part]
        return (known.rule, known.words, *words) if words else None

    return key


def _part_of_many(part: slice) -> Key:
    """Return the key of a part of the flagged words, where they are many and some of them may have been edited."""

    def key(known: Known) -> Hashable:
        words = known.words.split()
        return (known.rule, *words[part]) if len(words) >= _LONG else None

    return key


def _distinct_words(known: Known) -> Hashable:
    """Return the flagged words if they tell enough by themselves, as a name with a year does."""
    words = known.words.split()
    is_cited = len(words) > 1 and any(word.isdecimal() for word in words)
    return (known.rule, known.words) if is_cited or len(words) >= _DISTINCT else None


def _whole_text(known: Known) -> Hashable:
    """Return the rule of a finding that is about no words of the text."""
    return None if known.words else known.rule


_KEYS: tuple[Key, ...] = (
    _all,
    _side("before"),
    _side("after"),
    _side("before", slice(-_NEAR, None)),
    _side("after", slice(None, _NEAR)),
    _distinct_words,
    _part_of_many(slice(None, _LONG // 2)),
    _part_of_many(slice(-(_LONG // 2), None)),
    _whole_text,
)
