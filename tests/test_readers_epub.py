"""EPUBs: pages are read in the order of the book, places name the page, links between pages cite."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from command_line import check
from lint_article.document import Reading, Source
from lint_article.readers.formats import read
from lint_article.readers.unreadable import Unreadable
from packages import zipped
from reader_laws import blocks, read_lawfully

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
MANIFEST = """<item id="c" href="nav.xhtml" properties="nav"/><item id="b" href="text/the%20list.xhtml"/>
<item id="a" href="text/one.xhtml"/><item id="style" href="style.css"/><item id="gone" href="gone.xhtml"/>"""
ONE = """<html lang="en-GB"><body><h1>Tides</h1><p>Boards rot (<a href="the%20list.xhtml#r2">Ekberg 1998</a>).</p>
<p>See <a href="#here">here</a>.</p><aside epub:type="footnote">A note on the the quays.</aside></body></html>"""
LIST = """<html><body><section epub:type="bibliography"><h1>References</h1><ul>
<li id="r1">Dahl, E. (2001). Nails.</li><li id="r2">Ekberg, N. (1998). Boards.</li></ul></section></body></html>"""


def files(spine: str = "c a b gone") -> dict[str, str]:
    references = "".join(f'<itemref idref="{one}"/>' for one in spine.split())
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": f"<package><manifest>{MANIFEST}</manifest><spine>{references}</spine></package>",
        "OEBPS/nav.xhtml": "<html><body><p>Contents</p></body></html>",
        "OEBPS/text/one.xhtml": ONE,
        "OEBPS/text/the list.xhtml": LIST,
    }


def read_epub(data: bytes) -> Reading:
    return read_lawfully("book.epub", "epub", data)


def test_pages_are_read_in_order_and_links_between_them_cite() -> None:
    reading = read_epub(zipped(files()))
    assert blocks(reading) == [
        ("heading", "Tides"),
        ("paragraph", "Boards rot (Ekberg 1998)."),
        ("paragraph", "See here."),
        ("footnote", "A note on the the quays."),
        ("heading", "References"),
        ("reference", "Dahl, E. (2001). Nails."),
        ("reference", "Ekberg, N. (1998). Boards."),
    ]
    assert reading.language == "en-GB"
    assert [(one.span.of(reading.text), [item.key for item in one.items]) for one in reading.given.citations] == [
        ("Ekberg 1998", ["OEBPS/text/the list.xhtml#r2"])
    ]


def test_the_spine_decides_the_order() -> None:
    assert blocks(read_epub(zipped(files("b a"))))[0] == ("heading", "References")


def test_a_page_that_is_named_again_is_read_once() -> None:
    assert read_epub(zipped(files("a b " + "a " * 20_000))).text == read_epub(zipped(files("a b"))).text


def test_places_name_the_page_and_nothing_is_fixed(tmp_path: Path) -> None:
    data = zipped(files())
    (tmp_path / "book.epub").write_bytes(data)
    ran = check(tmp_path, "--isolated", "--fix", "--output-format", "concise", "book.epub")
    assert re.findall(r"^.*? [A-Z]{3}\d+", ran.out, re.MULTILINE) == [
        "book.epub!OEBPS/text/one.xhtml:2:75: suggestion TXT010",
        "book.epub!OEBPS/text/the list.xhtml:2:13: warning REF002",
    ]
    assert (tmp_path / "book.epub").read_bytes() == data


LOCKED = '<encryption><CipherReference URI="OEBPS/{}"/></encryption>'


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (files(""), "it is damaged, or no EPUB"),
        ({"mimetype": "application/epub+zip"}, "it is damaged, or no EPUB"),
        (files() | {"OEBPS/book.opf": "<package>"}, "it is damaged, or no EPUB"),
        (files() | {"OEBPS/book.opf": "<!DOCTYPE p [<!ENTITY a 'b'>]><p/>"}, "it defines entities"),
        (files() | {"META-INF/encryption.xml": LOCKED.format("text/one.xhtml")}, "it is encrypted"),
    ],
)
def test_what_cannot_be_read_is_said(inside: Mapping[str, str], reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(Source("book.epub", "epub", zipped(inside)))
    assert caught.value.reason.startswith(reason)


def test_encrypted_fonts_do_not_matter() -> None:
    inside = files() | {"META-INF/encryption.xml": LOCKED.format("font.ttf")}
    assert read_epub(zipped(inside)).text.startswith("Tides")
