"""Reference lists cut into entries by their layout, by how lines are filled, and by what the lines look like."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Callable

import pytest
from training.boundaries import fit, set_list

from lint_article.parsing.references.boundaries.cut import cut as cut_list
from lint_article.parsing.references.boundaries.cut import entry_signs, find_starts, weights
from lint_article.parsing.references.boundaries.likeness import compare
from lint_article.parsing.references.boundaries.signs import SIGNS
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

SEEN = (
    "Marlin, K. O sal dos portos do norte: entre duas marés. 3. ed. Porto: Penso, 2014.",
    (
        "Osgood, P. T.; Tarn, V. Ropes and reefs of the north: a survey of the harbours. Reef Letters, v. 46,"
        " n. 1, p. 121-127, 2017. Disponível em: https://quay.example/letters/46/1/ropes-and-reefs-of-the-nor"
        "th-a-survey-of-harbours-2017 . Acesso em: 4 jun. 2022."
    ),
    (
        "Quill, E. et al. Tides of the northern reefs. Revista do Mar, v. 22, n. 5, e3520, p. 1-9, 2020. Doi:"
        " https://doi.org/10.9999/1982-0216"
    ),
    (
        "Tarn, V. Salt in the harbours. In: Weir, L.; Farrow, Q. Ropes of the north. Oslo: Quayside, 2020. p."
        " 43-55. Disponível em: https://quay.example/books/book/4598/chapter/2111/salt-in-the-harbours-of-the"
        "-north-2020 . Acesso em: 29 abr. 2021."
    ),
    (
        "Weir, L. El sal de los puertos. Crítica y Puerto, v. 3, n. 6, p. 135-180, 2011. Disponível em: https"
        "://quay.example/download/pdf/11889704/el-sal-de-los-puertos-2011.pdf . Acesso em: 10 abr. 2021."
    ),
)


def cut(entries: tuple[str, ...], width: int) -> list[str]:
    return cut_text("\n".join(textwrap.fill(e, width, break_on_hyphens=False, break_long_words=False) for e in entries))


def cut_text(text: str) -> list[str]:
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    starts = find_starts(text, lines)
    bounds = [*starts[1:], len(lines)]
    return [" ".join(text[lines[a].start : lines[b - 1].end].split()) for a, b in zip(starts, bounds, strict=True)]


@pytest.mark.parametrize("width", [58, 64, 72, 80, 88])
def test_a_list_of_several_styles_is_cut_into_its_entries(width: int) -> None:
    assert cut(MIXED, width) == list(MIXED)


def test_a_publisher_on_a_line_of_its_own_begins_no_entry() -> None:
    entry = "Osgood, Paul. A long history of the ropes and reefs of the north, told anew. London. Quayside Books, 1987."
    assert cut((entry, *MIXED), 86) == [entry, *MIXED]


@pytest.mark.parametrize("width", [60, 72, 80, 88])
def test_a_mark_behind_a_long_address_begins_no_entry(width: int) -> None:
    assert cut(SEEN, width) == list(SEEN)


@pytest.mark.parametrize("width", [58, 64, 80, 88])
def test_what_a_colon_announces_may_be_lost(width: int) -> None:
    entries = tuple(f"{entry} doi: 10.9999/quay.{at}, PMID:" for at, entry in enumerate(MIXED[:2] + MIXED[4:]))
    assert cut(entries, width) == list(entries)


def test_a_date_with_a_roman_month_begins_no_entry() -> None:
    seen = "Osgood, P. (2012). Regional lists of reefs. https://reefs.example/lists.html [accessed 15.X.2017]."
    for width in range(60, 90):
        assert cut((*MIXED[:2], seen, *MIXED[4:]), width) == [*MIXED[:2], seen, *MIXED[4:]]


def test_a_year_ends_no_entry_where_it_stands_behind_the_authors() -> None:
    names = ("Abel", "Brandt", "Coster", "Dahl", "Ek", "Farrow", "Marlin", "Osgood", "Quill", "Tarn")
    entries = [f"{name}, K. P. (2010). A long history of all the reefs of the sea. Ports, 4(2), 11." for name in names]
    authors = "Farrow, Q., Weir, L. M., Osgood, P. T., Abel, S., Marlin, K., Tarn, V. R., " * 2
    title = "Lighters, tugs and barges on all the tides of the sea, and their ropes. Ports, 4, 1883–1895. "
    odd = f"{authors}Dahl, R., Weir, L., Osgood, T., Quill, E. & Ek, P. (2016). {title}https://doi.org/10.9999/1883"
    text = "\n".join(map(filled, (*entries[:6], odd, *entries[6:])))
    assert "(2016).\nLighters" in text
    assert cut_text(text) == [*entries[:6], odd, *entries[6:]]


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
    assert cut_text("\n".join(lines)) == [" ".join(line.split()) for line in lines]


def test_a_list_with_an_entry_a_line_is_cut_at_each() -> None:
    text = "Marlin, K. 2010. Tides.\nOsgood, P. 2011. Reefs.\nTarn, V. 2012. Salt."
    assert find_starts(text, [Span(0, 23), Span(24, 47), Span(48, 68)]) == [0, 1, 2]


LAYOUTS: dict[str, Callable[[int, str], str]] = {
    "counted": lambda at, text: filled(f"[{at}] {text}"),
    "hanging": lambda _, text: filled(text, rest="    "),
    "indented": lambda _, text: filled(text, first="    "),
    "parted by blank lines": lambda at, text: "\n" * (at > 1) + filled(text),
    "a line each": lambda _, text: text,
}
UNLIKE = (
    *MIXED,
    "Northern Port Board (n.d.). Pilots and their tables. Available at: https://pilots.example/tables",
    "Ports, Aves of (n.d.). News of the harbours. Available at: https://harbours.example/",
    "Farrow, Q. (2011). Of tugs, barges and their crews in the years of the great flood of the north.",
)


def filled(text: str, first: str = "", rest: str = "") -> str:
    """Return the text in lines of 72 code points; `first` and `rest` are indents."""
    return textwrap.fill(
        text, 72, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_list_prints_tells_whatever_its_lines_look_like(layout: str) -> None:
    text = "\n".join(LAYOUTS[layout](at, entry) for at, entry in enumerate(UNLIKE, 1))
    printed = [f"[{at}] {entry}" if layout == "counted" else entry for at, entry in enumerate(UNLIKE, 1)]
    assert cut_text(text) == printed


@pytest.mark.parametrize(
    "rest",
    ["Paris, France : Quai Éditions.", "Quayside University Press, Port Ellen.", "[accessed 5 March 2016]"],
)
def test_a_publisher_or_a_day_behind_a_full_line_begins_no_entry(rest: str) -> None:
    entry = f"Osgood, P. (1987). A long history of the ropes and reefs of the north. {rest}"
    assert filled(entry).endswith(f"\n{rest}")
    assert entry in cut_text("\n".join(map(filled, (*MIXED[:3], entry, *MIXED[3:]))))


def test_what_begins_otherwise_than_all_others_begins_no_entry() -> None:
    names = ("Abel", "Marlin", "Osgood", "Quill", "Tarn")
    entries = [
        f"{name}, K. P. (2010). A long history of all the reefs of the north. Ports, 4(2), 11." for name in names
    ]
    odd = "Weir, K. P., Farrow, Q. R., Weir, L. M., & Osgood, P. T. (2010). Ropeworks of the north. Ports, 4(2), 11."
    assert "\nRopeworks" in filled(odd)
    assert cut_text("\n".join(map(filled, (*entries, odd)))) == [*entries, odd]


def test_every_sign_has_a_weight() -> None:
    layouts = {
        *("counted", "uncounted", "blank line", "no blank line", "hangs", "does not hang", "line by line"),
        *(f"{length}, filled {how}" for length in ("short", "full") for how in ("strictly", "loosely")),
    }
    alike = {"in order", "out of order", "usual form", "other form", "after a year, as no entry"}
    entries = {sign for dated in (False, True) for length in range(1, 31) for sign in entry_signs(dated, length)}
    assert set(weights()) == {*SIGNS, *layouts, *alike, *entries}


def test_weights_are_fitted_to_lists() -> None:
    entry = "Marlin, K. (2010). Tides of the northern reefs. Harbour Studies, 4(2), 11–19."
    lists = [[f"{name}{entry}" for name in ("Abel, P., & ", "Osgood, P., & ", "Tarn, V., & ")] for _ in range(16)]
    examples = [example for at, one in enumerate(lists) for example in set_list(one, at)]
    fitted = defaultdict(float, fit(examples))
    assert all(cut_list(compare(one.known, cut_list(one.known, fitted)), fitted) == one.starts for one in examples)
