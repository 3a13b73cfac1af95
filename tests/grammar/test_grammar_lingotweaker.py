"""LanguageTool's rules without Java, and two engines in one run."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError

import pytest

from lint_article.document import Document, Remark, Source
from lint_article.engine.grammar import Grammar, merge_remarks
from lint_article.engine.job import Job
from lint_article.errors import UserError
from lint_article.grammar import embedded
from lint_article.grammar.categories import category
from lint_article.grammar.engine import Failed
from lint_article.grammar.lingotweaker.engine import LingoTweaker
from lint_article.grammar.passage import Match
from lint_article.grammar.settings import GrammarSettings, LanguageToolSettings
from lint_article.readers.plain.reader import read_plain
from lint_article.rulebook import rulebook
from lint_article.text import Span
from making import QUIET

FAULTY = "The people belongs to it. Russia could able to act. Ünï 😀, and we want sell it."


@pytest.fixture(scope="module")
def engine() -> Iterator[LingoTweaker]:
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        pytest.skip("LingoTweaker has no wheel for this system")
    engine = LingoTweaker(LanguageToolSettings())
    yield engine
    engine.close()


def found(engine: LingoTweaker, text: str) -> list[tuple[str, str]]:
    (answer,) = engine.check([text], "GB")
    assert not isinstance(answer, Failed)
    return [(match.id, text[match.start : match.end]) for match in answer]


def test_it_finds_faults_at_their_place(engine: LingoTweaker) -> None:
    assert found(engine, FAULTY) == [
        ("PEOPLE_VBZ", "belongs"),
        ("MD_ABLE", "could able"),
        ("MISSING_TO_BEFORE_A_VERB", "want sell"),
    ]


def test_what_is_not_listed_is_left_out_unless_it_is_enabled(engine: LingoTweaker) -> None:
    text = "The goverment of the two country said it , however it was late."
    assert found(engine, text) == []
    wanted = LingoTweaker(LanguageToolSettings(enable=("MORFOLOGIK_RULE_EN_*",)))
    assert [said for _, said in found(wanted, text)] == ["goverment"]
    wanted.close()


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(embedded, "version", missing)
    with pytest.raises(UserError) as raised:
        LingoTweaker(LanguageToolSettings())
    assert raised.value.message == "The grammar engine lingotweaker is not installed."


def test_of_two_remarks_on_the_same_words_the_first_engines_stays() -> None:
    ours = Remark(Span(4, 8), "harper", "A", "agreement", "said", ())
    same = replace(ours, span=Span(6, 9), engine="lingotweaker")
    other = replace(same, span=Span(0, 2))
    assert merge_remarks([ours], [same, other]) == (other, ours)


def test_two_engines_check_one_manuscript(engine: LingoTweaker) -> None:  # noqa: ARG001
    reading = read_plain(Source("draft.txt", "plain", FAULTY.encode()))
    document = Document(reading.source, reading.text, reading.text, reading.map, reading.parts)
    settings = replace(QUIET, grammar=GrammarSettings(engine="harper+lingotweaker", cache=False))
    grammar = Grammar()
    remarked = grammar.remark(document, Job("draft.txt", "draft.txt", settings, tuple(rulebook())))
    grammar.close()
    said = [(remark.engine, remark.span.of(FAULTY)) for remark in remarked.document.remarks]
    assert said == [("harper", "belongs"), ("harper", "could able"), ("lingotweaker", "want sell")]
    assert remarked.engine.startswith("harper 0.2.0, lingotweaker 0.2.8 ")


def test_its_remarks_have_languagetools_categories() -> None:
    match = Match(0, 1, "MD_ABLE", "GRAMMAR", "said", ())
    assert category("lingotweaker", match) == category("languagetool", match) == "verb-form"
