"""Choices of linking that no manuscript shows: which entry a doubtful citation may mean, and which it may not."""

from __future__ import annotations

import pytest

from lint_article.parsing.linking.alike_names import find_shape, may_resemble
from making import document

LIST = (
    "\n\nReferences\n\n"
    "Abel, K. (2001). The tide of the north. Quay.\n\n"
    "Brandvold, L. (2002). The ferry of the south. Quay.\n\n"
    "Oppenheimer, M. (2003). The tug of the west. Quay.\n"
)
NUMBERED = (
    "\n\nReferences\n\n"
    "1. Abel K. The tide. Quay. 2001;1:1-9.\n"
    "2. Brandvold L. The ferry. Quay. 2002;2:1-9.\n"
    "3. Imrie K. The tug. Quay. 2003;3:1-9.\n"
)


def outcomes(text: str) -> list[tuple[str, int | None]]:
    return [(one.outcome, one.nearest) for one in document(text).resolutions]


def test_a_long_name_that_only_begins_alike_is_not_meant() -> None:
    cited = "Tides rise (Abel, 2001; Brandvold, 2002) and fall (Ostergaard, 2003)."
    assert outcomes(cited + LIST) == [("matched", None), ("matched", None), ("absent", None)]


def test_a_name_with_accents_resembles_the_one_without() -> None:
    assert may_resemble(find_shape("Çağıöü"), find_shape("Cagiou"))
    assert not may_resemble(find_shape("Cagiou"), find_shape("Cagioutrent"))


@pytest.mark.parametrize(("number", "nearest"), [("22", 1), ("9", 1)])
def test_a_number_out_of_range_means_the_one_entry_that_is_skipped(number: str, nearest: int) -> None:
    cited = f"Tides rise [1], fall [{number}] and rise again [3]."
    assert outcomes(cited + NUMBERED) == [("matched", None), ("number-out-of-range", nearest), ("matched", None)]


@pytest.mark.parametrize(
    ("cited", "outcome"),
    [("Song", "absent"), ("Wang", "coauthor-differs"), ("Tao", "coauthor-differs")],
)
def test_one_name_from_the_midst_of_an_entry_does_not_cite_it(cited: str, outcome: str) -> None:
    listed = LIST + "\nLi, X., Wang, B., Song, C., Tao, D. (2016). The wells of the north. Quay.\n"
    text = f"Tides rise (Abel, 2001; Brandvold, 2002) and fall (Oppenheimer, 2003; {cited} et al., 2016)."
    assert [one for one, _ in outcomes(text + listed)] == ["matched", "matched", "matched", outcome]


@pytest.mark.parametrize(
    ("title", "outcomes_of_title"),
    [("Letters from the last Harbour", ["matched"]), ("Letters from the first Harbour", ["absent"])],
)
def test_a_whole_title_before_the_year_cites_its_entry_again(title: str, outcomes_of_title: list[str]) -> None:
    listed = LIST.replace("The tide of the north", "Letters from the last Harbour")
    cited = "Abel (2001) saw tides. Brandvold (2002) sank. Oppenheimer (2003) rose. Brandvold (2002) sank again."
    text = f"{cited} Oppenheimer (2003) rose again. In {title} (2001) others rise.{listed}"
    assert [one for one, _ in outcomes(text)] == [*["matched"] * 5, *outcomes_of_title]
