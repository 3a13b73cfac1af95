"""Manuscripts of 27 languages that cite as their authors do: what they lack is reported, and hardly anything else."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pytest

from lint_article.document import Document
from lint_article.parsing.language.identify import guess_languages
from lint_article.reporters.formats import concise
from lint_article.rulebook import rulebook
from making import checked, document

FOLDER = Path(__file__).parents[1] / "fixtures" / "languages"
MANUSCRIPTS = sorted(path for path in FOLDER.glob("*.txt") if path.stem != "expected")
_EVERY = 7  # entries of which one is taken out
_NOTICED = {"absent", "year-differs", "name-differs", "coauthor-differs", "suffix-differs"}


def test_expected_findings(assert_written: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    rules = [rule for rule in rulebook() if rule.code.startswith(("CIT", "REF"))]
    reports = [checked(path.name, rules) for path in MANUSCRIPTS]
    assert_written(FOLDER / "expected.txt", "".join(f"{line}\n" for line in concise.lines(reports)))


@pytest.mark.parametrize("path", MANUSCRIPTS, ids=attrgetter("stem"))
def test_the_language_is_recognised(path: Path) -> None:
    assert guess_languages(path.read_text(encoding="utf-8"))[0] == path.stem


def test_an_entry_that_is_taken_out_is_missed() -> None:
    """Take out every seventh cited entry of each manuscript; the list names the citations that nobody queries then."""
    unnoticed = {path.stem: found for path in MANUSCRIPTS if (found := list(_find_unnoticed(path)))}
    assert unnoticed == {
        "nl": ["Onderwijs (2019)"],
        "sv": ["SOU 2021"],
        "vi": ["Bộ Giáo dục và Đào tạo (2019)"],
    }


def _find_unnoticed(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    parsed = document(text)
    cited: dict[int, str] = {}
    for one in parsed.resolutions:
        for index in one.references if one.outcome == "matched" else ():
            cited.setdefault(index, one.item.span.of(parsed.text))
    chosen = sorted(cited)[::_EVERY]
    return [cited[index] for index in chosen if not _is_noticed(_without(parsed, index), cited[index])]


def _without(parsed: Document, index: int) -> Document:
    span = parsed.references[index].span
    return document(parsed.text[: span.start] + parsed.text[span.end :].lstrip("\n"))


def _is_noticed(parsed: Document, printed: str) -> bool:
    return any(
        one.outcome in _NOTICED and printed.endswith(one.item.span.of(parsed.text)) for one in parsed.resolutions
    )


LISTED = "Osgood (2012) and Tarn (2013) agree; so do Reef (2014), Marsh (2015) and Dune (2016)"
LIST = "\n".join(
    f"{name}, A. ({year}). On sand. Leeds: Ash."
    for name, year in (("Dune", 2016), ("Marsh", 2015), ("Osgood", 2012), ("Reef", 2014), ("Tarn", 2013))
)


@pytest.mark.parametrize("name", ["Pavlova", "Loi", "Mihailova", "London"])
def test_names_that_are_laws_or_towns_elsewhere_are_missed_in_english(name: str) -> None:
    parsed = document(f"It is said that {name} (2010) was first. {LISTED}.\n\nReferences\n\n{LIST}\n")
    assert [one.outcome for one in parsed.resolutions][:1] == ["absent"]
