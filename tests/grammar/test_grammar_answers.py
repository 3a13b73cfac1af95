"""LanguageTool's answers: their places, and their shapes where they have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from stub_server import NOTHING, Stub, engine_at, stubs

from lint_article.grammar.engine import Failed
from lint_article.grammar.languagetool import client
from lint_article.grammar.languagetool.matches import apart
from lint_article.grammar.passage import Match


@pytest.fixture
def stub() -> Iterator[Callable[..., Stub]]:
    with stubs() as make:
        yield make


def raw(offset: int, length: int, name: str = "ID") -> dict[str, Any]:
    rule = {"id": name, "category": {"id": "GRAMMAR"}}
    return {"offset": offset, "length": length, "message": "said", "replacements": [{"value": "x"}], "rule": rule}


def test_offsets_in_utf_16_become_code_points_of_their_passage() -> None:
    texts = ["a😀b BAD😀c", "second 😀 one"]
    answer = {"matches": [raw(5, 5), raw(13, 6), raw(20, 2), raw(9, 8)]}
    found = apart(answer, texts)
    assert [[(m.start, m.end, texts[i][m.start : m.end]) for m in part] for i, part in enumerate(found)] == [
        [(4, 8, "BAD😀")],
        [(0, 6, "second"), (7, 8, "😀")],
    ]


def test_a_match_keeps_what_the_engine_says() -> None:
    assert apart({"matches": [raw(0, 1)]}, ["a b"]) == [(Match(0, 1, "ID", "GRAMMAR", "said", ("x",)),)]


GOOD = raw(0, 1)
SHAPES: dict[str, Any] = {
    "no matches": {},
    "matches null": {"matches": None},
    "matches a table": {"matches": {}},
    "a match that is a list": {"matches": [[]]},
    "a match that is null": {"matches": [None]},
    "an empty match": {"matches": [{}]},
    "offset missing": {"matches": [{k: v for k, v in GOOD.items() if k != "offset"}]},
    "offset a text": {"matches": [{**GOOD, "offset": "0"}]},
    "offset a fraction": {"matches": [{**GOOD, "offset": 0.5}]},
    "offset true": {"matches": [{**GOOD, "offset": False}]},
    "offset null": {"matches": [{**GOOD, "offset": None}]},
    "length a text": {"matches": [{**GOOD, "length": "1"}]},
    "length missing": {"matches": [{k: v for k, v in GOOD.items() if k != "length"}]},
    "message a table": {"matches": [{**GOOD, "message": {}}]},
    "message missing": {"matches": [{k: v for k, v in GOOD.items() if k != "message"}]},
    "rule null": {"matches": [{**GOOD, "rule": None}]},
    "rule a list": {"matches": [{**GOOD, "rule": ["ID"]}]},
    "rule without id": {"matches": [{**GOOD, "rule": {"category": {"id": "X"}}}]},
    "rule id a number": {"matches": [{**GOOD, "rule": {"id": 1, "category": {"id": "X"}}}]},
    "category null": {"matches": [{**GOOD, "rule": {"id": "X", "category": None}}]},
    "replacements null": {"matches": [{**GOOD, "replacements": None}]},
    "replacements a text": {"matches": [{**GOOD, "replacements": "x"}]},
    "replacement without value": {"matches": [{**GOOD, "replacements": [{}]}]},
    "replacement a text": {"matches": [{**GOOD, "replacements": ["x"]}]},
    "replacement value null": {"matches": [{**GOOD, "replacements": [{"value": None}]}]},
    "warnings a list": {"matches": [], "warnings": []},
    "not JSON": b"<html>",
    "not a table": b"[1]",
    "not UTF-8": b'{"matches": "\xff\xfe"}',
    "nested deeply": b'{"matches": ' + b"[" * 200_000,
    "nothing": b"",
}


@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES)
def test_an_answer_of_another_shape_costs_its_passage_and_no_more(stub: Callable[..., Stub], body: Any) -> None:
    server = stub(lambda text: (200, body if "bad" in text else NOTHING))
    assert engine_at(server).check(["good", "bad", "fine"], "en-GB") == [
        (),
        Failed("LanguageTool gave an answer that cannot be read"),
        (),
    ]


@pytest.mark.parametrize(("offset", "length"), [(-3, 5), (0, 10**30), (10**30, 1), (2, 0), (3, -2), (9, 9)])
def test_a_match_outside_of_the_text_is_dropped(stub: Callable[..., Stub], offset: int, length: int) -> None:
    server = stub(lambda _: (200, {"matches": [raw(offset, length)]}))
    assert engine_at(server).check(["a text"], "en-GB") == [()]


def test_a_huge_answer_is_not_read_to_its_end(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST", 1 << 20)
    server = stub(lambda _: (200, b" " * (1 << 20) + b"{}"))
    assert engine_at(server).check(["a text"], "en-GB") == [Failed("LanguageTool answered more than 1 MB")]
