"""Our dataclasses are the standard library's, but for what they cost."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field

import pytest

from lint_article.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two values and what is made of them."""

    left: int
    right: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False)
    total: int = field(default=7, init=False, repr=False)

    def __post_init__(self) -> None:
        if self.left < 0:
            raise ValueError("left of nothing")


@dataclass(slots=True)
class Count:
    """A value that changes."""

    value: int = 0
    log: list[int] = field(default_factory=list, init=False)


def test_fields_and_defaults() -> None:
    pair = Pair(1, right=("a",))
    assert (pair.left, pair.right, pair.seen, pair.total) == (1, ("a",), [], 7)
    assert Pair(1).seen is not Pair(1).seen
    assert repr(pair) == "Pair(left=1, right=('a',), seen=[])"
    assert [f.name for f in dataclasses.fields(pair)] == ["left", "right", "seen", "total"]


def test_a_call_that_does_not_fit_is_refused() -> None:
    for call in (lambda: Pair(), lambda: Pair(1, (), [], 4), lambda: Pair(1, wrong=2), lambda: Count(1, [2])):  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="__init__"):
            call()
    with pytest.raises(ValueError, match="left of nothing"):
        Pair(-1)


def test_what_is_compared() -> None:
    assert Pair(1, seen=[1]) == Pair(1, seen=[2])
    assert Pair(1) != Pair(2)
    assert Pair(1) != object()
    assert len({Pair(1), Pair(1), Pair(2)}) == 2
    assert sorted([Pair(2), Pair(1, ("b",)), Pair(1, ("a",))])[0] == Pair(1, ("a",))
    assert Pair(1) <= Pair(1) < Pair(2)
    with pytest.raises(TypeError):
        assert Pair(1) < Count(2)  # type: ignore[operator]


def test_what_is_frozen() -> None:
    pair = Pair(1)
    with pytest.raises(FrozenInstanceError, match="left"):
        pair.left = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del pair.left
    with pytest.raises(FrozenInstanceError):
        pair.other = 2  # type: ignore[attr-defined]


def test_what_is_not_frozen() -> None:
    count = Count()
    count.value += 1
    count.log.append(1)
    assert (count.value, count.log, Count().log) == (1, [1], [])
    with pytest.raises(AttributeError):
        count.other = 2  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="unhashable"):
        hash(count)


def test_copies() -> None:
    pair = Pair(1, ("a",), [3])
    for again in (copy.copy(pair), copy.deepcopy(pair), pickle.loads(pickle.dumps(pair))):  # noqa: S301
        assert (again, again.seen) == (pair, [3])
    assert dataclasses.replace(pair, left=2) == Pair(2, ("a",))
    assert dataclasses.asdict(Count(3)) == {"value": 3, "log": []}


def test_slots_are_a_must() -> None:
    with pytest.raises(TypeError, match="slots"):
        dataclass(slots=False)(type("Bare", (), {}))
