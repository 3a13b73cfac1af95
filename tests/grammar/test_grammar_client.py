"""The client of LanguageTool against servers that misbehave."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from stub_server import NOTHING, Drip, Stub, engine_at, stubs

from lint_article.errors import UserError
from lint_article.grammar.engine import Failed
from lint_article.grammar.languagetool.engine import LanguageTool
from lint_article.grammar.settings import LanguageToolSettings


@pytest.fixture
def stub() -> Iterator[Callable[..., Stub]]:
    with stubs() as make:
        yield make


def refused(reason: str) -> Failed:
    return Failed(reason, "Check the language and the `languagetool` settings.")


def test_a_text_that_is_too_long_is_sent_in_halves(stub: Callable[..., Stub]) -> None:
    server = stub(lambda text: (413, b"Error: too long") if len(text) > 25 else (200, NOTHING))
    assert engine_at(server).check(["a" * 10, "b" * 10, "c" * 10, "d" * 40], "en-GB") == [
        (),
        (),
        (),
        Failed("LanguageTool failed (413)"),
    ]
    assert [len(text) for text in server.texts] == [76, 22, 52, 10, 40]


def test_a_fault_of_the_server_costs_only_the_text_that_causes_it(stub: Callable[..., Stub]) -> None:
    server = stub(lambda text: (500, b"Internal error") if "bad" in text else (200, NOTHING))
    assert engine_at(server).check(["good", "bad", "fine"], "en-GB") == [(), Failed("LanguageTool failed (500)"), ()]


def test_a_busy_server_is_asked_again(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    replies = iter([(503, b"busy"), (429, b"slow down"), (200, NOTHING)])
    assert engine_at(stub(lambda _: next(replies))).check(["text"], "en-GB") == [()]
    assert pauses == [0.5, 1.0]
    assert engine_at(stub(lambda _: (503, b"busy"))).check(["text"], "en-GB") == [Failed("LanguageTool failed (503)")]


def test_a_redirect_is_not_followed(stub: Callable[..., Stub]) -> None:
    other = stub()
    first = stub(lambda _: (308, b""), Location=f"{other.url}/v2/check")
    assert engine_at(first).check(["secret"], "en-GB") == [
        refused(f"{first.url} redirects to another address; the text was not sent there")
    ]
    assert other.texts == []


@pytest.mark.parametrize(("status", "body"), [(400, b"Error: 'xx' is not a language code"), (403, b"no"), (404, b"no")])
def test_a_refusal_is_asked_for_once(stub: Callable[..., Stub], status: int, body: bytes) -> None:
    server = stub(lambda _: (status, body))
    asked = engine_at(server)
    failed = refused(f"LanguageTool refused ({status}): {body.decode()}")
    assert asked.check(["one", "two"], "en-GB") == [failed, failed]
    assert asked.check(["three"], "en-GB") == [failed]
    assert server.texts == ["one\n\ntwo"]


@pytest.mark.parametrize("info", [b"<html>", b"[1]", b"{}", b'{"software": {"name": "Other"}}', b"[" * 200_000])
def test_what_is_not_languagetool_is_the_users_to_cure(stub: Callable[..., Stub], info: bytes) -> None:
    server = stub()
    server.info = info
    with pytest.raises(UserError, match="is not LanguageTool"):
        engine_at(server)


def test_a_server_that_takes_too_long_is_not_waited_for(stub: Callable[..., Stub]) -> None:
    def slow(text: str) -> tuple[int, Any]:
        time.sleep(1 if "slow" in text else 0)
        return 200, NOTHING

    assert engine_at(stub(slow), timeout=0.3).check(["slow", "fast"], "en-GB") == [
        Failed("LanguageTool took more than 0.3 s"),
        (),
    ]


def test_the_time_limit_is_for_the_whole_answer(stub: Callable[..., Stub]) -> None:
    server = stub(lambda text: (200, Drip(NOTHING, 0.1 if "slow" in text else 0)))
    started = time.monotonic()
    assert engine_at(server, timeout=0.5).check(["slow", "fast"], "en-GB") == [
        Failed("LanguageTool took more than 0.5 s"),
        (),
    ]
    assert time.monotonic() - started < 4


def test_an_incomplete_answer_is_none(stub: Callable[..., Stub]) -> None:
    server = stub(lambda _: (200, {"matches": [], "warnings": {"incompleteResults": True}}))
    assert engine_at(server).check(["text"], "en-GB") == [Failed("LanguageTool gave an incomplete answer")]


def test_a_server_of_the_users_that_goes_away_is_said(stub: Callable[..., Stub]) -> None:
    server = stub()
    asked = engine_at(server)
    server.close()
    assert asked.check(["text"], "en-GB") == [Failed(f"no LanguageTool answers at {server.url}")]


def test_nobody_at_the_address_is_the_users_to_mend() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with pytest.raises(UserError, match=f"LanguageTool cannot be asked: no LanguageTool answers at {url}"):
        LanguageTool(LanguageToolSettings(url=url))


def test_a_proxy_does_not_see_the_text(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, server = stub(), stub()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert engine_at(server).check(["secret"], "en-GB") == [()]
    assert (proxy.texts, server.texts) == ([], ["secret"])


def test_the_request_says_what_is_not_wanted(stub: Callable[..., Stub]) -> None:
    server = stub()
    settings = LanguageToolSettings(
        url=server.url, picky=True, mother_tongue="de", disable=("MINE", "A_*"), enable=("X",)
    )
    LanguageTool(settings).check(["text"], "en-GB")
    (form,) = server.forms
    assert (form["level"], form["motherTongue"], form["enabledRules"]) == (["picky"], ["de"], ["X"])
    assert form["mode"] == ["allButTextLevelOnly"]
    assert "MINE" in form["disabledRules"][0] and "*" not in form["disabledRules"][0]
    assert "STYLE" in form["disabledCategories"][0].split(",")
