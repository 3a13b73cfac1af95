"""Org, reStructuredText and Typst: blocks, marks, citations, files; any input is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import is_linear
from lint_article.document import Reading, Source
from lint_article.readers.formats import read
from reader_laws import assert_laws, blocks, cited, keys_at, marks, read_lawfully, source

BIB = "@book{ekberg, author = {Ekberg, Nils}, title = {Boards}, publisher = {Quays}, year = {1998}}\n"


def read_text(text: str, form: str, path: str = "nowhere/draft") -> Reading:
    return read_lawfully(path, form, text.encode("utf-8", "surrogatepass"))


KEYS = {
    "org": [
        ("ekberg", None, 5, 24),
        ("ruud", None, 5, 47),
        ("ekberg", None, 5, 62),
        ("lost", None, 5, 81),
        ("ekberg", None, 5, 87),
        ("lost", None, 5, 105),
        ("ekberg", None, 25, 30),
    ],
    "rst": [
        ("ekb98", None, 11, 14),
        ("ekberg", None, 11, 33),
        ("lost", None, 11, 40),
        ("ekberg", None, 11, 62),
        ("ekberg", None, 11, 89),
        ("ekberg", None, 31, 24),
    ],
    "typst": [("ekberg", None, 9, 14), ("lost", None, 9, 28), ("ekberg", None, 9, 53), ("ekberg", None, 14, 47)],
}


@pytest.mark.parametrize(("form", "keys"), KEYS.items())
def test_keys_stand_where_they_are_written(form: str, keys: list[tuple[str, str | None, int, int]]) -> None:
    assert keys_at(read(source(f"{form}/draft.{form.replace('typst', 'typ')}", form))) == keys


@pytest.mark.parametrize("form", ["org", "rst", "typst"])
def test_a_draft_reads_as_it_is_printed(form: str) -> None:
    reading = read(source(f"{form}/draft.{form.replace('typst', 'typ')}", form))
    assert_laws(reading)
    expected = [
        ("title", "Tides & quays"),
        ("heading", "Introduction"),
        ("item", "First board."),
        ("item", "Second board,\nwhich goes on."),
        ("code", "the the @code"),
        ("caption", "Heights by ekberg."),
        ("table", "Port\tHeight\nOslo\t1 m"),
        ("footnote", "A note."),
    ]
    found = [
        (kind, text.strip().replace("@ekberg", "ekberg").replace("[cite:ekberg]", "ekberg"))
        for kind, text in blocks(reading)
    ]
    assert [block for block in found if block in expected] == [
        one for one in found if one[0] not in ("paragraph", "metadata", "abstract", "quote", "math", "reference")
    ]
    assert sorted(block for block in found if block in expected) == sorted(expected)
    assert ("math", "x^2", "") in marks(reading)
    assert ("emphasis", "gently", "") in marks(reading)
    assert ("link", "the archive", "https://example.org/a") in marks(reading)
    assert [problem.values for problem in reading.problems] == []
    assert "ekberg" in [one.key for one in reading.given.references]


@pytest.mark.parametrize(
    ("form", "text", "reason"),
    [
        ("org", "#+bibliography: gone.bib\n", "the bibliography `gone.bib` was not found in the project"),
        ("org", '#+INCLUDE: "gone.org"\n', "the included file `gone.org` was not found in the project"),
        ("org", "#+begin_src\ncode\n", "`#+begin_src` is never closed"),
        ("rst", ".. bibliography:: gone.bib\n", "the bibliography `gone.bib` was not found in the project"),
        ("rst", ".. include:: gone.rst\n", "the included file `gone.rst` was not found in the project"),
        ("typst", '#bibliography("gone.bib")\n', "the bibliography `gone.bib` was not found in the project"),
        ("typst", '#include "gone.typ"\n', "the included file `gone.typ` was not found in the project"),
    ],
)
def test_what_is_missing_is_a_problem(tmp_path: Path, form: str, text: str, reason: str) -> None:
    assert [dict(one.values)["reason"] for one in read_text(text, form, str(tmp_path / "a")).problems] == [reason]


@pytest.mark.parametrize(
    ("form", "first", "second"),
    [
        ("org", '#+include: "b.org"\n', "B [cite:@k]\n"),
        ("rst", ".. include:: b.rst\n", "B :cite:`k`\n"),
        ("typst", '#include "b.typ"\n', "B @k\n"),
    ],
)
def test_included_files_are_read_in_their_places(tmp_path: Path, form: str, first: str, second: str) -> None:
    name = {"typst": "b.typ"}.get(form, f"b.{form}")
    (tmp_path / ".git").mkdir()
    (tmp_path / name).write_text(second)
    (tmp_path / "refs.bib").write_text(BIB)
    reading = read_text(f"A\n\n{first}\nC\n", form, str(tmp_path / "a"))
    assert [text[0] for kind, text in blocks(reading) if kind == "paragraph"] == ["A", "B", "C"]
    assert [(key, Path(path or "").name) for key, path, _, _ in keys_at(reading)] == [("k", name)]


def test_what_is_not_exported_is_not_read() -> None:
    text = "* One\nA.\n* Two :noexport:\nB.\n** Three\nC.\n* COMMENT Four\nD.\n* Five\nE.\n"
    assert [text for _, text in blocks(read_text(text, "org"))] == ["One", "A.", "Five", "E."]


def test_entries_of_a_reference_list_have_keys() -> None:
    reading = read_text("See [Ekb98]_ and [Gone]_.\n\n.. [Ekb98] Ekberg, N. (1998). *Boards*.\n   Quays.\n", "rst")
    assert [(one.key, one.span.of(reading.text)) for one in reading.given.references] == [
        ("Ekb98", "Ekberg, N. (1998). Boards.\nQuays.")
    ]
    assert cited(reading) == [("[Ekb98]", ["Ekb98"]), ("[Gone]", ["Gone"])]


def test_references_to_labels_are_no_citations() -> None:
    reading = read_text("= Quays <quays>\nSee @quays and @ekberg.\n", "typst")
    assert cited(reading) == [("@ekberg", ["ekberg"])]


SIGNS = {
    "org": [
        "* ",
        "#+begin_src\n",
        "#+end_src",
        "[cite:@a]",
        "[fn:1]",
        "[fn:: ",
        "]",
        "[[",
        "]]",
        "|",
        "/",
        "=",
        "$",
        "\\[",
        ":END:",
    ],
    "rst": ["==\n", ".. ", "::\n", "`", ":cite:`", "[a]_", "**", "|", "+--+\n", "== ==\n", "  ", "* ", "\\"],
    "typst": [
        "#",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        '"',
        "@a",
        "<a>",
        "$",
        "`",
        "```",
        "//",
        "/*",
        "*/",
        "= ",
        "- ",
        "\\",
        "_",
    ],
}


@pytest.mark.parametrize("form", SIGNS)
@settings(max_examples=40)
@given(data=st.data())
def test_any_input_is_read(form: str, data: st.DataObject) -> None:
    pieces = st.one_of(st.sampled_from([*SIGNS[form], "\n", "\n\n", "word ", " "]), st.text(max_size=3))
    read_text("".join(data.draw(st.lists(pieces, max_size=40))), form)


@pytest.mark.parametrize(
    ("form", "opening", "closing"),
    [
        ("typst", "#emph[", "]"),
        ("typst", "#box[\n\n", "\n\n]"),
        ("typst", "#f(a: [", "])"),
        ("typst", "#footnote[", "]"),
        ("org", "[fn:: ", "]"),
        ("org", "/", "/"),
        ("rst", "- ", ""),
    ],
)
def test_nothing_is_lost_however_deep_it_is_nested(form: str, opening: str, closing: str) -> None:
    assert "Deep." in read_text(f"{opening * 3000}Deep.{closing * 3000}", form).text


def test_blocks_within_blocks_are_all_read() -> None:
    names = [f"b{chr(97 + number)}" for number in range(26)]
    within = "".join(f"#+begin_{name}\nIn {name}.\n" for name in names)
    text = within + "".join(f"#+end_{name}\n" for name in reversed(names))
    assert [f"In {name}." in read_text(text, "org").text for name in names] == [True] * 26
    quotes = "".join(f"{'  ' * depth}In b{depth}.\n\n" for depth in range(26))
    assert [f"In b{depth}." in read_text(quotes, "rst").text for depth in range(26)] == [True] * 26


def test_labels_of_any_file_and_abbreviations_are_no_keys(tmp_path: Path) -> None:
    (tmp_path / "two.typ").write_text("See @later and @cpu:pl, @nokey. #figure[x] <fig:a>")
    text = '#let terms = ((key: "cpu", short: "CPU"),)\n@fig:a here.\n\n#include "two.typ"\n\n= End <later>'
    reading = read(Source(str(tmp_path / "main.typ"), "typst", text.encode()))
    assert [item.key for one in reading.given.citations for item in one.items] == ["nokey"]


def test_a_function_of_the_manuscript_may_cite() -> None:
    reading = read_text(
        "#let pcite(key) = cite(key)\nSee #pcite(<ekberg>) and\n\n#pcite(<10921704>) says so.\n", "typst"
    )
    assert [keys for _, keys in cited(reading)] == [["ekberg"], ["10921704"]]


def test_blocks_of_many_kinds_that_are_never_closed_are_looked_for_once() -> None:
    def use(count: int) -> None:
        read_text("".join(f"#+begin_a{n}\n" for n in range(count)), "org")

    assert is_linear(use, 1500)
