"""Texts that cite in a style that is not understood: one warning says so, and none doubts their citations."""

from __future__ import annotations

import pytest

from lint_article.engine.lint import lint
from lint_article.rulebook import rulebook
from making import document

WORKS = [
    "Abbot, Rupert. Wells of the Plain. Cellar Press, 2010.",
    "Calder, Mary. Pumps and Poets. Cellar Press, 2015.",
    "Dray, Owen. “The Vicar’s Pump.” Journal of Drains, vol. 12, no. 3, 2012, pp. 30–51.",
    "Finch, Rose, and Percy Tully. Gates and their Keepers. Drain House, 1999.",
    "Grove, Lena. Letters on Water. Drain House, 1987.",
    "Harlan, Ivor. Pipes of the North. Drain House, 1990.",
    "Joss, Edith. “Rain in the Attic.” Journal of Drains, vol. 14, no. 1, 2014, pp. 3–9.",
    "Lamb, Cora. Ponds in Winter. Cellar Press, 2001.",
    "Nunn, Peter. The Ditch. Drain House, 1978.",
    "Orme, Hilda. Wet Years. Cellar Press, 2016.",
]
FAMILIES = [work.split(",")[0] for work in WORKS]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LISTED = "\n\nWorks Cited\n\n" + "\n".join(WORKS)
TEXTS = {
    "too few pages": " ".join(f"Water rose again ({family} 31)." for family in FAMILIES[:4]) + LISTED,
    "notes": " ".join(f"Water rose again.{str(n).translate(RAISED)}" for n in range(1, 15)) + LISTED,
    "a year now and then": "Water rose again (Abbot 14), says Grove (1999), and fell (Orme 77)." + LISTED,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_one_warning_says_that_nothing_was_checked(text: str, form: str) -> None:
    found = [one for one in lint(document(text, form), list(rulebook())) if one.code[:3] in ("CIT", "REF")]
    assert [(one.rule, one.severity) for one in found if one.severity != "suggestion"] == [
        ("citations-not-recognised", "warning")
    ]


def test_a_text_whose_list_belongs_to_another_text_has_missing_references() -> None:
    cited = ["Marlin, 2010", "Osgood, 2011", "Tarn, 2012", "Wick, 2013"]
    text = " ".join(f"Water rose again ({one})." for one in cited) + LISTED
    found = [one.rule for one in lint(document(text), list(rulebook())) if one.rule != "incomplete-reference"]
    assert found == ["citation-without-reference"] * 4 + ["citations-partly-recognised"]
