"""Harper in its process: what it says, and what happens when it hangs, dies or is missing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from lint_article import ends
from lint_article.document import Document, Source
from lint_article.errors import UserError
from lint_article.grammar import embedded
from lint_article.grammar.engine import Failed
from lint_article.grammar.harper.engine import Harper
from lint_article.grammar.harper.pack import profile
from lint_article.grammar.session import open_session
from lint_article.grammar.settings import GrammarSettings
from lint_article.readers.plain.reader import read_plain

FAKE = """
import json, sys, time
from pathlib import Path
from lint_article.workers.child import serve

def answers(message):
    for text in json.loads(message)["texts"]:
        if "spin" in text:
            while True: pass
        if "die" in text or ("stumble" in text and not Path(sys.argv[1]).exists()):
            Path(sys.argv[1]).touch()
            sys.exit(1)
        yield b"no JSON" if "babble" in text else json.dumps([[0, 1, "ID", "Grammar", "said", ["x"]]]).encode()
        if "linger" in text: time.sleep(1)

serve(lambda: answers, limit=0.5)
"""


@pytest.fixture
def harper() -> Iterator[Harper]:
    harper = Harper()
    yield harper
    harper.close()


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[Harper]:
    script = tmp_path / "fake.py"
    script.write_text(FAKE)
    harper = Harper(0.5, (sys.executable, str(script), str(tmp_path / "stumbled")))
    yield harper
    harper.close()


def found(harper: Harper, text: str, language: str = "GB") -> list[tuple[str, str]]:
    (answer,) = harper.check([text], language)
    assert not isinstance(answer, Failed)
    return [(match.id, text[match.start : match.end]) for match in answer]


def test_it_finds_what_second_language_authors_write(harper: Harper) -> None:
    assert found(harper, "Russia could able to act, and it did not had a plan.") == [
        ("CouldAble", "could able"),
        ("DidPast", "had"),
    ]


def test_places_are_code_points(harper: Harper) -> None:
    assert found(harper, "The 😀𝑥 state could able to act.") == [("CouldAble", "could able")]


def test_it_answers_the_same_every_time(harper: Harper) -> None:
    texts = ["The methods of this study was new.", "It is a important river.", "All is well here."]
    assert (
        harper.check(texts, "GB")
        == harper.check(texts, "GB")
        == [*harper.check(texts[:1], "GB"), *harper.check(texts[1:], "GB")]
    )


@pytest.mark.parametrize("text", ["", " ", "\x00\x01", "\ud800 lone", "(" * 300, "word " * 3000])
def test_nothing_brings_it_down(harper: Harper, text: str) -> None:
    assert not isinstance(harper.check([text], "GB")[0], Failed)


def test_it_is_not_started_before_it_is_asked(harper: Harper) -> None:
    assert harper._worker is None
    assert harper.check([], "GB") == []
    assert harper._worker is None


def test_a_second_run_over_the_same_text_starts_nothing(tmp_path: Path) -> None:
    reading = read_plain(Source("draft.txt", "plain", b"It could able to act."))
    document = Document(reading.source, reading.text, reading.text, reading.map, reading.parts)
    settings = GrammarSettings(cache_dir=str(tmp_path))
    with open_session(settings) as session:
        first = session.check(document)
    with open_session(settings) as session:
        assert session.check(document) == first
        assert isinstance(session.engine, Harper) and session.engine._worker is None
    assert [remark.id for remark in first.remarks] == ["CouldAble"]


def test_it_is_gone_when_it_is_closed(harper: Harper) -> None:
    harper.check(["All is well."], "GB")
    [process] = ends.children
    assert process.poll() is None
    harper.close()
    assert process.poll() is not None
    assert not ends.children


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("spin", "harper took more than 0 s of processor time"),
        ("die", "harper broke off"),
        ("babble", "harper gave an answer that cannot be read"),
    ],
)
def test_only_the_text_that_brings_it_down_is_lost(fake: Harper, word: str, reason: str) -> None:
    good = fake.check(["one"], "GB")[0]
    assert fake.check(["one", word, "two", "three"], "GB") == [good, Failed(reason), good, good]


def test_a_text_at_which_it_dies_once_is_tried_again(fake: Harper) -> None:
    good = fake.check(["one"], "GB")[0]
    assert fake.check(["one", "stumble", "two"], "GB") == [good, good, good]


def test_the_limit_is_one_of_the_processors_time(fake: Harper) -> None:
    good = fake.check(["one"], "GB")[0]
    assert fake.check(["linger", "two"], "GB") == [good, good]


def test_patience_ends_with_the_manuscript(fake: Harper) -> None:
    lost = Failed("harper broke off")
    tired = Failed("the engine failed too often")
    assert fake.check(["die"] * 5, "GB") == [lost] * 4 + [tired]
    assert fake.check(["die"], "GB") == [lost]


def test_a_package_that_is_missing_is_the_users_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(embedded, "version", missing)
    with pytest.raises(UserError) as raised:
        Harper()
    assert raised.value.message == "The grammar engine harper is not installed."
    assert "pip install harper-py" in raised.value.hint


def test_a_package_that_does_not_start_fails_at_every_text() -> None:
    harper = Harper(process=(sys.executable, "-c", "import nothing_of_the_kind"))
    failed = Failed("harper is installed but cannot be started", embedded._WITHOUT)
    assert harper.check(["one", "two"], "GB") == [failed, failed]
    assert harper.check(["three"], "GB") == [failed]


def test_a_system_that_refuses_a_process_is_a_failure_like_another() -> None:
    harper = Harper(process=("/nowhere/python",))
    [failed] = harper.check(["one"], "GB")
    assert isinstance(failed, Failed)
    assert failed.reason == "harper is installed but cannot be started: No such file or directory"


def test_a_module_in_the_working_folder_is_not_taken_for_harper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harper: Harper
) -> None:
    (tmp_path / "harper.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    assert found(harper, "It could able to act.") == [("CouldAble", "could able")]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en-GB", "", "GB"),
        ("en_US", "", "US"),
        ("en", "The colour of the centre was grey.", "GB"),
        ("", "The color of the center was gray, and it was analyzed.", "US"),
        ("de", "Die Farbe.", ""),
        ("", "Die Untersuchung zeigt deutlich, dass sich der Handel nach dem Krieg schnell wieder erholte.", ""),
    ],
)
def test_the_dialect_is_the_documents(harper: Harper, tag: str, text: str, expected: str) -> None:
    assert harper.language(tag, text) == expected


def test_the_profile_was_measured_with_the_version_that_is_installed(harper: Harper) -> None:
    assert harper.version == profile()["version"]
