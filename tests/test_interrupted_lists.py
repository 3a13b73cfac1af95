"""Lists that pages, columns and paragraphs interrupt, and what stands among their entries and is none."""

from __future__ import annotations

import textwrap

import pytest

from making import document, faults_in

NAMES = ("Ann Abel", "Bo Bremer", "Cy Cassel", "Di Dunkel", "Ed Eder", "Fay Farn", "Gus Ganter", "Hal Hess", "Ina Iver")
ENTRIES = [
    f"{name} and Zoe Quill. {2001 + at}. A survey of the wells and the pumps of the north coast, with notes on their "
    f"age and on those who dug them. In Proceedings of the 9th Meeting on Wells, pages {at}1–{at}9, Quay."
    for at, name in enumerate(NAMES)
]
CITED = " ".join(f"Wells are deep ({name.split()[1]} and Quill, {2001 + at})." for at, name in enumerate(NAMES))
PAGES = [f"The {word} of the wells is told by those who dug them, and nobody else knows" for word in ("age", "depth")]
RULED = "- Abel, A. (2011). Wells. Quay: Tide Press.\n- Bremer, B. (2012). Ponds. Quay: Tide Press.\n"


def wrapped(entries: list[str], end: str, every: int) -> str:
    """Return entries wrapped at 56, with the end of a page after so many lines."""
    lines = [line for entry in entries for line in textwrap.wrap(entry, 56)]
    return "\n".join(f"{line}{end if at % every == every - 1 else ''}" for at, line in enumerate(lines))


@pytest.mark.parametrize("end", ["\n\n", "\n\n\n\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_blank_lines_that_part_pages_part_no_entries(end: str, newline: str) -> None:
    text = f"{CITED}\n\nReferences\n\n{wrapped(ENTRIES, end, 20)}\n".replace("\n", newline)
    parsed = document(text)
    assert [" ".join(one.span.of(text).split()) for one in parsed.references] == ENTRIES


def test_a_heading_that_comes_back_on_each_page_of_the_list() -> None:
    body = "".join(f"{PAGES[at % 2]} of the wells\n{at}\n\n--- PAGE {at + 1} ---\nof today. " for at in range(1, 8))
    listed = ""
    for at, line in enumerate(line for entry in ENTRIES for line in textwrap.wrap(entry, 56)):
        listed += (
            f"{line}\n" if at % 14 != 13 else f"{line}\n{8 + at // 14}\n\n--- PAGE {9 + at // 14} ---\nReferences\n"
        )
    text = f"{body}\n{CITED}\nReferences\n{listed}"
    parsed = document(text)
    assert len({one.list for one in parsed.references}) == 1
    assert len(parsed.references) == len(ENTRIES)
    assert faults_in(text) == []


@pytest.mark.parametrize(
    "entry",
    [
        "ABEL, A. Poços e marés. Revista do Cais, Porto,\n\nv. 12, n. 3, p. 549-556, 2011.",
        "ABEL. A, BREMER. B, “Wells of the north and south, and their agile meth-\n\nods”, Tide, vol. 5, 2011.",
        "Tide Society (2011), “Wells and pumps —\n\nLife of a well”, Second Edition. Quay.",
    ],
)
def test_a_paragraph_that_an_unfinished_entry_needs_is_its_rest(entry: str) -> None:
    items = [entry, "BREMER, B. Ponds. Porto: Cais, 2012.", "CASSEL, C. Lagos. Porto: Cais, 2013."]
    text = "# Wells\n\nWells (Bremer, 2012; Cassel, 2013).\n\n# References\n\n" + "\n\n".join(items)
    assert len(document(text, "markdown").references) == 3


def test_what_a_paragraph_dated_to_the_day_says_is_no_entry() -> None:
    text = f"# Wells\n\nWells (Abel, 2011; Bremer, 2012).\n\n# References\n\n{RULED}\n---\n\nUpdated on 2026-06-30."
    assert faults_in(text, "markdown") == []


def test_what_follows_a_group_and_its_year_is_the_title() -> None:
    entries = (
        "Abel, A. (2006). Wells. Quay: Tide Press.\n\n"
        "Wells Institute. (2007). About Wells. Retrieved November 29, 2007, from http://www.wells.example/id=62\n"
    )
    text = f"Wells (Abel, 2006; Wells Institute, 2007).\n\nReferences\n\n{entries}"
    assert len(document(text).references) == 2


def test_paragraphs_that_repeat_the_list_are_no_prose() -> None:
    listed = [
        f"{name.split()[1].upper()}, {name[0]}. &amp; QUILL, Z. {2001 + at}. A survey of the wells of the coast."
        for at, name in enumerate(NAMES)
    ]
    body = "".join(f"<p>{entry.replace('&amp;', '&amp;amp;')}</p>" for entry in listed)
    refs = "".join(f"<ref><mixed-citation>{entry}</mixed-citation></ref>" for entry in listed)
    text = (
        '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group><article-title>Wells'
        f"</article-title></title-group></article-meta></front><body><p>{CITED}</p>{body}</body>"
        f"<back><ref-list><title>References</title>{refs}</ref-list></back></article>"
    )
    assert len(document(text, "jats").citations) == len(NAMES)
    assert faults_in(text, "jats") == []


def test_names_and_a_year_on_their_own_lines_are_no_entry() -> None:
    heads = [
        f"{name}, Cleo Dunkelmann, Eve Farnham, and\nZoe Quill-Harbour. {2001 + at}." for at, name in enumerate(NAMES)
    ]
    titles = [
        f"{word} of the Wells: A Study ({2001 + at}) of the\nNorth. Annals of Pumps, 3:1–9."
        for at, word in enumerate(("Age", "Breadth", "Count", "Depth", "End", "Form", "Growth", "Height", "Iron"))
    ]
    entries = [f"{head}\n{title}" for head, title in zip(heads, titles, strict=True)]
    cited = " ".join(f"Wells are deep ({name.split()[1]} et al., {2001 + at})." for at, name in enumerate(NAMES))
    text = f"{cited}\n\nReferences\n\n" + "\n".join(entries)
    assert [one.span.of(text) for one in document(text).references] == entries
