"""The client of LanguageTool against servers that misbehave, and the rules on where text may go."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qs

import pytest

from lint_article.errors import UserError
from lint_article.grammar.engine import Failed
from lint_article.grammar.languagetool import client
from lint_article.grammar.languagetool.address import Address, allowed_address, parse_address
from lint_article.grammar.languagetool.engine import LanguageTool
from lint_article.grammar.languagetool.matches import apart
from lint_article.grammar.passage import Match
from lint_article.grammar.settings import LanguageToolSettings

INFO = {"software": {"name": "LanguageTool", "version": "6.7", "commit": "abc"}}
NOTHING: dict[str, Any] = {"matches": [], "warnings": {"incompleteResults": False}}
Answer = Callable[[str], tuple[int, Any]]


class Drip(NamedTuple):
    """An answer of which a byte comes every few seconds."""

    body: Any
    pause: float


class Stub:
    """A server that answers /v2/check as it is told and keeps the texts that it was sent."""

    def __init__(self, answer: Answer, headers: dict[str, str] | None = None) -> None:
        self.texts: list[str] = []
        self.info: Any = INFO
        self.forms: list[dict[str, list[str]]] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.reply(200, stub.info)

            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                stub.forms.append(form)
                stub.texts.append(form["text"][0])
                self.reply(*answer(form["text"][0]))

            def reply(self, status: int, body: Any) -> None:
                said, pause = body if isinstance(body, Drip) else Drip(body, 0)
                data = said if isinstance(said, bytes) else json.dumps(said).encode()
                self.send_response(status)
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                for at in range(len(data)) if pause else ():
                    time.sleep(pause)
                    self.wfile.write(data[at : at + 1])
                self.wfile.write(b"" if pause else data)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients that hang up are wanted
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def stub() -> Iterator[Callable[..., Stub]]:
    made: list[Stub] = []

    def make(answer: Answer = lambda _: (200, NOTHING), **headers: str) -> Stub:
        made.append(Stub(answer, headers))
        return made[-1]

    yield make
    for one in made:
        one.close()


def refused(reason: str) -> Failed:
    return Failed(reason, "Check the language and the `languagetool` settings.")


def engine(stub: Stub, timeout: float = 5.0) -> LanguageTool:
    return LanguageTool(LanguageToolSettings(url=stub.url, timeout=timeout))


def test_a_text_that_is_too_long_is_sent_in_halves(stub: Callable[..., Stub]) -> None:
    server = stub(lambda text: (413, b"Error: too long") if len(text) > 25 else (200, NOTHING))
    assert engine(server).check(["a" * 10, "b" * 10, "c" * 10, "d" * 40], "en-GB") == [
        (),
        (),
        (),
        Failed("LanguageTool failed (413)"),
    ]
    assert [len(text) for text in server.texts] == [76, 22, 52, 10, 40]


def test_a_fault_of_the_server_costs_only_the_text_that_causes_it(stub: Callable[..., Stub]) -> None:
    server = stub(lambda text: (500, b"Internal error") if "bad" in text else (200, NOTHING))
    assert engine(server).check(["good", "bad", "fine"], "en-GB") == [(), Failed("LanguageTool failed (500)"), ()]


def test_a_busy_server_is_asked_again(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    replies = iter([(503, b"busy"), (429, b"slow down"), (200, NOTHING)])
    assert engine(stub(lambda _: next(replies))).check(["text"], "en-GB") == [()]
    assert pauses == [0.5, 1.0]
    assert engine(stub(lambda _: (503, b"busy"))).check(["text"], "en-GB") == [Failed("LanguageTool failed (503)")]


def test_a_redirect_is_not_followed(stub: Callable[..., Stub]) -> None:
    other = stub()
    first = stub(lambda _: (308, b""), Location=f"{other.url}/v2/check")
    assert engine(first).check(["secret"], "en-GB") == [
        refused(f"{first.url} redirects to another address; the text was not sent there")
    ]
    assert other.texts == []


@pytest.mark.parametrize(("status", "body"), [(400, b"Error: 'xx' is not a language code"), (403, b"no"), (404, b"no")])
def test_a_refusal_is_asked_for_once(stub: Callable[..., Stub], status: int, body: bytes) -> None:
    server = stub(lambda _: (status, body))
    asked = engine(server)
    failed = refused(f"LanguageTool refused ({status}): {body.decode()}")
    assert asked.check(["one", "two"], "en-GB") == [failed, failed]
    assert asked.check(["three"], "en-GB") == [failed]
    assert server.texts == ["one\n\ntwo"]


@pytest.mark.parametrize("info", [b"<html>", b"[1]", b"{}", b'{"software": {"name": "Other"}}', b"[" * 200_000])
def test_what_is_not_languagetool_is_the_users_to_cure(stub: Callable[..., Stub], info: bytes) -> None:
    server = stub()
    server.info = info
    with pytest.raises(UserError, match="is not LanguageTool"):
        engine(server)


def test_a_server_that_takes_too_long_is_not_waited_for(stub: Callable[..., Stub]) -> None:
    def slow(text: str) -> tuple[int, Any]:
        time.sleep(1 if "slow" in text else 0)
        return 200, NOTHING

    assert engine(stub(slow), timeout=0.3).check(["slow", "fast"], "en-GB") == [
        Failed("LanguageTool took more than 0.3 s"),
        (),
    ]


def test_the_time_limit_is_for_the_whole_answer(stub: Callable[..., Stub]) -> None:
    server = stub(lambda text: (200, Drip(NOTHING, 0.1 if "slow" in text else 0)))
    started = time.monotonic()
    assert engine(server, timeout=0.5).check(["slow", "fast"], "en-GB") == [
        Failed("LanguageTool took more than 0.5 s"),
        (),
    ]
    assert time.monotonic() - started < 4


def test_an_incomplete_answer_is_none(stub: Callable[..., Stub]) -> None:
    server = stub(lambda _: (200, {"matches": [], "warnings": {"incompleteResults": True}}))
    assert engine(server).check(["text"], "en-GB") == [Failed("LanguageTool gave an incomplete answer")]


def test_a_server_of_the_users_that_goes_away_is_said(stub: Callable[..., Stub]) -> None:
    server = stub()
    asked = engine(server)
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
    assert engine(server).check(["secret"], "en-GB") == [()]
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
    assert engine(server).check(["good", "bad", "fine"], "en-GB") == [
        (),
        Failed("LanguageTool gave an answer that cannot be read"),
        (),
    ]


@pytest.mark.parametrize(("offset", "length"), [(-3, 5), (0, 10**30), (10**30, 1), (2, 0), (3, -2), (9, 9)])
def test_a_match_outside_of_the_text_is_dropped(stub: Callable[..., Stub], offset: int, length: int) -> None:
    server = stub(lambda _: (200, {"matches": [raw(offset, length)]}))
    assert engine(server).check(["a text"], "en-GB") == [()]


def test_a_huge_answer_is_not_read_to_its_end(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST", 1 << 20)
    server = stub(lambda _: (200, b" " * (1 << 20) + b"{}"))
    assert engine(server).check(["a text"], "en-GB") == [Failed("LanguageTool answered more than 1 MB")]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8081", Address("http", "127.0.0.1", 8081)),
        ("https://lt.example.org/lt/v2/", Address("https", "lt.example.org", 443, "/lt")),
        ("http://[::1]:8081/v2/check", Address("http", "::1", 8081)),
    ],
)
def test_an_address_is_read_with_or_without_its_path(url: str, expected: Address) -> None:
    assert parse_address(url) == expected


@pytest.mark.parametrize("url", ["localhost:8081", "ftp://a.example", "http://", "http://a:b", "http://a:99999"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UserError, match="is no address of a LanguageTool server"):
        parse_address(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://127.8.9.1:1", "http://localhost:1", "http://[::1]:1"])
def test_this_machine_is_always_allowed(url: str) -> None:
    assert allowed_address(LanguageToolSettings(url=url)).is_local


@pytest.mark.parametrize(
    "url",
    [
        "http://192.168.1.4:8081",
        "https://lt.example.org",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
    ],
)
def test_another_machine_needs_leave(url: str) -> None:
    with pytest.raises(UserError, match="would be sent to another machine"):
        allowed_address(LanguageToolSettings(url=url, allow_public=True))
    assert not allowed_address(LanguageToolSettings(url=url, allow_remote=True)).is_local


@pytest.mark.parametrize(
    "url", ["https://api.languagetool.org/v2", "https://languagetool.org", "https://api.languagetoolplus.com."]
)
def test_the_public_service_needs_leave_of_its_own(url: str) -> None:
    with pytest.raises(UserError, match="does not want automated requests"):
        allowed_address(LanguageToolSettings(url=url, allow_remote=True))
    assert allowed_address(LanguageToolSettings(url=url, allow_remote=True, allow_public=True)).is_public
