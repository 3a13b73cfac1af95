"""Entries that a citation means though they print its year or its name in an unusual place."""

from __future__ import annotations

import pytest

from making import document

ENTRIES = """
Abel, A. (2001). Wells. Tide, 1, 1–9.
Agency of Wells (AWE) & Ministry of Dams (MDA). 2004. Plan of the tide. Quayside Press.
Brasil - Estado da Bahia. 2003. Decreto 8.650. https://example.org/decreto-8650. 13 Oct. 2022.
Coster, I. The reefs of the seas (2017). Tide, v. 15, p. 126-129, 2019. https://a.org/2 . Acsesso em: 8 nov. 2022.
Fries RE. 1934. Revision der Quellen. Tide 12: 28-106.
Guild of Wells. 2012. Guidelines for using the tidal categories and criteria of wells. Quayside Press.
Hu, E. (2017). Beyond mud. Tide. In press.
Sok Dy (2000) Dictionary of wells. Quayside Press.
Tarn, V. (1998). Salt. Tide, 4, 1–9.
Ude, V. (1999). Salt and mud. Tide, 5, 1–9.
Weir, V. (2005). Mud. Tide, 6, 1–9.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agree (AWE-MDA, 2004).", [("AWE-MDA, 2004", "matched")]),
        ("The area grew (Brasil, 2003).", [("Brasil, 2003", "matched")]),
        ("The reef grew (Coster, 2019).", [("Coster, 2019", "matched")]),
        ("The reef grew (Coster, 2022).", [("Coster, 2022", "year-differs")]),
        ("Tidea schulzii R.E. Fr. (1934: 88) is rare.", [("R.E. Fr. (1934", "matched")]),
        ("It is said (Hu, in press).", [("Hu, in press", "matched")]),
        ("It is said (Sok, 2000).", [("Sok, 2000", "matched")]),
        ("As in Tidal Categories and Criteria of Wells (2012).", [("Wells (2012)", "matched")]),
    ],
)
def test_unusual_places(text: str, expected: list[tuple[str, str]]) -> None:
    parsed = document(f"Wells fill (Abel, 2001; Tarn, 1998; Ude, 1999; Weir, 2005).\n\n{text}\n\nReferences\n{ENTRIES}")
    assert [(r.item.span.of(parsed.text), str(r.outcome)) for r in parsed.resolutions][4:] == expected
