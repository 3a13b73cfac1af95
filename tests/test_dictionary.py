"""Words that are right: the user's dictionary, which every rule heeds, and the exceptions of one rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lint_article.config import Settings, load, settings_for
from lint_article.config.dictionary import read_dictionary
from lint_article.document import Remark
from lint_article.engine.lint import lint
from lint_article.engine.select import selection
from lint_article.rulebook import rulebook
from lint_article.text import Span
from making import document

TEXT = """It saw the signi\ufffdcant goverment of Ghent, and the the plan was was good.
We summarise, generalise and characterise what they organize.
Ports grew (Lindqvist 2003; Moreau 1999). Others disagree (Lindqvist 2005; Okafor 2011) and so did Lindqvst (2008).
"""


def found(text: str, **settings: object) -> list[str]:
    """Return what is found of words that are spelt, broken, repeated or names, as `rule: words`."""
    names = "misspelt-word inconsistent-spelling broken-ligature replacement-character repeated-word".split()
    chosen = Settings(select=(*names, "inconsistent-cited-name"), **settings)  # type: ignore[arg-type]
    parsed = document(text)
    return [f"{one.rule}: {one.span.of(text)}" for one in lint(parsed, selection(chosen, rulebook(), "draft.txt"))]


ALL = [
    "broken-ligature: signi\ufffdcant",
    "misspelt-word: goverment",
    "repeated-word: the the",
    "repeated-word: was was",
    "inconsistent-spelling: organize",
    "inconsistent-cited-name: Lindqvst",
]


@pytest.mark.parametrize(
    ("words", "silent"),
    [
        ((), ()),
        (("Goverment",), (1,)),
        (("signi\ufffdcant",), (0,)),
        (("ORGANIZE",), (4,)),
        (("lindqvst",), ()),  # the other spelling is still taken for the right one
        (("lindqvst", "lindqvist"), (5,)),
        (("was",), (3,)),
    ],
)
def test_rules_heed_the_dictionary(words: tuple[str, ...], silent: tuple[int, ...]) -> None:
    expected = [one for number, one in enumerate(ALL) if number not in silent]
    assert found(TEXT, dictionary=words) == expected


def test_exceptions_are_for_one_rule_and_beside_its_own() -> None:
    rules = {"misspelt-word": {"except": ["goverment"]}, "repeated-word": {"except": ["was", "the plan"]}}
    assert found(TEXT, rules=rules) == [one for one in ALL if "goverment" not in one and "was was" not in one]
    assert found("He had had a plan.", rules=rules) == []


def test_remarks_on_grammar_heed_it() -> None:
    parsed = document("A could able plan.")
    remark = Remark(Span(2, 12), "harper", "X", "verb-form", "Wrong.", ("can",))
    marked = replace(parsed, remarks=(remark,))
    rules = selection(Settings(select=("GRM",), dictionary=("could  able",)), rulebook(), "draft.txt")
    assert lint(marked, rules) == []
    assert len(lint(marked, selection(Settings(select=("GRM",)), rulebook(), "draft.txt"))) == 1


def test_files_of_words(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# ours\nGhent  # a town\n\nd’Alembert\n", encoding="utf-8")
    (tmp_path / "en.dic").write_text("2\nlighter/MS\ntow\n", encoding="utf-8")
    names = (str(tmp_path / "words.txt"), str(tmp_path / "en.dic"), "Malmö")
    assert read_dictionary(names) == {"ghent", "d'alembert", "lighter", "tow", "malmö"}


def test_personal_and_project_dictionaries_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    load.forget_settings()
    folders = tmp_path / "home" / "lint-article", tmp_path / "project"
    for folder, words in zip(folders, ('"mine", "my.txt"', '"ours"'), strict=True):
        folder.mkdir(parents=True)
        (folder / "lint-article.toml").write_text(f"dictionary = [{words}]", encoding="utf-8")
    (folders[0] / "my.txt").write_text("word", encoding="utf-8")
    assert settings_for(tmp_path / "project").dictionary == ("mine", str(folders[0] / "my.txt"), "ours")
