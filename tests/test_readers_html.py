"""The HTML reader: the article of a page, and what stands around it left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import is_linear
from lint_article.document import Reading, Source
from lint_article.engine.lint import lint
from lint_article.readers.html.reader import read_html
from lint_article.rulebook import rulebook
from making import document
from reader_laws import assert_laws, blocks, cited, keys_at, marks, source


def read(text: str) -> Reading:
    return read_html(Source("page.html", "html", text.encode("utf-8", "surrogatepass")))


@pytest.fixture(scope="module")
def page() -> Reading:
    return read_html(source("html/article.html", "html"))


def test_page_reads_as_its_article(page: Reading) -> None:
    assert_laws(page)
    assert page.language == "en"
    assert blocks(page) == [
        ("heading", "Tides & quays"),
        ("paragraph", "Olga Grau1"),
        ("heading", "Abstract"),
        ("paragraph", "Water rises."),
        ("heading", "1 Introduction"),
        ("paragraph", "Tides were measured [1], see Skåne,\n— the data &c AT&T x < y.\nNext\nline."),
        ("paragraph", "Loose text with code() and h=2."),
        ("item", "First"),
        ("item", "Second\n\nwith two."),
        ("caption", "Fig. 1. The quay."),
        ("table", "Heights\n\nPort\tHeight\nOslo\t1 m"),
        ("caption", "Heights"),
        ("code", "x = 1\n  y"),
        ("quote", "Quoted."),
        ("paragraph", "Quoted."),
        ("heading", "References"),
        ("reference", "Ek B. Slow water. 1999. doi back"),
        ("reference", "Moe C. Tides. 2001."),
    ]


def test_links_are_marks_and_links_to_entries_are_citations(page: Reading) -> None:
    assert ("link", "the data", "https://example.org/t?a=1&b=2") in marks(page)
    assert ("math", "h=2", "") in marks(page)
    assert cited(page) == [("[1]", ["r1"])]
    assert keys_at(page) == [("r1", None, 15, 42)]
    assert [entry.key for entry in page.given.references] == ["r1", "r2"]
    assert [comment.text for comment in page.comments] == ["lint-article: ignore stray-space"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Just text", "Just text"),
        ("<p>One<p>Two</b></i>", "One\n\nTwo"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<nav>no</nav><p>yes</p><script>no</script><style>no", "yes"),
        ("<p>a &lt; b &nbsp;c &bogus; &#8211; &#x2014;</p>", "a < b \xa0c &bogus; – —"),
        ("<article><p>in</p></article><p>out</p>", "in"),
        ('<body><div role="main"><p>in</p></div><p>out</p>', "in"),
        ("<p hidden>no</p><p aria-hidden=true>no</p><p class='x sr-only'>no</p><p>yes", "yes"),
        ("<p class='u-visually-hidden'>no</p><p class=overflow-hidden>yes</p><p class=sidebar>no", "yes"),
        ("<article><div class='l-with-sidebar'><p>yes</p></div><div class=article-sidebar>no</div></article>", "yes"),
        ("<div class='sidebar-right'><p>no</p><main><p class=has_menu>yes</p><nav>no</nav></main></div>", "yes"),
        ("<p>5 < 6 and <b", "5 < 6 and <b"),
    ],
)
def test_text(text: str, expected: str) -> None:
    reading = read(text)
    assert reading.text == expected
    assert_laws(reading)


def test_declared_encoding_is_followed() -> None:
    data = '<html><head><meta charset="windows-1252"></head><body>Skåne – “x”'.encode("cp1252")
    assert read_html(Source("p.html", "html", data)).text == "Skåne – “x”"


_PIECES = st.sampled_from(
    "<p> </p> <div> </div> <li> <ul> </ul> <table> <tr> <td> </table> <a href='#r'> <a href=x> </a> <b> </i> <sup> <h1>"
    " <pre> </pre> <script> </script> <math> </math> &amp; &x; & < > <!-- --> <br> <main> </main> <article> id='r'"
    " <ol class=references> </ol> <nav> é \udcff text".split()
)


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_input_is_read(text: str) -> None:
    assert_laws(read(text))


@given(st.binary(max_size=80))
def test_any_bytes_are_read(data: bytes) -> None:
    assert_laws(read_html(Source("p.html", "html", data)))


@pytest.mark.parametrize(
    "piece", ["<b>", "</b>", "<", "&", '<a x="', "<a b", "<!--", "<![CDATA[", "<div>", "<li>", "<script>", "<b></i>"]
)
def test_cost_is_linear(piece: str) -> None:
    assert is_linear(lambda count: read(piece * count), 2_500)


def test_entries_inside_of_an_entry_that_broken_mark_up_leaves_open() -> None:
    rows = [
        "<p>[1] Ilieva, D. Pears on their own roots. Orchard Quarterly, 1988, 12, 5.</p>",
        "<p>[2] Hartmann, P. Quince stocks in the hills.<a Fruit and Frost, 1995, 3, 40.</p>",
        "<p>[3] Nakamura, K. Early bearing, early death. Journal of Stocks, 2002, 21, 9.</p>",
        "<p>[4] Ferreira, M. Judging hail. Fruit and Frost, 2009, 17, 88.</p>",
    ]
    parsed = document(f"<article><h2>References</h2>{chr(10).join(rows)}</article>", "html")
    assert [one.label.value if one.label else "" for one in parsed.references][:1] == ["1"]


LINKED = '<p>Boards rot <a href="#ref-1">1</a>.</p>'
ENTRY = "Ekberg N. Boards. 1998."


@pytest.mark.parametrize(
    "page",
    [
        f'<div class="ref-list"><ol><li><a id="ref-1">↵</a><div id="cit-1">{ENTRY}</div></li></ol></div>',
        f'<div class="ref-list"><ol><li id="n1"><a id="ref-1">↵</a>{ENTRY}</li></ol></div>',
        f'<div class="references"><div class="refcontainer"><i id="ref-1"></i>{ENTRY}</div><div class="refcontainer">'
        "Dahl E. Nails. 2001.</div></div>",
        f'<section role="doc-bibliography"><ol hidden><li aria-hidden="true" id="ref-1">{ENTRY}<b hidden>x</b></ol>',
        f"<section id=references><div><div id=ref-1 class=citations><p>{ENTRY}</p></div></div><div>"
        "<div id=ref-2 class=citations><p>Dahl E. Nails. 2001.</p></div></div></section>",
        f'<section id="references"><p id="ref-1">{ENTRY}</p><p><a href="/x">Abstract</a> | <a href="/y">Text</a></p>',
    ],
)
def test_entries_are_told_as_publishers_name_them(page: str) -> None:
    reading = read(LINKED + page)
    assert reading.given.references[0].span.of(reading.text).lstrip("↵ \n") == ENTRY
    assert [item.key for one in reading.given.citations for item in one.items] == [reading.given.references[0].key]
    assert len(reading.given.references) == 1 + ("Dahl" in page)


def test_one_element_around_all_entries_is_none_of_them() -> None:
    reading = read(
        f'{LINKED}<div class="references"><div class="refbody"><p id="ref-1">{ENTRY}</p><p>Two.</p></div></div>'
    )
    assert [one.span.of(reading.text) for one in reading.given.references] == [ENTRY, "Two."]


def test_a_list_behind_the_main_part_of_an_article_is_read() -> None:
    inside = f'<main><p>Tides.</p></main><section id="references"><p>{ENTRY}</p></section>'
    assert read(f"<article>{inside}</article><p>Around.</p>").text == f"Tides.\n\n{ENTRY}"
    assert read('<article>Tides.<footer class="back"><p>Thanks.</p></footer></article>').text == "Tides.\n\nThanks."
    assert read(f"<article>Teaser.</article>{inside}").text == "Tides."


@pytest.mark.parametrize("address", ["https://a.example/p", "/articles/p", "p.html"])
def test_a_saved_page_links_to_itself_by_its_address(address: str) -> None:
    entries = "".join(f'<li id="r{n}">Abel, A. ({2000 + n}). Mud {n}. Gull Press.</li>' for n in range(1, 4))
    links = "".join(f'<a href="{address}#r{n}">[{n}]</a> and ' for n in range(1, 4))
    other = '<a href="https://b.example/q#r1">elsewhere</a>'
    page = f'<article><p>See {links}{other}.</p><h2>References</h2><ol class="references">{entries}</ol></article>'
    reading = read_html(Source("page.html", "html", page.encode()))
    assert [item.key for one in reading.given.citations for item in one.items] == ["r1", "r2", "r3"]


def test_elements_of_a_page_s_own_stand_in_a_line() -> None:
    page = '<p>Mud <d-cite key="a"></d-cite> dries <x-note>slowly</x-note>.</p>'
    assert read_html(Source("page.html", "html", page.encode())).text == "Mud \ufffc dries slowly."


def test_the_number_of_an_affiliation_is_no_part_of_an_orcid_id() -> None:
    page = (
        '<p>Ana Lee <a href="https://orcid.org/0000-0002-1825-0097">orcid.org/0000-0002-1825-0097</a><sup>1</sup></p>'
    )
    assert not [one for one in lint(document(page, "html"), list(rulebook())) if one.rule == "malformed-orcid"]
    mistyped = lint(document(page.replace("0097", "0098"), "html"), list(rulebook()))
    assert "malformed-orcid" in {one.rule for one in mistyped}
