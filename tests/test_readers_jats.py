"""The JATS reader: what it reads, at which places, and that nothing makes it fail."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import is_linear
from lint_article.document import Reading, Source
from lint_article.readers.jats.reader import read_jats
from making import document
from reader_laws import assert_laws, blocks, cited, entry, keys_at, marks, place_of, source


def read(text: str) -> Reading:
    return read_jats(Source("article.xml", "jats", text.encode()))


@pytest.fixture(scope="module")
def article() -> Reading:
    return read_jats(source("jats/article.xml", "jats"))


def test_article_reads_as_it_is_printed(article: Reading) -> None:
    assert_laws(article)
    assert article.language == "en"
    assert blocks(article)[:18] == [
        ("title", "Tides & quays"),
        ("metadata", "Grau Olga 1"),
        ("metadata", "1 Harbour Laboratory, Malmö"),
        ("abstract", "Abstract\n\nWater rises."),
        ("heading", "Abstract"),
        ("paragraph", "Water rises."),
        ("heading", "1 Introduction"),
        (
            "paragraph",
            "Tides were measured1,2 in the\nharbour (Ek and Moe 2001a), where h=2\nholds; see Fig. 1 and the data.",
        ),
        ("caption", "Fig. 1 The quay.\n\nSeen from the north."),
        ("item", "(a) First."),
        ("item", "Second."),
        ("table", "Port\tHeight\nOslo\t1 m [9]"),
        ("heading", "Method"),
        ("paragraph", "Skåne &unknown; text &spy; here."),
        ("math", "(1) a^2"),
        ("footnote", "* A note."),
        ("heading", "References"),
        ("reference", "1. Ek B, Moe C. Slow water. Tidal J. 1999;4:1. 10.5555/slow.1"),
    ]
    assert [block.level for block in article.blocks if block.kind == "heading"] == [1, 1, 2, 1]


def test_citations_are_the_xrefs(article: Reading) -> None:
    assert cited(article) == [
        ("1", ["r1"]),
        ("2", ["r2", "r3"]),
        ("Ek and Moe 2001a", ["r2"]),
        ("9", ["r9"]),
    ]
    assert keys_at(article)[0] == ("r1", None, 20, 65)
    assert ("superscript", "1,2", "") in marks(article)
    assert ("link", "Fig. 1", "#f1") in marks(article)
    assert ("link", "the data", "https://example.org/tides") in marks(article)
    assert ("math", "h=2", "") in marks(article)


@pytest.mark.parametrize("dash", ["–", '<xref ref-type="bibr" rid="r2">–</xref>'])
def test_a_range_cites_what_lies_between_its_ends(dash: str) -> None:
    entries = "".join(
        f'<ref id="r{n}"><label>{n}</label><mixed-citation>Work {n}.</mixed-citation></ref>' for n in range(1, 6)
    )
    cite = '<xref ref-type="bibr" rid="r{0}">{0}</xref>'.format
    reading = read(
        f"<article><p>[{cite(1)}{dash}{cite(4)}, {cite(5)}], {cite(2)}, {cite(4)}</p><back>{entries}</back></article>"
    )
    assert_laws(reading)
    assert cited(reading) == [
        ("1", ["r1"]),
        ("–", ["r2", "r3"]),
        ("4", ["r4"]),
        ("5", ["r5"]),
        ("2", ["r2"]),
        ("4", ["r4"]),
    ]


def test_a_link_that_prints_several_numbers_cites_them_all() -> None:
    entries = "".join(
        f'<ref id="r{n}"><label>{n}.</label><mixed-citation>Work {n}.</mixed-citation></ref>' for n in range(1, 6)
    )
    cite = '<xref ref-type="bibr" rid="r{}">{}</xref>'.format
    cited_so = ", ".join((cite(1, "1–3"), cite(2, "2 4, 5"), cite(5, "4–5"), cite(4, "4–9")))
    reading = read(f"<article><p>{cited_so}</p><back>{entries}</back></article>")
    assert_laws(reading)
    assert [[item.key for item in one.items] for one in reading.given.citations] == [
        ["r1", "r2", "r3"],
        ["r2", "r4", "r5"],
        ["r5"],
        ["r4"],
    ]


def test_references_keep_their_fields(article: Reading) -> None:
    first, second, third = article.given.references
    assert entry(first) == {
        "key": "r1",
        "label": "1",
        "authors": ["Ek, B", "Moe, C"],
        "year": "1999",
        "title": "Slow water",
        "container": "Tidal J",
        "doi": "10.5555/slow.1",
    }
    assert second.span.of(article.text) == (
        "2. Ek B, Moe C, Tide Group, et al. Is it high? Tidal J (2001a), 5(2): 7–9. doi:10.5555/high.2"
    )
    assert second.et_al
    assert entry(second) == {
        "key": "r2",
        "label": "2",
        "authors": ["Ek, B", "Moe, C", "Tide Group"],
        "year": "2001",
        "suffix": "a",
        "title": "Is it high?",
        "container": "Tidal J",
        "doi": "10.5555/high.2",
    }
    assert third.span.of(article.text) == "Olsen D. A book of ports. Oslo: Havn; 2010. https://example.org/ports"
    assert entry(third) == {"key": "r3", "urls": ["https://example.org/ports"]}


def test_comments_for_us_are_kept(article: Reading) -> None:
    assert [comment.text for comment in article.comments] == [
        "lint-article: ignore repeated-word",
        "lint-article: ignore stray-space",
    ]


def test_error_is_a_problem_at_its_place_and_the_rest_is_read() -> None:
    reading = read("<article><body><p>One <b>two</p>\n<p>AT&T three</p></body></article>")
    assert_laws(reading)
    assert [(p.rule, place_of(reading, p.span).column) for p in reading.problems] == [("unreadable-source", 29)]
    assert [text for _, text in blocks(reading)] == ["One two", "AT&T three"]


def test_other_xml_is_a_problem() -> None:
    reading = read('<?xml version="1.0"?>\n<TEI><text>Words.</text></TEI>')
    assert [(dict(p.values)["reason"], place_of(reading, p.span).line) for p in reading.problems] == [
        ("its root element `TEI` does not contain a JATS or NLM article", 2)
    ]


def test_older_elements_are_read() -> None:
    reading = read(
        "<article><back><ref-list><ref id='a'><nlm-citation><person-group><name><surname>Ek</surname><given-names>B"
        "</given-names></name></person-group><article-title>Tides</article-title><year>1999</year></nlm-citation></ref>"
        "<ref id='b'><citation><collab>WHO</collab>. <source>Ports</source>. <year>2001</year>.</citation></ref>"
        "</ref-list></back></article>"
    )
    assert [entry(one) for one in reading.given.references] == [
        {"key": "a", "authors": ["Ek, B"], "year": "1999", "title": "Tides"},
        {"key": "b", "authors": ["WHO"], "year": "2001", "title": "Ports"},
    ]
    assert reading.text == "Ek B. Tides (1999)\n\nWHO. Ports. 2001."


def test_entities_are_bounded_and_never_fetched() -> None:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><article><p>&e12;<b x="&e12;"/>&e0;</p></article>'
    started = time.process_time()
    reading = read(bomb)
    assert time.process_time() - started < 10
    assert len(reading.text) < 1000
    assert_laws(reading)


def test_undecodable_bytes_are_problems_of_their_own() -> None:
    reading = read_jats(Source("a.xml", "jats", b"<article><p>Sk\xe5ne</p></article>"))
    assert reading.text == "Sk\ufffdne"
    assert [(p.rule, dict(p.values)) for p in reading.problems] == [
        ("undecodable-bytes", {"bytes": "E5", "offset": "14"})
    ]


def test_declared_encoding_is_followed() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><article><p>Skåne</p></article>'.encode("latin-1")
    assert read_jats(Source("a.xml", "jats", data)).text == "Skåne"


_PIECES = st.sampled_from(
    "<p> </p> <sec> </sec> <title> <ref id='a'> </ref> <xref ref-type='bibr' rid='a'> </xref> <sup> </sup> <name>"
    " <surname> </name> &amp; &nope; & < > <!-- --> <![CDATA[ ]]> <?x ?> <label> </label> <table> <tr> <td> é \udcff"
    " <element-citation> </element-citation> <year> 2001 <etal/> </year> <caption> <list-item> <alternatives>"
    " text".split()
)


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_input_is_read(text: str) -> None:
    assert_laws(read_jats(Source("a.xml", "jats", text.encode("utf-8", "surrogatepass"))))
    wrapped = f"<article><body>{text}</body></article>"
    assert_laws(read_jats(Source("a.xml", "jats", wrapped.encode("utf-8", "surrogateescape"))))


@given(st.binary(max_size=80))
def test_any_bytes_are_read(data: bytes) -> None:
    assert_laws(read_jats(Source("a.xml", "jats", data)))


@pytest.mark.parametrize("piece", ["<b>", "</b>", "<", "&", "<a x='", "<![CDATA[", "<!--", "<b></i>", "<ref>", "&#1;"])
def test_cost_is_linear(piece: str) -> None:
    assert is_linear(lambda count: read(f"<article>{piece * count}"), 2_500)


def test_whitespace_between_blocks_is_not_text() -> None:
    text = read("<article>\n <body>\n  <p> One  two\n   three </p>\n\n <p>Four</p> </body></article>").text
    assert text == "One two\nthree\n\nFour"
    assert not re.search(r"[ \t]\n", text)


def test_authors_are_set_apart_with_their_marks() -> None:
    marks = '<xref ref-type="aff" rid="a1">\n<sup>1</sup>\n</xref><xref ref-type="fn" rid="f1"><sup>*</sup></xref>'
    first = f"<contrib><name><surname>Lind</surname><given-names>Anna</given-names></name>{marks}</contrib>"
    second = '<contrib><name><surname>Ek</surname></name><email>ek@quay.example</email><xref rid="a1"/></contrib>'
    group = f"<contrib-group>\n{first}\n{second}\n</contrib-group>"
    article = f"<article><front><article-meta>{group}</article-meta></front><body><p>So.</p></body></article>"
    assert document(article, "jats").text == "Lind Anna 1 *, Ek ek@quay.example\n\nSo."


def test_an_abstract_is_one_block_and_a_summary_of_another_type_is_none() -> None:
    abstract = (
        "<abstract><sec><title>Aim</title><p>To ask.</p></sec><sec><title>End</title><p>It was so.</p></sec></abstract>"
    )
    summary = '<abstract abstract-type="teaser"><p>Short.</p></abstract>'
    article = (
        f"<article><front><article-meta>{summary}{abstract}</article-meta></front><body><p>So.</p></body></article>"
    )
    parsed = document(article, "jats")
    found = [block.span.of(parsed.text) for block in parsed.blocks if block.kind == "abstract"]
    assert found == ["Aim\n\nTo ask.\n\nEnd\n\nIt was so."]
