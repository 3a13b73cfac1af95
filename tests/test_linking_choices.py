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


def read(cited: str, *entries: str) -> list[str]:
    """Return each citation as `words: judgement`, with the author of the entry that it means or comes near to."""
    parsed = document(cited + LIST + "".join(f"\n{entry}\n" for entry in entries))
    judged = []
    for one in parsed.resolutions:
        meant = [*one.references, *([] if one.nearest is None else [one.nearest])][:1]
        names = [parsed.references[index].authors[0].family for index in meant]
        words = " ".join(one.item.span.of(parsed.text).split())
        judged.append(f"{words}: {' '.join([one.outcome, *names])}")
    return judged


BOARD = "Board of Northern Wells. (2015). Rules for wells. Quay."
STONES = (
    "Becker, L., & Sand, U. (2003a). Stones in spring. Quay.",
    "Becker, L., & Sand, U. (2003b). Stones in autumn. Quay.",
)
FROST = "Winter, A., & Yarrow, S. (2018). Frost on ropes. Quay."
ICE = "Цыганков, А., Крутов, Б. (2016). Лёд. Quay."
FLAGS = "Quorn, E., Rye, B., Swan, T., & Teal, H. (2019a). Flags. Quay."
OTHER_YEARS: tuple[tuple[str, tuple[str, ...], list[str]], ...] = (
    # two authors behind the name of a species are those of a listed work in a bracket, and else who described it
    (
        "Apis mellifera (Winter & Yarrow, 2016) hums.",
        (FROST,),
        ["Winter & Yarrow, 2016: year-differs Winter"],
    ),
    ("Apis mellifera Winter & Yarrow, 2016 hums.", (FROST,), ["Winter & Yarrow, 2016: not-a-citation"]),
    # `et al.` behind all authors leaves no doubt who they are
    (
        "Nets (Corn, Marlin, et al., 2005).",
        ("Corn, P., & Marlin, D. (2004). Nets. Quay.",),
        ["Corn, Marlin, et al., 2005: year-differs Corn"],
    ),
    # a name in another script alone in a bracket
    ("Ice (Цыганков, 2017).", ("Tsygankov, A. (2016). Ice. Quay.",), ["Цыганков, 2017: year-differs Tsygankov"]),
)
SPELLINGS: tuple[tuple[str, tuple[str, ...], list[str]], ...] = (
    # of the year and almost the name; of two that are as near the first
    (
        "Tides (Marlin et al., 2010).",
        ("Marlin, A., & Beta, B. (2009). Tides. Quay.", "Marlyn, C., Xylon, P., & Yssel, Z. (2010). Ebbs. Quay."),
        ["Marlin et al., 2010: name-differs Marlyn"],
    ),
    ("It is so (Abell, 2001).", ("Abela, P. (2001). Sand. Quay.",), ["Abell, 2001: name-differs Abel"]),
    # three letters make another name, and so does another letter behind the year
    (
        "Abel (2001) rose. Brandvold (2002) sank (Oppenhaumar, 2003).",
        (),
        ["Abel (2001): matched Abel", "Brandvold (2002): matched Brandvold", "Oppenhaumar, 2003: absent"],
    ),
    ("Stones (Bekker & Sand, 2003c).", STONES, ["Bekker & Sand, 2003c: absent"]),
)
LOST_DIGITS: tuple[tuple[str, tuple[str, ...], list[str]], ...] = (
    # names outside of brackets: several, or those of a work by more, in whatever script
    ("Winter and Yarrow 201 say so.", (FROST,), ["Winter and Yarrow 201: year-malformed Winter"]),
    ("Winter 201 has it.", (FROST,), ["Winter 201: not-a-citation"]),
    ("Tsygankov and Krutov 20166 say so.", (ICE,), ["Tsygankov and Krutov 20166: year-malformed Цыганков"]),
    # a name that the text has with a year, and not as a citation, is nobody's
    (
        "They met in Germany, 2012. So it is (Germany, 20122).",
        (),
        ["Germany, 2012: not-a-citation", "Germany, 20122: not-a-citation"],
    ),
)
GROUPS: tuple[tuple[str, tuple[str, ...], list[str]], ...] = (
    # the group before a bracket is the author if nobody else is named in it
    (
        "The Board of Northern Wells (Wellboard, 2015) has it.",
        (BOARD,),
        ["Wellboard, 2015: matched Board of Northern Wells"],
    ),
    ("The Board of Northern Wells (Zander & Finch, 2015) has it.", (BOARD,), ["Zander & Finch, 2015: absent"]),
    ("The Board of Northern Wells (Zander et al., 2015) has it.", (BOARD,), ["Zander et al., 2015: absent"]),
    # an acronym before the whole name is no author of its own; a name is
    ("So it is (BfN, 2004).", ("BfN – Bundesamt für Naturschutz (2004): Wells.",), ["BfN, 2004: matched BfN"]),
    (
        "So it is (Plato, 2004).",
        ("Plato – Bundesamt für Naturschutz (2004): Wells.",),
        ["Plato, 2004: coauthor-differs Plato"],
    ),
    # two authors alone are not two of the four of a work that others cite, unless they are its last ones
    (
        "Reefs (Orr et al. 2018). So it is (Zander and Finch 2018; Finch and Zander 2018; Weir and Zander 2018).",
        ("Orr, B., Finch, A., Weir, L., & Zander, K. (2018). Reefs of the north. Tide Letters, 3, 1–9.",),
        [
            "Orr et al. 2018: matched Orr",
            "Zander and Finch 2018: absent",
            "Finch and Zander 2018: absent",
            "Weir and Zander 2018: coauthor-differs Orr",
        ],
    ),
    # the last authors of one work, and not of the other of that year
    ("Flags (Quorn, Rye Inc., Swan, and Teal 2019a) wave.", (FLAGS,), ["Swan, and Teal 2019a: matched Quorn"]),
    (
        "Flags (Quorn, Rye Inc., Swan, and Teal 2019b) wave.",
        (FLAGS,),
        ["Swan, and Teal 2019b: coauthor-differs Quorn"],
    ),
)


@pytest.mark.parametrize(("cited", "entries", "expected"), (*OTHER_YEARS, *SPELLINGS, *GROUPS))
def test_which_entry_is_meant(cited: str, entries: tuple[str, ...], expected: list[str]) -> None:
    assert read(cited, *entries) == expected


@pytest.mark.parametrize(("cited", "entries", "expected"), LOST_DIGITS)
def test_a_year_that_has_lost_or_gained_a_digit(cited: str, entries: tuple[str, ...], expected: list[str]) -> None:
    assert read(f"So (Abel, 2001; Brandvold, 2002). {cited}", *entries)[2:] == expected


def test_names_in_the_sentence_and_names_in_a_bracket() -> None:
    parsed = document("Abel (2001) saw tides (Brandvold, 2002)." + LIST)
    assert [one.narrative for one in parsed.citations] == [True, False]


NOTES = "Tides rise [1], fall [2] and rise again [3]{cited}.{notes}" + NUMBERED


@pytest.mark.parametrize(
    ("cited", "notes", "outcome"),
    [
        # three lines that begin with numbers one after the other are notes
        (" [5]", "\n\n[5] A note.\n\n[6] Another.\n\n[7] A third.", "not-a-citation"),
        (" [6]", "\n\n[2] Not yet.\n\n[5] A note.\n\n[6] Another.\n\n[7] A third.", "not-a-citation"),
        (" [5]", "\n\n[5] A note.\n\n[6] Another.", "number-out-of-range"),
        (" [5]", "\n\n[5] A note.\n\n[9] Another.\n\n[7] A third.", "number-out-of-range"),
        # several numbers none of which the list has are none of it
        (" [40,50,60]", "", "not-a-citation"),
        (" [1,50,60]", "", "number-out-of-range"),
    ],
)
def test_numbers_that_the_list_does_not_have(cited: str, notes: str, outcome: str) -> None:
    found = [one for one, _ in outcomes(NOTES.format(cited=cited, notes=notes))][3:]
    assert {one for one in found if one != "matched"} == {outcome}
