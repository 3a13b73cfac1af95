"""The real LanguageTool, started by the tests: what it finds, and what happens to its server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from maven import languagetool

from lint_article.document import Document, Source
from lint_article.errors import UserError
from lint_article.grammar.engine import EngineError, Failed
from lint_article.grammar.languagetool import kept, server
from lint_article.grammar.languagetool.engine import LanguageTool
from lint_article.grammar.session import check
from lint_article.grammar.settings import GrammarSettings, LanguageToolSettings
from lint_article.readers.plain.reader import read_plain

QUICK = "-Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1"  # Java that starts quickly and runs slowly
FAULTY = "The people belongs to it. Russia could able to act."


@pytest.fixture(scope="session")
def languagetool_folder() -> Path:
    return languagetool()


@pytest.fixture
def installed(languagetool_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the pinned LanguageTool be the installed one, and keep the user's own state out of it."""
    monkeypatch.setenv("LTP_PATH", str(languagetool_folder))
    monkeypatch.setenv("JDK_JAVA_OPTIONS", QUICK)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture(scope="session")
def server_url(languagetool_folder: Path) -> Iterator[str]:
    """Return the address of one server that all tests share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_PATH", str(languagetool_folder))
        patch.setenv("JDK_JAVA_OPTIONS", QUICK)
        running = server.start()
    yield str(running.address)
    running.stop()


def document(text: str) -> Document:
    reading = read_plain(Source("draft.txt", "plain", text.encode()))
    return Document(reading.source, reading.text, reading.text, reading.map, reading.parts)


def found(engine: LanguageTool, text: str = FAULTY, language: str = "en-GB") -> list[tuple[str, str]]:
    (answer,) = engine.check([text], language)
    assert not isinstance(answer, Failed)
    return [(match.id, text[match.start : match.end]) for match in answer]


def assert_answered(engine: LanguageTool) -> None:
    """Fail unless a server answers; for a text in English it would first load its rules, which takes long."""
    with pytest.raises(EngineError, match="'xx' is not a language code"):
        engine._ask(["Some text."], "xx")


def within(seconds: float, true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)
    return true()


def children(pid: int) -> list[int]:
    return [child.pid for child in psutil.Process(pid).children()]


def alive(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


# What it finds, from a server whose address is given.


def test_it_finds_faults_at_their_place(server_url: str) -> None:
    engine = LanguageTool(LanguageToolSettings(url=server_url))
    assert found(engine) == [("PEOPLE_VBZ", "belongs"), ("MD_ABLE", "could able")]
    assert engine.version.startswith("6.")


def test_astral_characters_before_a_match_do_not_shift_it(server_url: str) -> None:
    engine = LanguageTool(LanguageToolSettings(url=server_url))
    text = "The sets 𝒜 and 𝒝 😀 are here, and the people belongs to them 😀."
    assert found(engine, text) == [("PEOPLE_VBZ", "belongs")]
    first, second = engine.check(["An 😀 and 😀.", FAULTY], "en-GB")
    assert first == ()
    assert isinstance(second, tuple)
    assert [FAULTY[match.start : match.end] for match in second] == ["belongs", "could able"]


def test_a_manuscript_is_checked_through_the_same_seam(server_url: str) -> None:
    text = "# not a heading\n\nIn this region, the people\nbelongs to many faiths.\n"
    settings = GrammarSettings("languagetool", cache=False, languagetool=LanguageToolSettings(url=server_url))
    (checked,) = check([document(text)], settings).checked
    said = [(r.span.of(text), r.engine, r.id, r.category, r.replacements) for r in checked.remarks]
    assert said == [("belongs", "languagetool", "PEOPLE_VBZ", "agreement", ("belong",))]


def test_what_our_own_rules_report_and_style_are_not_asked_for(server_url: str) -> None:
    engine = LanguageTool(LanguageToolSettings(url=server_url))
    assert found(engine, "the  Kyrgyzz of Xanadistan said that that it was was in order to go. ( So it was") == []


def test_rules_and_categories_can_be_turned_off_and_on(server_url: str) -> None:
    settings = LanguageToolSettings(url=server_url)
    assert found(LanguageTool(replace(settings, disable=("MD_ABLE",)))) == [("PEOPLE_VBZ", "belongs")]
    assert found(LanguageTool(replace(settings, disable=("MD_*", "PEOPLE_*")))) == []
    assert found(LanguageTool(replace(settings, disable_categories=("GRAMMAR",)))) == []
    assert LanguageTool(settings).profile != LanguageTool(replace(settings, picky=True)).profile


def test_proxies_of_the_environment_are_not_asked(server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert len(found(LanguageTool(LanguageToolSettings(url=server_url)))) == 2


def test_a_language_that_it_does_not_know_is_refused(server_url: str) -> None:
    [failed] = LanguageTool(LanguageToolSettings(url=server_url)).check(["Some text."], "xx")
    assert isinstance(failed, Failed)
    assert "'xx' is not a language code" in failed.reason


# A local server of our own.


@pytest.mark.usefixtures("installed")
def test_a_server_is_started_when_needed_restarted_once_and_ended() -> None:
    engine = LanguageTool(LanguageToolSettings())
    assert engine._running is None
    assert_answered(engine)
    first = engine._running
    assert first is not None
    os.kill(children(first.keeper.pid)[0], signal.SIGKILL)
    assert within(30, lambda: first.keeper.poll() is not None)
    assert_answered(engine)
    second = engine._running
    assert second is not None and second is not first
    os.kill(children(second.keeper.pid)[0], signal.SIGKILL)
    assert within(30, lambda: second.keeper.poll() is not None)
    assert engine.check([FAULTY, "More."], "en-GB") == [Failed(f"no LanguageTool answers at {second.address}")] * 2
    engine.close()
    assert not alive(first.keeper.pid) and not alive(second.keeper.pid)


@pytest.mark.usefixtures("installed")
def test_a_port_that_is_taken_is_left_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = [taken.getsockname()[1], server.free_port()]
        monkeypatch.setattr(server, "free_port", iter(ports).__next__)
        running = server.start()
        assert running.address.port == ports[1]
        java = children(running.keeper.pid)
        running.stop()
        assert [pid for pid in java if alive(pid)] == []


@pytest.mark.usefixtures("installed")
def test_a_slow_start_is_waited_for_and_a_failed_one_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    real = server.command
    monkeypatch.setattr(server, "command", lambda port: ["sh", "-c", 'sleep 1; exec "$@"', "sh", *real(port)])
    server.start().stop()
    with pytest.raises(EngineError, match="did not start within 1 s"):
        server.start(within=1.0)
    monkeypatch.setattr(server, "command", lambda port: [*real(port)[:-3], "no.such.Server"])
    with pytest.raises(EngineError, match=r"did not start: .*no.such.Server"):
        server.start()


RUN = """
import sys
from lint_article.grammar.languagetool import server
print(server.start().keeper.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_however_we_are_killed_no_server_is_left(number: signal.Signals) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", RUN], stdin=pipe, stdout=pipe, text=True) as ours:
        assert ours.stdout
        keeper = int(ours.stdout.readline())
        processes = [keeper, *children(keeper)]
        assert len(processes) == 2
        ours.send_signal(number)
        assert within(30, lambda: not any(alive(pid) for pid in processes))


@pytest.mark.usefixtures("installed")
def test_a_server_can_be_kept_used_and_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    started, start = [], server.start

    def start_and_refer(options: Sequence[str] = ()) -> server.Running:
        started.append(start(options))  # as a cycle does until the garbage is collected
        return started[-1]

    monkeypatch.setattr(server, "start", start_and_refer)
    assert kept.status() is None
    assert kept.stop() is False
    server_kept = kept.start()
    assert kept.status() == server_kept == kept.start()
    engine = LanguageTool(LanguageToolSettings())
    assert_answered(engine)
    assert engine._running is None
    assert kept.status() == server_kept
    assert kept.stop() is True
    assert kept.status() is None
    assert within(30, lambda: not alive(server_kept.pid))
    assert_answered(engine)  # a kept server that goes away is stood in for
    engine.close()


@pytest.mark.usefixtures("installed")
def test_a_kept_server_that_nobody_uses_ends_itself() -> None:
    server_kept = kept.start(idle=3)
    assert within(30, lambda: kept.status() is None and not alive(server_kept.pid))


# What is missing.


def test_without_an_installation_the_hint_says_what_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(UserError) as raised:
        LanguageTool(LanguageToolSettings())
    assert raised.value.hint.startswith("Install it: lint-article languagetool install")


@pytest.mark.usefixtures("installed")
def test_without_java_the_message_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    [failed] = LanguageTool(LanguageToolSettings()).check([FAULTY], "en-GB")
    assert isinstance(failed, Failed)
    assert "cannot be started: No java install detected" in failed.reason
