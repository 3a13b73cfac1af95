"""From documents to remarks, with an engine that says what it is told to say."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lint_article.document import Document, Source
from lint_article.errors import UserError
from lint_article.grammar import cache
from lint_article.grammar.engine import EngineError, Failed, Matches, Patience, batches, send_divided
from lint_article.grammar.passage import Match
from lint_article.grammar.places import cache_file
from lint_article.grammar.session import Session, UncheckedText, check, open_session
from lint_article.grammar.settings import GrammarSettings
from lint_article.readers.plain.reader import read_plain
from lint_article.text import Span

TEXT = "The state could able to act.\n\nIt could\nable to speak.\n"


def document(text: str = TEXT, language: str = "") -> Document:
    reading = read_plain(Source("draft.txt", "plain", text.encode()))
    return Document(reading.source, reading.text, reading.text, reading.map, reading.parts, language=language)


def finding(words: str, *replacements: str, name: str = "MD_ABLE") -> Callable[[str], Matches]:
    def said(text: str) -> Matches:
        at = text.find(words)
        return (Match(at, at + len(words), name, "GRAMMAR", "said", replacements),) if at >= 0 else ()

    return said


@dataclass
class Engine:
    """Says of each text what `says` returns, and keeps what it was asked."""

    says: Callable[[str], Matches | Failed] = finding("could able", "could be able")
    name: str = "languagetool"
    version: str = "1"
    profile: str = "p"
    asked: list[str] = field(default_factory=list)

    def language(self, tag: str, text: str) -> str:
        return tag or ("en-GB" if text else "")

    def check(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        self.asked += [f"{language}: {text}" for text in texts]
        return [self.says(text) for text in texts]

    def prepare(self) -> None:
        pass

    def close(self) -> None:
        self.asked.append("closed")


@pytest.fixture
def settings(tmp_path: Path) -> GrammarSettings:
    return GrammarSettings(engine="languagetool", cache_dir=str(tmp_path))


def test_a_remark_has_its_place_its_category_and_its_replacements(settings: GrammarSettings) -> None:
    checked = Session(settings, Engine()).check(document())
    said = [(r.span.of(TEXT), r.engine, r.id, r.category, r.message, r.replacements) for r in checked.remarks]
    assert said == [
        ("could able", "languagetool", "MD_ABLE", "verb-form", "said", ("could be able",)),
        ("could\nable", "languagetool", "MD_ABLE", "verb-form", "said", ("could be able",)),
    ]
    assert checked.notes == ()


def test_what_is_known_is_not_asked_again(settings: GrammarSettings) -> None:
    first, second = Engine(), Engine()
    once = Session(settings, first).check(document())
    assert Session(settings, second).check(document()) == once
    assert second.asked == []
    third = Engine()
    assert Session(settings, third).check(document(TEXT + "\nA new one.\n")).remarks == once.remarks
    assert third.asked == ["en-GB: A new one."]


@pytest.mark.parametrize("other", [{"version": "2"}, {"profile": "q"}, {"name": "harper"}])
def test_another_version_or_profile_is_asked_anew(settings: GrammarSettings, other: dict[str, str]) -> None:
    Session(settings, Engine()).check(document())
    engine = Engine(**other)  # type: ignore[arg-type]
    Session(settings, engine).check(document())
    assert len(engine.asked) == 2


def test_with_and_without_the_cache_the_remarks_are_the_same(settings: GrammarSettings) -> None:
    without = GrammarSettings(engine="languagetool", cache=False, cache_dir=settings.cache_dir)
    plain = Session(without, Engine()).check(document())
    assert not cache_file(settings.cache_dir).exists()
    assert plain == Session(settings, Engine()).check(document()) == Session(settings, Engine()).check(document())


def test_what_could_not_be_checked_is_said_and_never_kept(settings: GrammarSettings) -> None:
    engine = Engine(lambda text: Failed("it broke off") if "speak" in text else finding("could able")(text))
    checked = Session(settings, engine).check(document())
    assert [r.span.of(TEXT) for r in checked.remarks] == ["could able"]
    at = TEXT.index("It could")
    assert checked.unchecked == UncheckedText("The grammar of 1 of 2 paragraphs", "it broke off", "", Span(at, at))
    assert checked.notes == ()
    again = Engine()
    assert len(Session(settings, again).check(document()).remarks) == 2
    assert again.asked == ["en-GB: It could able to speak."]


def test_of_matches_over_each_other_the_first_and_longest_stays(settings: GrammarSettings) -> None:
    def says(text: str) -> Matches:
        return (
            *finding("able", name="SHORT")(text),
            *finding("could able")(text),
            *finding("could", name="HEAD")(text),
        )

    checked = Session(settings, Engine(says)).check(document())
    assert [remark.id for remark in checked.remarks] == ["MD_ABLE", "MD_ABLE"]


def test_own_words_and_rules_that_are_off_are_dropped(settings: GrammarSettings) -> None:
    from dataclasses import replace

    assert Session(replace(settings, words=("Could able",)), Engine()).check(document()).remarks == ()
    assert Session(replace(settings, disable=("MD_ABLE",)), Engine()).check(document()).remarks == ()


def test_a_passage_in_another_language_is_left_out_of_an_english_text(settings: GrammarSettings) -> None:
    english = (
        "The rate of the change in the region was higher than that of the coast, and it has been so since the war. " * 3
    )
    german = (
        "Die Untersuchung zeigt deutlich, dass sich der Handel nach dem Krieg sehr schnell wieder erholte und wuchs."
    )
    engine = Engine()
    Session(settings, engine).check(document(f"{english}\n\n{german}\n"))
    assert [asked for asked in engine.asked if "Untersuchung" in asked] == []


def test_a_text_in_a_language_that_the_engine_does_not_know_is_said() -> None:
    text = "Die Untersuchung zeigt deutlich, dass sich der Handel nach dem Krieg sehr schnell wieder erholte und wuchs."
    result = check([document(text, language="de")], GrammarSettings(cache=False))
    assert result.checked[0].remarks == ()
    assert result.checked[0].notes == ("draft.txt: harper does not know the language: grammar was not checked.",)


def test_a_cache_that_cannot_be_used_costs_a_note_and_nothing_else(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = GrammarSettings(engine="languagetool", cache_dir=str(blocked))
    checked = Session(settings, Engine()).check(document())
    assert len(checked.remarks) == 2
    assert checked.notes == ("Remarks on grammar could not be kept for the next run: File exists.",)


def test_an_unknown_engine_is_the_users_to_mend() -> None:
    with pytest.raises(UserError) as raised, open_session(GrammarSettings(engine="harpr")):
        pass
    assert (raised.value.message, raised.value.hint) == (
        "There is no grammar engine `harpr`.",
        "Did you mean `harper`?",
    )


def test_without_grammar_nothing_of_it_is_imported() -> None:
    code = (
        "import sys; import lint_article.config.settings; from lint_article.engine.grammar import Grammar;"
        "print([m for m in sys.modules if m.startswith('lint_article.grammar') or m in ('harper', 'sqlite3')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "['lint_article.grammar', 'lint_article.grammar.settings']"


def test_a_portion_that_fails_is_halved_until_the_culprit_stands_alone() -> None:
    sent: list[int] = []

    def send(texts: Sequence[str]) -> list[Matches]:
        sent.append(len(texts))
        if "bad" in texts:
            raise EngineError("too much")
        return [() for _ in texts]

    assert send_divided(["a", "b", "bad", "c"], send, Patience()) == [(), (), Failed("too much"), ()]
    assert sent == [4, 2, 2, 1, 1]


def test_what_every_text_would_meet_is_tried_once() -> None:
    sent: list[int] = []

    def send(texts: Sequence[str]) -> list[Matches]:
        sent.append(len(texts))
        raise EngineError("refused", "ask for less", final=True)

    patience = Patience()
    assert send_divided(["a", "b"], send, patience) == [Failed("refused", "ask for less")] * 2
    assert send_divided(["c"], send, patience) == [Failed("refused", "ask for less")]
    assert sent == [2]


def test_patience_holds_for_the_whole_run() -> None:
    def send(_: Sequence[str]) -> list[Matches]:
        raise EngineError("too much")

    patience = Patience(2)
    tired = Failed("the engine failed too often")
    assert send_divided(["a", "b", "c"], send, patience) == [Failed("too much"), Failed("too much"), tired]
    assert send_divided(["d"], send, patience) == [tired]


def test_portions_stay_under_the_limit() -> None:
    assert list(batches(["a" * 6, "b" * 6, "c" * 30, "d"], 12)) == [[0, 1], [2], [3]]
    assert list(batches([])) == []


def test_the_key_depends_on_everything_that_the_answer_depends_on() -> None:
    base = ("harper", "1", "p", "GB", "text")
    keys = {cache.key(*base)} | {cache.key(*(*base[:i], "other", *base[i + 1 :])) for i in range(5)}
    assert len(keys) == 6
