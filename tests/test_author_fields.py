"""The names in the author part of an entry: one order for all of them, and nothing left over."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from costs import is_linear
from lint_article.document import Name
from lint_article.parsing.names.author_field import read_field


def shown(names: Iterable[Name]) -> str:
    """Return names as `Family, Given; {Group}`."""
    return "; ".join(f"{{{n.family}}}" if n.literal else f"{n.family}, {n.given}".rstrip(", ") for n in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MARLIN, Karin. OSGOOD, Jean-Piet.", "MARLIN, Karin; OSGOOD, Jean-Piet"),
        ("Marlin, KM. Osgood, PC. Tarn, V. Wick, E.", "Marlin, KM; Osgood, PC; Tarn, V.; Wick, E."),
        ("Marlin, K M. Osgood, P T. Wick, E.", "Marlin, K M.; Osgood, P T.; Wick, E."),
        (
            "Marlin, Karin, Piet Osgood, Vera T. Tarn, and Olaf van der Wick",
            "Marlin, Karin; Osgood, Piet; Tarn, Vera T.; van der Wick, Olaf",
        ),
        ("Karin Lin Marlin, P. Osgood, V. Tarn", "Marlin, Karin Lin; Osgood, P.; Tarn, V."),
        ("U.S. Department of Harbours", "{U.S. Department of Harbours}"),
        ("TIDAL Harbour Services, Inc. (TIDAL).", "{TIDAL Harbour Services, Inc.}"),
        ("Naval Harbour Service Center (NAVHAR ESC).", "{Naval Harbour Service Center}"),
        ("Karin K Marlin, Piet J Osgood, and Vera T Tarn", "Marlin, Karin K; Osgood, Piet J; Tarn, Vera T"),
        ("MARLIN, Karin A., Hong DAI, Piet OSGOOD", "MARLIN, Karin A.; DAI, Hong; OSGOOD, Piet"),
        ("Marlin, K.*, Osgood, P.**, & Tarn, V.", "Marlin, K.; Osgood, P.; Tarn, V."),
        ("Marlin- Lloyd, K., Mur- phy, P. & Go↵in, J.", "Marlin- Lloyd, K.; Mur- phy, P.; Go↵in, J."),
        ("Pérez -Marlin, K., Osgood, P.", "Pérez -Marlin, K.; Osgood, P."),
        ("Maas PJM, Westra LYT", "Maas, PJM; Westra, LYT"),
        ("K. Marlin P. Osgood.", "Marlin, K.; Osgood, P."),
        (
            "Marlin K, Osgood P; the Tide and Wells Study Group",
            "Marlin, K; Osgood, P; {the Tide and Wells Study Group}",
        ),
        ("Marlin K, Osgood P, Suprano", "Marlin, K; Osgood, P; Suprano"),
        ("Marlin K, Osgood P. Reefs", "Marlin, K; Osgood, P."),
        ("Department of Wells and Rivers", "{Department of Wells and Rivers}"),
        ("Ministry of Food, Water and Mines", "{Ministry of Food, Water and Mines}"),
        ("World Reef Consortium, Marlin, K., Osgood, P.", "Marlin, K.; Osgood, P."),
        ("R Core Team", "{R Core Team}"),
        ("Pan-Tidal Reef Scheme (PTRS)", "{Pan-Tidal Reef Scheme}"),
        ("鈴木一郎・佐藤花子", "鈴木一郎; 佐藤花子"),
        ("van ‘t Veer C., Marlin K.", "van ‘t Veer, C.; Marlin, K."),
        ("Marlin, K. (mit P. Osgood), Tarn, V.", "Marlin, K.; Tarn, V."),
        ("Uexküll J. von, Marlin K. de", "Uexküll, J.; Marlin, K."),
    ],
)
def test_names_of_an_author_part(text: str, expected: str) -> None:
    found = read_field(text, 0, len(text))
    assert shown(found.names) == expected
    assert all(name.span.of(text) == name.family for name in found.names)


@pytest.mark.parametrize(("text", "end"), [("Marlin, K. (in prep.).", 10), ("Wells Agency (WA).", 18)])
def test_where_an_author_part_ends(text: str, end: int) -> None:
    assert read_field(text, 0, len(text)).end == end


def test_an_acronym_beside_a_group() -> None:
    (name,) = read_field("Environmental Wells Agency (EWA)", 0, 32).names
    assert (name.family, name.acronym, name.whole) == (
        "Environmental Wells Agency",
        "EWA",
        "Environmental Wells Agency (EWA)",
    )


def test_thousands_of_names_are_read_in_linear_time() -> None:
    text = "Marlin, K., Osgood, P., " * 250
    assert len(read_field(text, 0, len(text)).names) == 500


@pytest.mark.parametrize("piece", ["r x ", "Ab of ", "Ab & ", "the Ab ", "Institute & ", "Ab, of & "])
@pytest.mark.parametrize("end", ["", "; x (2001)"])
def test_fields_of_small_words_are_linear(piece: str, end: str) -> None:
    assert is_linear(lambda count: read_field(piece * count + end, 0, len(piece) * count + len(end)), 200)
