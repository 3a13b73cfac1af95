"""The HTML reader: the article of a page, and what stands around it left out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_article.document import Reading, Source
from lint_article.readers.html.reader import read_html
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


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_input_is_read(text: str) -> None:
    assert_laws(read(text))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read(data: bytes) -> None:
    assert_laws(read_html(Source("p.html", "html", data)))


@pytest.mark.parametrize(
    "piece", ["<b>", "</b>", "<", "&", '<a x="', "<a b", "<!--", "<![CDATA[", "<div>", "<li>", "<script>", "<b></i>"]
)
def test_cost_is_linear(piece: str) -> None:
    def cost(count: int) -> float:
        started = time.process_time()
        read(piece * count)
        return time.process_time() - started

    cost(100)
    assert cost(40_000) < 16 * max(cost(10_000), 0.1)


def test_entries_inside_of_an_entry_that_broken_mark_up_leaves_open() -> None:
    rows = [
        "<p>[1] Ilieva, D. Pears on their own roots. Orchard Quarterly, 1988, 12, 5.</p>",
        "<p>[2] Hartmann, P. Quince stocks in the hills.<a Fruit and Frost, 1995, 3, 40.</p>",
        "<p>[3] Nakamura, K. Early bearing, early death. Journal of Stocks, 2002, 21, 9.</p>",
        "<p>[4] Ferreira, M. Judging hail. Fruit and Frost, 2009, 17, 88.</p>",
    ]
    parsed = document(f"<article><h2>References</h2>{chr(10).join(rows)}</article>", "html")
    assert [one.label.value if one.label else "" for one in parsed.references][:1] == ["1"]
