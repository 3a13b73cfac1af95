"""The words of languages: each file is lawful and in the compiled table, and each language's example is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

import languages
from languages import LanguageError
from lint_article.vocabulary.dates import status_of
from making import document

EXAMPLES = {tag: cast("dict[str, object]", languages.read(path)["example"]) for tag, path in languages.files().items()}
NAMED = [tag for tag, example in EXAMPLES.items() if "authors" in example]


def test_the_compiled_table_is_made_of_the_files(assert_written: Callable[[Path, str], None]) -> None:
    assert_written(languages.FOLDER / "compiled.txt", languages.compiled())


def test_the_languages_that_an_editor_meets_most_are_there() -> None:
    asked = "ar cs da de en es fi fr hu id it ja nl no pl pt ro ru sv tr uk zh".split()
    assert [tag for tag in asked if tag not in EXAMPLES] == []


def test_names_of_towns_are_in_the_order_in_which_they_are_sought() -> None:
    towns = (languages.FOLDER / "places.txt").read_text(encoding="utf-8").splitlines()
    assert towns == sorted(set(towns)) and len(towns) > 50_000


@pytest.mark.parametrize("tag", EXAMPLES)
def test_an_entry_is_found_under_its_heading_with_its_year(tag: str) -> None:
    example = EXAMPLES[tag]
    parsed = document(f"{example['citation']}.\n\n{example['heading']}\n\n{example['entry']}\n")
    assert [reference.year and reference.year.value for reference in parsed.references] == [example["year"]]


@pytest.mark.parametrize("tag", NAMED)
def test_its_names_are_read_and_its_citation_is_matched(tag: str) -> None:
    example = EXAMPLES[tag]
    parsed = document(f"{example['citation']}.\n\n{example['heading']}\n\n{example['entry']}\n")
    assert [name.family for name in parsed.references[0].authors] == example["authors"]
    assert [(one.outcome, one.references) for one in parsed.resolutions] == [("matched", (0,))]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"and": None}, "xx.toml: state `and`, or list it in `none`"),
        ({"none": ["and"]}, "xx.toml: state `and`, or list it in `none`"),
        ({"adn": "och"}, "xx.toml: no term is called `adn`"),
        ({"and": 1}, "1 is neither a list of forms nor a string of words"),
    ],
)
def test_a_file_that_lacks_a_term_is_refused(changes: dict[str, object], said: str) -> None:
    raw = dict(languages.read(languages.files()["sv"]))
    none = cast("list[str]", raw["none"]) + cast("list[str]", changes.pop("none", []))
    changed = {key: value for key, value in {**raw, **changes, "none": none}.items() if value is not None}
    with pytest.raises(LanguageError) as caught:
        languages.stated("xx.toml", changed)
    assert str(caught.value) == said


def test_how_forms_are_written() -> None:
    assert list(languages.expanded("ed[s][.]")) == ["ed.?", "eds.?"]
    assert list(languages.expanded("available at/from")) == ["available at", "available from"]
    assert list(languages.expanded("[foot/end]notes")) == ["notes", "footnotes", "endnotes"]


@pytest.mark.parametrize("printed", ["in press", "in\ufffdprint", "in\ufffd\ufffd print", "In\nPress"])
def test_a_status_may_have_lost_its_blanks(printed: str) -> None:
    assert status_of(printed) == "in press"


def test_a_status_with_lost_blanks_is_read_in_a_text() -> None:
    assert [one.outcome for one in document("It is so (Abel, in\ufffd\ufffd print).").resolutions] == ["not-a-citation"]
