"""Citations by the labels that a list prints: which brackets are labels, and which entries they mean."""

from __future__ import annotations

import pytest

from lint_article.parsing.linking.link_labels import link_labels
from lint_article.text import Span
from making import document

NAMES = "Abel Brand Corn Dorn Eder".split()
DATED = ("Abe01", "BC02", "C+03", "Dor04", "Ede05")
COUNTED = ("S1", "S2", "S3", "S4", "S5")


def linked(text: str, *labels: str, holes: tuple[Span, ...] = ()) -> list[str] | None:
    """Return the judgements on labels in a text whose list has these; "" is an entry without one."""
    entries = "".join(
        f"[{label}] {name} K. On reeds of lake {name}. Gulls. 2001;1:1-9.\n\n" if label else f"{name} K. On reeds.\n\n"
        for label, name in zip(labels, NAMES, strict=False)
    )
    parsed = document(f"{text}\n\nReferences\n\n{entries}")
    assert len(parsed.references) == len(labels)
    found = link_labels(text, holes, parsed.references)
    if found is None:
        return None
    return [
        f"{one.item.key} {one.outcome} {','.join(map(str, one.references))} {one.item.span.of(text)}".strip()
        for one in found[1]
    ]


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        # half of the list must be cited so; the first label may begin the text
        ("[Abe01; BC02] lean.", DATED[:4], ["Abe01 matched 0 Abe01", "BC02 matched 1 BC02"]),
        ("Reeds lean [Abe01; BC02].", DATED[:4], ["Abe01 matched 0 Abe01", "BC02 matched 1 BC02"]),
        ("Reeds lean [Abe01].", DATED[:4], None),
        ("Reeds lean [Abe01, BC02].", DATED, None),
        ("Reeds lean.", DATED, None),
        # three labels are a system, two are not; a fifth of the entries may lack theirs
        ("Reeds lean [Abe01, BC02].", DATED[:3], ["Abe01 matched 0 Abe01", "BC02 matched 1 BC02"]),
        ("Reeds lean [Abe01, BC02].", DATED[:2], None),
        ("Reeds lean [Abe01, BC02].", (*DATED[:4], ""), ["Abe01 matched 0 Abe01", "BC02 matched 1 BC02"]),
        ("Reeds lean [Abe01, BC02].", (*DATED[:3], ""), None),
        # what looks like a label and is none
        (
            "Reeds [Abe01] lean [BC02] at [Zor99] and [T1] and [Zor].",
            DATED[:3],
            ["Abe01 matched 0 Abe01", "BC02 matched 1 BC02", "Zor99 key-undefined  Zor99"],
        ),
        (
            "Reeds [S1] lean [S2] at [S9] and [T1] and [Zor99].",
            COUNTED[:3],
            ["S1 matched 0 S1", "S2 matched 1 S2", "S9 key-undefined  S9"],
        ),
        # words before and a place behind
        (
            "Reeds lean [see Abe01], [cf. BC02, p. 4], [C+03, Section 2].",
            DATED[:3],
            ["Abe01 matched 0 Abe01", "BC02 matched 1 BC02", "C+03 matched 2 C+03"],
        ),
    ],
)
def test_labels_in_brackets(text: str, labels: tuple[str, ...], expected: list[str] | None) -> None:
    assert linked(text, *labels) == expected


@pytest.mark.parametrize(
    ("cited", "keys"),
    [
        ("[S1–S3]", ["S1", "S2", "S3"]),
        ("[S1 - S3]", ["S1", "S2", "S3"]),
        ("[S1, S3]", ["S1", "S3"]),
        ("[S1–S2]", ["S1", "S2"]),
        ("[S2–S1]", ["S2", "S1"]),
        ("[S1–Abe04]", ["S1"]),
        ("[S1–S3, S5]", ["S1", "S2", "S3", "S5"]),
        ("[S1, S3–S5]", ["S1", "S3", "S4", "S5"]),
    ],
)
def test_a_dash_implies_the_labels_between(cited: str, keys: list[str]) -> None:
    found = linked(f"Reeds [S1] and gulls [S2,S3] {cited}.", *COUNTED) or []
    assert [one.split()[0] for one in found[3:]] == keys


def test_a_long_range_is_cut() -> None:
    found = linked("Reeds [S1–S100] lean [S2,S3].", *COUNTED) or []
    assert len(found) == 1 + 60 + 1 + 2


def test_labels_in_what_is_passed_over_are_none() -> None:
    text = "Reeds [Abe01] lean [BC02], as [C+03] says."
    found = linked(text, *DATED[:3], holes=(Span(19, 25),))
    assert found == ["Abe01 matched 0 Abe01", "C+03 matched 2 C+03"]
