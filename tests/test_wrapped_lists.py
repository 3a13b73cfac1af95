"""Hard-wrapped reference lists, cut by how their lines are filled."""

from __future__ import annotations

import textwrap

import pytest

from lint_article.parsing.references.wrapped_lists import wrapped_starts
from lint_article.text import Span

MIXED = (
    "Marlin, K., & Osgood, P. T. (2010). What do tides know of the harbours they fill? Harbour Studies, 4(2), 11–19.",
    "TARN, Vera. Sel et bois : les quais au temps des grandes marées. Paris : Éditions du Phare, 1998.",
    "Port Authority of the Northern Isles. Tide tables and soundings for pilots. Kirkwall: The Authority, 2003.",
    "[7] Q. Farrow and L. Weir, “Lighters, lightermen and the law,” Proc. Marit. Soc., vol. 12, pp. 33–41, Mar. 2014.",
    "Weir L, Farrow Q, Osgood PT. Wooden breakwaters under load: a survey of ports. J Harbour Res. 2014;12:33-41.",
    "Osgood, Paul. Rope and Reef. With a preface by Vera Tarn, and plates. London: Quayside University Press, 1987.",
)


SHORT = (
    "Marlin, K., and Quill, E. (2010). Tides of the northern reefs and the\nropes that hold. Reef Lett. 12, 3–19.",
    "Tarn, V. (2012). Salt in the harbours of the north, and what\nbecomes of it. Salt Stud. 9, 101–119.",
)


def cut(entries: tuple[str, ...], width: int) -> list[str]:
    text = "\n".join(textwrap.fill(e, width, break_on_hyphens=False, break_long_words=False) for e in entries)
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    starts = wrapped_starts(text, lines)
    assert starts is not None
    bounds = [*starts[1:], len(lines)]
    return [" ".join(text[lines[a].start : lines[b - 1].end].split()) for a, b in zip(starts, bounds, strict=True)]


@pytest.mark.parametrize("width", [58, 64, 72, 80, 88])
def test_a_list_of_several_styles_is_cut_into_its_entries(width: int) -> None:
    assert cut(MIXED, width) == list(MIXED)


def test_a_publisher_on_a_line_of_its_own_begins_no_entry() -> None:
    entry = "Osgood, Paul. A long history of the ropes and reefs of the north, told anew. London. Quayside Books, 1987."
    assert cut((entry, *MIXED), 86) == [entry, *MIXED]


@pytest.mark.parametrize("width", [58, 64, 80, 88])
def test_what_a_colon_announces_may_be_lost(width: int) -> None:
    entries = tuple(f"{entry} doi: 10.9999/quay.{at}, PMID:" for at, entry in enumerate(MIXED[:2] + MIXED[4:]))
    assert cut(entries, width) == list(entries)


def test_a_date_with_a_roman_month_begins_no_entry() -> None:
    seen = "Osgood, P. (2012). Regional lists of reefs. https://reefs.example/lists.html [accessed 15.X.2017]."
    for width in range(60, 90):
        assert cut((*MIXED[:2], seen, *MIXED[4:]), width) == [*MIXED[:2], seen, *MIXED[4:]]


@pytest.mark.parametrize(
    "rest",
    [
        "probes.\nJ. Salt. Methods 176, 32–37. doi: 10.9999/reefs",
        "some probes. Can.\nJ. Reefs Tides 47(2), 359–367.",
        "probes. Tide Lett. 47(2), 359–367, https://reefs.example/2016.\n[CrossRef] [PubMed]",
    ],
)
def test_a_journal_with_its_volume_and_a_publisher_s_links_begin_no_entry(rest: str) -> None:
    entry = f"Osgood, P., Marlin, K., and Tarn, V. (2016). Ropes and {rest}"
    lines = [*SHORT, entry, *SHORT[::-1]]
    text = "\n".join(lines)
    ends = [at for at, char in enumerate(text) if char == "\n"]
    spans = [Span(a, b) for a, b in zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)]
    starts = wrapped_starts(text, spans)
    assert starts is not None
    assert [text[spans[at].start :].split(",")[0] for at in starts] == [line.split(",")[0] for line in lines]


def test_a_list_with_an_entry_a_line_is_not_wrapped() -> None:
    text = "Marlin, K. 2010. Tides.\nOsgood, P. 2011. Reefs.\nTarn, V. 2012. Salt."
    assert wrapped_starts(text, [Span(0, 23), Span(24, 47), Span(48, 68)]) is None
