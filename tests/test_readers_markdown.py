"""The Markdown reader: prose and citations by key, over included files and bibliographies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import is_linear
from lint_article.document import Reading, Source
from lint_article.readers.markdown.reader import read_markdown
from reader_laws import FIXTURES, assert_laws, blocks, cited, entry, keys_at, marks, place_of, source

SHARED = Path(__file__).parent.parent.parent / "shared" / "corpus" / "markdown" / "deep-review"


def read(text: str, path: str = "nowhere/article.md", bibliography: tuple[str, ...] = ()) -> Reading:
    return read_markdown(Source(path, "markdown", text.encode("utf-8", "surrogateescape"), bibliography))


@pytest.fixture(scope="module")
def article() -> Reading:
    return read_markdown(source("markdown/article.qmd", "markdown"))


def test_article_reads_as_it_is_printed(article: Reading) -> None:
    assert_laws(article)
    assert article.language == "en-GB"
    assert blocks(article)[:26] == [
        ("title", "Tides & quays"),
        ("metadata", "Olga Grau"),
        ("metadata", "Bo Ek"),
        ("abstract", "Water rises [@ek1999].\n\nTwice."),
        ("paragraph", "Water rises [@ek1999]."),
        ("paragraph", "Twice."),
        ("heading", "Introduction"),
        (
            "paragraph",
            "Tides were measured [see @ek1999, p. 3; -@undefined1] by @moe2001 [ch. 2], not by me@example.org\n"
            "or @nobody; H2O and x2 at cafés.\ufffc See @fig-quay, [-@sec-intro] and\n"
            "the table\ufffc with code @no and x_@y.",
        ),
        ("footnote", "A note by [@inside]."),
        ("footnote", "A note,\n\nwith two parts."),
        ("caption", "The quay at dawn [@ek1999]."),
        ("paragraph", "Text with \ufffc inside a line."),
        ("paragraph", "A note in a division."),
        ("code", '#| label: no\nx <- "@code"'),
        ("math", "y = 2"),
        ("table", "Port\tHeight\nOslo\t1 m [@b:c]"),
        ("caption", "Heights of ports"),
        ("item", "First\nitem."),
        ("item", "Second:\n\nquoted @{https://example.org/a,b}"),
        ("quote", "quoted @{https://example.org/a,b}"),
        ("paragraph", "An included paragraph cites [@undefined2]."),
        ("paragraph", "Raw HTML & text."),
        ("paragraph", "\\newpage"),
        ("heading", "References"),
        ("item", "Ek B. Slow water. 1999."),
        ("paragraph", "@olsen"),
    ]


def test_what_is_no_prose_is_marked(article: Reading) -> None:
    found = marks(article)
    for mark in (
        ("emphasis", "were", ""),
        ("superscript", "2", ""),
        ("code", "@fig-quay", ""),
        ("code", "[-@sec-intro]", ""),
        ("code", "code @no", ""),
        ("code", "\\newpage", ""),
        ("math", "x_@y", ""),
        ("link", "the table", "https://example.org/t"),
        ("hidden", "@olsen", ""),
    ):
        assert mark in found


def test_keys_have_their_places(article: Reading) -> None:
    assert keys_at(article) == [
        ("ek1999", None, 8, 17),
        ("ek1999", None, 22, 33),
        ("undefined1", None, 22, 49),
        ("moe2001", None, 22, 65),
        ("inside", None, 23, 59),
        ("ek1999", None, 30, 24),
        ("b:c", None, 49, 16),
        ("https://example.org/a,b", None, 57, 14),
        ("undefined2", str(FIXTURES / "markdown" / "part.qmd"), 1, 31),
        ("olsen", None, 17, 11),
    ]
    assert [c.span.of(article.text) for c in article.given.citations if c.narrative] == [
        "@moe2001 [ch. 2]",
        "@{https://example.org/a,b}",
        "@olsen",
    ]
    assert article.given.complete
    assert article.given.partial


def test_bibliographies_are_references(article: Reading) -> None:
    inline, ek, moe, olsen = article.given.references
    assert entry(inline) == {"key": "inline2020", "authors": ["Moe, Carl"], "year": "2020", "title": "In *line*"}
    assert entry(ek) == {
        "key": "ek1999",
        "authors": ["Ek, Björn", "Tide Group"],
        "year": "1999",
        "title": 'Slow water: a "study"',
        "container": "Tidal Journal",
        "doi": "10.5555/slow.1",
    }
    assert entry(moe) == {
        "key": "moe2001",
        "authors": ["van der Moe, C."],
        "year": "2001",
        "title": "On tides",
        "accessed": "2020",
        "urls": ["https://example.org/t"],
    }
    assert entry(olsen) == {"key": "olsen", "year": "forthcoming", "title": "Ports"}
    place = place_of(article, ek.span)
    assert (place.path, place.line, place.column) == (str(FIXTURES / "markdown" / "refs.json"), 2, 57)


def test_a_missing_bibliography_is_a_problem_at_its_name(article: Reading) -> None:
    assert [(dict(p.values)["reason"], place_of(article, p.span).line) for p in article.problems] == [
        ("the bibliography `absent.bib` was not found in the project", 11)
    ]


def test_comments_for_us_are_kept(article: Reading) -> None:
    assert [comment.text for comment in article.comments] == ["lint-article: ignore stray-space"]
    assert article.text[: article.comments[0].span.start].endswith("x_@y.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@a; @b; see @c]", [("[@a; @b; see @c]", ["a", "b", "c"])]),
        ("[@a] and @doi:10.1371/journal.1.", [("[@a]", ["a"]), ("@doi:10.1371/journal.1", ["doi:10.1371/journal.1"])]),
        ("[@doi:10.1016/S0140(05)6-9]", [("[@doi:10.1016/S0140(05)6-9]", ["doi:10.1016/S0140(05)6-9"])]),
        ("[@a]: x\n\nSee [@tag:b].\n\n[@tag:b]: doi:10.1/2", [("[@tag:b]", ["tag:b"])]),
        ("me@example.org, @handle and `[@a]` $[@b]$", []),
        ("[a link @no](u) [@x](y) [span @z]{.c}", []),
        ("> [@a;\n> @b]", [("[@a;\n@b]", ["a", "b"])]),
        ("[*see* @a]", [("[see @a]", ["a"])]),
        ("<p>[@a]</p>", [("[@a]", ["a"])]),
        ("[@a] \\@b \\[@c\\]", [("[@a]", ["a"]), ("@c", ["c"])]),
    ],
)
def test_citations(text: str, expected: list[tuple[str, list[str]]]) -> None:
    reading = read(text)
    assert cited(reading) == expected
    assert_laws(reading)


def test_a_tag_without_its_other_half_marks_nothing() -> None:
    reading = read("A <sup>b *c* [d <i>e](x) f</sup> *g*.\n\n*h* </b> <sup>2</sup>")
    assert_laws(reading)
    assert marks(reading) == [
        ("superscript", "b c d e f", ""),
        ("emphasis", "c", ""),
        ("link", "d e", "x"),
        ("emphasis", "g", ""),
        ("emphasis", "h", ""),
        ("superscript", "2", ""),
    ]


def test_the_folder_or_the_user_names_the_bibliography(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    other = tmp_path / "other" / "b.bib"
    other.parent.mkdir()
    other.write_text("@misc{b, title = {B}}")
    assert [r.key for r in read("[@a]", str(path)).given.references] == []
    (tmp_path / "my.bib").write_text("@misc{a, title = {A}}")
    assert [r.key for r in read("[@a]", str(path)).given.references] == ["a"]
    assert [r.key for r in read("[@a]", str(path), (str(other),)).given.references] == ["b", "a"]
    assert [r.key for r in read("No keys.", str(path)).given.references] == []


def test_a_quarto_project_names_the_bibliography(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "_quarto.yml").write_text("project:\n  type: book\nbibliography: [lib/all.bib, ../outside.bib]\n")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "all.bib").write_text("@misc{a, title = {A}}")
    (tmp_path.parent / "outside.bib").write_text("@misc{o, title = {O}}")
    reading = read("[@a]", str(tmp_path / "chapters" / "one.qmd"))
    assert [r.key for r in reading.given.references] == ["a"]


def test_front_matter_that_is_no_yaml_is_a_problem() -> None:
    reading = read("---\ntitle: [open\n---\n\nText.")
    assert [place_of(reading, p.span).line for p in reading.problems] == [3]
    assert ("paragraph", "Text.") in blocks(reading)


@pytest.mark.parametrize("name", ["refs.yaml", "refs.ris"])
def test_other_bibliographies(name: str) -> None:
    path = str(FIXTURES / "bibliographies" / name)
    reading = read("[@ek1999]", bibliography=(path,))
    assert_laws(reading)
    first, second = reading.given.references
    found = entry(first)
    assert (found["key"], found["title"], found["year"], found["container"]) == (
        "ek1999",
        "Slow water",
        "1999",
        "Tidal Journal",
    )
    assert first.authors[0].family == "Ek"
    assert first.authors[0].given == "Björn"
    assert (second.title and second.title.value, second.year and second.year.value) in [
        ("A é title", "2004"),
        ("On tides", "2001"),
    ]


@pytest.mark.parametrize("text", ["[{", "[1, 2", '[{"id": "a", "title": 3}]', "[" * 100_000, '{"references": {}}', ""])
@pytest.mark.parametrize("ending", [".json", ".yaml", ".ris", ".bib"])
def test_broken_bibliographies_are_read_as_far_as_they_go(tmp_path: Path, text: str, ending: str) -> None:
    path = tmp_path / f"refs{ending}"
    path.write_text(text)
    assert_laws(read("[@a]", bibliography=(str(path),)))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not here")
def test_every_citation_of_a_real_review_is_read() -> None:
    keys = 0
    for path in sorted(SHARED.glob("0*.md")):
        reading = read_markdown(Source(str(path), "markdown", path.read_bytes()))
        assert_laws(reading)
        assert not reading.problems
        keys += len(reading.given.citations)
    assert keys == 655  # what `grep -o '\[@[^]]*\]'` finds


_PIECES = st.sampled_from(
    [
        *"[@a] @b ^[ ] [ ( ) * ** _ ` ``` $ $$ <sup> </sup> <b> </i> <!-- --> & &amp; ~ ^ # > - 1. | |-| \\ :".split(),
        *"::: {#x} é 😀 \udcff --- title: {{< include >}} \\begin{a} \\end{a} ![ ](u) [^1] [^1]: <div> </div>".split(),
        "\n",
        "\n\n",
        " ",
        "    ",
        "\r\n",
        "\t",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_input_is_read(text: str) -> None:
    assert_laws(read(text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")))
    assert_laws(read(f"---\nabstract: {text}\n---\n"))


@given(st.text(st.sampled_from("[]{}\"',:- \n@aé\\1"), max_size=40))
def test_any_data_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("data", numbered=True)
    for ending in (".json", ".yaml"):
        path = folder / f"r{ending}"
        path.write_text(f'[{{"id": "a", "title": {text}' if ending == ".json" else f"- id: a\n  title: {text}")
        assert_laws(read("[@a]", bibliography=(str(path),)))


@pytest.mark.parametrize(
    "piece", ["[", "[@a", "^[", "*", "`", "<b>", "<!--", "> ", "- ", "[a](", "{", "@", "$", "^a^ "]
)
def test_cost_is_linear(piece: str) -> None:
    assert is_linear(lambda count: read(piece * count), 1_000)
