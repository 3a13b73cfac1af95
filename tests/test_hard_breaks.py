"""Reference lists whose lines the author ends inside a block: one entry a line in every format, as in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_article.document import Document
from lint_article.engine.lint import lint
from lint_article.rulebook import rulebook
from making import document
from packages import docx, p

MANUSCRIPTS = Path(__file__).parents[1] / "fixtures" / "manuscripts"
NAMED = [
    "Abel, R., & Corn, B. (2001). Wells in years of drought. Annals of the Tide, 1, 1–9.",
    "Board of Tides. (2004). What the tide brings in. Oslo.",
    "Dorn, C. (2005). Lamps. Tidal Notes, 3(1), 10–19. https://doi.org/10.5555/tide.2005.3",
    "Falk, J., Hahn, B., & Ulm, P. (2006). How beaches move in winter. Annals of the Tide, 5, 1–9.",
    "van der Meer, O. (2008). Dykes, locks and weirs of the low coast. Quayside Press.",
    "Zorn, S. (2009). Frost on the ropes of small boats. Annals of the Tide, 9, 30–41.",
]
NUMBERED = [f"[{number}] {entry}" for number, entry in enumerate(NAMED, 1)]
FORMS = {"html": "html", "tex": "latex", "md": "markdown", "xml": "jats", "docx": "docx"}
BREAKS = {
    "html br": ("html", "<br>"),
    "html br and source line": ("html", "<br />\n"),
    "html two br": ("html", "<br><br>"),
    "tex backslashes": ("tex", "\\\\\n"),
    "tex backslashes and length": ("tex", " \\\\[2pt]\n"),
    "tex starred": ("tex", "\\\\*"),
    "tex newline": ("tex", "\\newline\n"),
    "md blanks": ("md", "  \n"),
    "md backslash": ("md", "\\\n"),
    "md newline": ("md", "\n"),
    "md br": ("md", "<br>\n"),
    "xml break": ("xml", "<break/>"),
    "docx br": ("docx", "<w:r><w:br/></w:r>"),
    "docx cr": ("docx", "<w:r><w:cr/></w:r>"),
}
AROUND = {"html": "<p>{}</p>", "tex": "{}\n\n", "md": "{}\n\n", "xml": "<p>{}</p>"}


def manuscript(ending: str, blocks: Sequence[str], heading: str = "References", body: str = "Mud.") -> str | bytes:
    """Return a manuscript of one sentence and a list in blocks."""
    if ending == "docx":
        headed = p(heading, properties='<w:outlineLvl w:val="0"/>') if heading else ""
        return docx(p(body) + headed + "".join(blocks))
    joined = "".join(AROUND[ending].format(block) for block in blocks)
    return {
        "html": f"<html><p>{body}</p><h2>{heading}</h2>{joined}</html>",
        "tex": f"\\begin{{document}}{body}\n\\section*{{{heading}}}\n{joined}\\end{{document}}",
        "md": f"{body}\n\n# {heading}\n\n{joined}",
        "xml": f"<article><body><p>{body}</p><sec><title>{heading}</title>{joined}</sec></body></article>",
    }[ending]


def block(ending: str, lines: Sequence[str], sign: str) -> str:
    """Return a block of lines with this sign between two of them."""
    escaped = [escape(ending, line) for line in lines]
    if ending != "docx":
        return sign.join(escaped)
    return p(*[part for line in escaped for part in (sign, line)][1:])


def escape(ending: str, text: str) -> str:
    return text.replace("&", {"tex": r"\&", "md": "&"}.get(ending, "&amp;"))


def read(ending: str, data: str | bytes) -> Document:
    return document(data, FORMS[ending], f"draft.{ending}")


def entries(parsed: Document) -> list[str]:
    return [" ".join(r.span.of(parsed.text).split()) for r in parsed.references]


@pytest.mark.parametrize("expected", [NAMED, NUMBERED], ids=["named", "numbered"])
@pytest.mark.parametrize(("ending", "sign"), BREAKS.values(), ids=BREAKS)
def test_each_line_is_an_entry(ending: str, sign: str, expected: list[str]) -> None:
    assert entries(read(ending, manuscript(ending, [block(ending, expected, sign)]))) == expected


@settings(max_examples=30, deadline=None)
@given(chosen=st.sets(st.sampled_from(NAMED), min_size=3).map(sorted), cuts=st.lists(st.booleans(), min_size=6))
def test_breaks_and_blocks_part_entries_alike(chosen: list[str], cuts: list[bool]) -> None:
    held: list[list[str]] = [[]]
    for entry, cut in zip(chosen, cuts, strict=False):
        held[-1].append(entry)
        if cut:
            held.append([])
    for ending, sign in BREAKS.values():
        blocks = [block(ending, lines, sign) for lines in held if lines]
        assert entries(read(ending, manuscript(ending, blocks))) == chosen, (ending, sign)


@pytest.mark.parametrize("ending", AROUND)
@pytest.mark.parametrize("width", [40, 60, 80])
def test_the_lines_of_the_source_part_no_entry(ending: str, width: int) -> None:
    wrapped = [fill(escape(ending, entry), width, break_on_hyphens=False) for entry in NAMED]
    assert entries(read(ending, manuscript(ending, wrapped))) == NAMED


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_wrapped_list_in_one_paragraph_is_split(indent: str) -> None:
    lines = [fill(entry, 60, subsequent_indent=indent, break_on_hyphens=False) for entry in NAMED]
    assert entries(read("md", manuscript("md", ["\n".join(lines)]))) == NAMED


@pytest.mark.parametrize(("ending", "sign"), [b for b in BREAKS.values() if b != ("md", "\n")])
def test_an_entry_may_have_lines(ending: str, sign: str) -> None:
    """Its authors, its title, its journal and its address may each have one."""
    taken_apart = [entry.replace("). ", ").\n").replace("https", "\nhttps").splitlines() for entry in NAMED]
    blocks = [block(ending, [line.strip() for line in lines], sign) for lines in taken_apart]
    assert entries(read(ending, manuscript(ending, blocks))) == NAMED


def test_a_list_may_be_an_item_a_cell_or_follow_its_heading_in_one_paragraph() -> None:
    listed = "<br>".join(escape("html", entry) for entry in NAMED)
    for inside in (f"<ul><li>{listed}</li></ul>", f"<table><tr><td>{listed}</td></tr></table>", f"<div>{listed}</div>"):
        assert entries(read("html", f"<p>Mud.</p><h2>References</h2>{inside}")) == NAMED
    headed = block("docx", ["References", *NAMED], "<w:r><w:br/></w:r>")
    assert entries(read("docx", manuscript("docx", [headed], heading=""))) == NAMED


def test_a_list_without_a_heading_is_found() -> None:
    listed = block("docx", NAMED, "<w:r><w:br/></w:r>")
    assert entries(read("docx", manuscript("docx", [listed], heading=""))) == NAMED


@pytest.mark.parametrize(("ending", "sign"), [b for b in BREAKS.values() if b[1] != "<br><br>"])
def test_elsewhere_a_break_is_a_blank(ending: str, sign: str) -> None:
    body = block(ending, ["Wells fail (Abel & Corn,", "2001) and so do", "lamps (Dorn", "2005)."], sign)
    listed = [block(ending, [entry], sign) for entry in NAMED]
    data = docx(body + p("References", properties='<w:outlineLvl w:val="0"/>') + "".join(listed))
    parsed = read(ending, data if ending == "docx" else manuscript(ending, listed, body=body))
    assert [one.outcome for one in parsed.resolutions] == ["matched", "matched"]


def test_a_list_in_markdown_gives_what_it_gives_as_plain_text() -> None:
    text = (MANUSCRIPTS / "tidal-lagoons" / "tidal-lagoons.txt").read_text(encoding="utf-8")

    def found(form: str) -> list[tuple[str, str]]:
        parsed = document(text, form)
        return [(one.rule, one.message) for one in lint(parsed, list(rulebook()))]

    assert found("markdown") == found("plain")
