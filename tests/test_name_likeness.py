"""Which names are one name: the same in another form, or spelt almost so."""

from __future__ import annotations

import pytest

from lint_article.document import Name
from lint_article.parsing.linking.alike_names import count_edits, find_shape, may_resemble, pair_nearly_alike
from lint_article.parsing.linking.reference_index import is_same_name


@pytest.mark.parametrize(
    ("cited", "listed", "is_same"),
    [
        ("Abel", "abel", True),
        ("Abel", "corn", False),
        ("Abel", "", False),
        ("王", "", False),
        ("!", "abel", False),
        ("van Abel", "abel", True),
        ("Abel", "van abel", True),
        ("Garcia", "garcia marquez", True),
        ("Garcia Marquez", "garcia", True),
        ("Marquez", "garcia marquez", True),
        ("Tsygankov", "цыганков", True),
        ("Крутову", "крутов", True),
        ("张王", "王", True),
        ("王", "王小明", True),
        ("小", "王小明", False),
    ],
)
def test_forms_of_one_name(cited: str, listed: str, is_same: bool) -> None:
    assert is_same_name(Name(cited), tuple(listed.split())) is is_same


@pytest.mark.parametrize(
    ("cited", "listed", "edits"),
    [
        ("Abe", "Abel", 1),
        ("Li", "Liu", None),
        ("Abel", "Bael", 1),
        ("Abel", "Cbel", None),
        ("Abel", "Abelxy", None),
        ("Marlins", "Marlinsxy", 2),
        ("Marlins", "Marlinsxyz", None),
        ("Marlin", "Marlinxy", None),
        ("Marlins", "Ctmarlins", None),
        ("Ctmarlins", "Marlins", None),
        ("Amarlins", "Marlins", 1),
        ("Marlins", "Amarlins", 1),
        ("Abel", "Abel", None),
        ("Müller", "Muller", None),
        ("Ab\ufffdl", "Abel", 0),
        ("Ab\ufffdl", "Abexxxl", None),
        ("Abel", "Ab\ufffdl", None),
        ("Борщ", "Борж", 1),
        ("Борз", "Борщз", 1),
        ("Кущ", "Куж", 1),
    ],
)
def test_names_spelt_almost_alike(cited: str, listed: str, edits: int | None) -> None:
    one, other = find_shape(cited), find_shape(listed)
    assert (count_edits(one, other) if may_resemble(one, other) else 9) == (9 if edits is None else edits)


def test_pairs_of_names_spelt_almost_alike() -> None:
    names = ["abel", "abell", "corn", "korn", "zzzzzz", "abelxy", "ba"]
    assert pair_nearly_alike(names) == [
        ("abel", "abell"),
        ("abel", "abelxy"),
        ("abell", "abelxy"),
        ("corn", "korn"),
    ]
    assert pair_nearly_alike(["abel", "corn", "x\ufffd"]) == [("abel", "x\ufffd"), ("corn", "x\ufffd")]
