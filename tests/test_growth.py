"""Cost grows with the text and no faster: four times the text takes at most 5.2 times the steps.

Steps are calls of functions, which are the same on every machine. The patterns of each case are those that were
quadratic once.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

import pytest

from lint_article.engine.lint import lint
from lint_article.parsing.language.lexicon import lexicon
from lint_article.parsing.language.word_list import WordList
from lint_article.parsing.references import reference_lists
from lint_article.rulebook import rulebook
from making import document

_SYLLABLES = "ba be bi ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve".split()


def name(number: int) -> str:
    chance = random.Random(number if number > 0 else 1_000_000 - number)  # noqa: S311
    return "".join(chance.choice(_SYLLABLES) for _ in range(5)).capitalize()


def numbered(count: int) -> str:
    cited = " ".join(f"The claim of this sort holds [{number}]." for number in range(1, count + 1))
    entries = (
        f"{n}. {name(n)} AB. On the {name(-n).lower()} of things. J Ash. 2001;{n}:1-9." for n in range(1, count + 1)
    )
    return f"{cited}\n\nReferences\n\n" + "\n".join(entries) + "\n"


def misspelt(count: int) -> str:
    cited = " ".join(f"It is a claim (Z{name(number)}, 2001)." for number in range(count))
    entries = "\n".join(f"{name(n)}, A. (2001). The {name(-n).lower()} of things. Leeds: Ash." for n in range(count))
    return f"{cited}\n\nReferences\n\n{entries}\n"


def malformed(count: int) -> str:
    return " ".join(f"It is so ({name(n)}, 201). Nor is it ({name(n)}, 2011)." for n in range(count))


def hyphens(count: int) -> str:
    return " ".join(
        f"A {name(n).lower()}- {name(-n).lower()} and a {name(n).lower()}-{name(-n).lower()}." for n in range(count)
    )


def links(count: int) -> str:
    return " ".join(
        f"See {name(n)}@example and https://example.org/{name(n)} 10.1000/{n} @@ www." for n in range(count)
    )


def steps(text: str) -> int:
    """Return how many functions are called for a text."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        lint(document(text), list(rulebook()))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("make", "few"), [(numbered, 60), (misspelt, 50), (malformed, 60), (hyphens, 100), (links, 100)]
)
def test_steps_grow_with_the_text(make: Callable[[int], str], few: int) -> None:
    lexicon.cache_clear()  # so that what other tests have left does not make it forget words on the way
    steps(make(4 * few))  # what is loaded, or remembered, once
    assert steps(make(4 * few)) <= 4 * 1.3 * steps(make(few))


def test_a_list_of_more_than_a_thousand_entries_is_read_to_its_end() -> None:
    parsed = document(numbered(1030))
    assert [reference.label and reference.label.value for reference in parsed.references] == [
        str(number) for number in range(1, 1031)
    ]
    assert {resolution.outcome for resolution in parsed.resolutions} == {"matched"}


def test_lines_that_are_all_numbered_are_not_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_lists, "join_lines", None)  # each line would be weighed as a piece of an entry
    assert len(document(numbered(1030)).references) == 1030


def test_years_that_begin_the_entries_are_no_labels() -> None:
    text = "A claim (Smith, 2005).\n\nReferences\n\n" + "\n".join(
        f"{year}. {name(year)}, A. On the {name(-year).lower()} of things. Leeds: Ash." for year in range(2001, 2009)
    )
    assert not [reference for reference in document(text).references if reference.label]


def test_a_long_text_s_words_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon.cache_clear()
    words, lists, looked_up = [name(number).lower() for number in range(60_000)], lexicon(("en",)), []
    known = [lists.weight(word) for word in words]
    monkeypatch.setattr(WordList, "get", lambda *_: looked_up.append(1))
    assert [lists.weight(word) for word in words] == known
    assert not looked_up
    lexicon.cache_clear()  # so that what is remembered here makes no other test's text forget words on the way
