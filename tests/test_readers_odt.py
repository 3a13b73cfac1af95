"""OpenDocument texts: what is printed, what Zotero states, what is still open; and files that LibreOffice converts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import check
from lint_article.document import Reading
from lint_article.readers.libreoffice.convert import find_libreoffice
from lint_article.readers.unreadable import Unreadable
from making import document
from packages import zipped
from reader_laws import blocks, marks, place_of, read_lawfully

SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
"""


def flat(body: str) -> bytes:
    inside = f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}"
    inside += "</office:text></office:body>"
    return f'<?xml version="1.0"?><office:document {SPACES}>{inside}</office:document>'.encode()


def odt(body: str, manifest: str = "") -> bytes:
    content = flat(body).replace(b"office:document ", b"office:document-content ")
    content = content.replace(b"</office:document>", b"</office:document-content>")
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def read_odt(data: bytes) -> Reading:
    return read_lawfully("tides.odt", "odt", data)


BODY = """
<text:p text:style-name="Title">Tides &amp; quays</text:p>
<text:h text:outline-level="1">The  winter</text:h>
<text:p>Water<text:s text:c="2"/>rises<text:span text:style-name="T1">2</text:span> by
  <text:a xlink:href="https://example.org/a">a foot</text:a>.<text:note><text:note-citation>1</text:note-citation>
  <text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
<text:p text:style-name="P1">Quoted.</text:p>
<text:list><text:list-item><text:p>First.</text:p></text:list-item><text:list-item><text:p>Second.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Height</text:p>
</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Oslo</text:p></table:table-cell>
<table:table-cell><text:p>1 m</text:p></table:table-cell></table:table-row></table:table>
<text:p>A figure <draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>
 here.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>
<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx">
<text:p>Ekberg, N. (1998). Boards.</text:p></text:section>
"""


@pytest.mark.parametrize("data", [odt(BODY), flat(BODY)], ids=["packed", "flat"])
def test_a_document_reads_as_it_is_printed(data: bytes) -> None:
    reading = read_odt(data)
    assert blocks(reading) == [
        ("title", "Tides & quays"),
        ("heading", "The winter"),
        ("paragraph", "Water  rises2 by a foot.\ufffc"),
        ("footnote", "A note."),
        ("quote", "Quoted."),
        ("item", "First."),
        ("item", "Second."),
        ("table", "Port\tHeight\nOslo\t1 m"),
        ("paragraph", "A figure \ufffc here."),
        ("paragraph", "In a box."),
        ("reference", "Ekberg, N. (1998). Boards."),
    ]
    assert ("superscript", "2", "") in marks(reading)
    assert ("link", "a foot", "https://example.org/a") in marks(reading)
    places = [place_of(reading, block.span) for block in reading.blocks]
    assert [(place.paragraph, place.heading) for place in places][-1] == (12, "The winter")


def test_changes_comments_and_hidden_text_are_reported() -> None:
    body = """<text:tracked-changes><text:changed-region><text:deletion><text:p>the the gone</text:p></text:deletion>
    </text:changed-region></text:tracked-changes>
    <text:p>Water <text:change-start/>rises<text:change-end/> by<office:annotation office:name="a">
    <dc:creator>Olga</dc:creator><text:p>Is it so?</text:p></office:annotation> a foot<office:annotation-end
    office:name="a"/><text:change/> or so.<office:annotation office:name="b" loext:resolved="true"><text:p>OK.</text:p>
    </office:annotation><text:span text:style-name="T2">hid</text:span></text:p>"""
    reading = read_odt(odt(body))
    assert reading.text == "Water rises by a foot or so.hid"
    assert [(one.rule, one.span.of(reading.text), dict(one.values)) for one in reading.problems] == [
        ("open-comment", " a foot", {"author": "Olga", "comment": "Is it so?"}),
        ("tracked-change", "rises", {"changes": "2 tracked changes are"}),
        ("hidden-text", "hid", {"passages": "1 passage"}),
    ]


def cited(printed: str, *years: int) -> str:
    items = [{"itemData": {"author": [{"family": "Ekberg"}], "issued": {"date-parts": [[year]]}}} for year in years]
    code = json.dumps({"citationItems": items}).replace('"', "&quot;")
    name = f"ZOTERO_ITEM CSL_CITATION {code} RNDabc"
    return f'<text:reference-mark-start text:name="{name}"/>{printed}<text:reference-mark-end text:name="{name}"/>'


LIST = "".join(f"<text:p>Ekberg, N. ({year}). Boards of the year {year}. Quays.</text:p>" for year in (1998, 2004))


@pytest.mark.parametrize(
    ("printed", "years", "outcomes"),
    [
        ("(Ekberg, 1998)", [1998], [("Ekberg, 1998", "matched")]),
        ("(Ekberg, 1998; Ekberg, 2004)", [1998, 2004], [("Ekberg, 1998", "matched"), ("Ekberg, 2004", "matched")]),
        ("(Ekberg, 1989)", [1998], [("Ekberg, 1989", "year-differs")]),
        ("(Ekberg, 1998; Ekberg, 2040)", [1998, 2004], [("Ekberg, 1998", "matched"), ("Ekberg, 2040", "year-differs")]),
    ],
)
def test_what_zotero_cites_is_compared_with_what_is_printed(
    printed: str, years: list[int], outcomes: list[tuple[str, str]]
) -> None:
    body = f"<text:p>Pilots read {cited(printed, *years)}.</text:p><text:h>References</text:h>{LIST}"
    parsed = document(odt(body), "odt", "tides.odt")
    assert [(one.item.span.of(parsed.text), one.outcome) for one in parsed.resolutions] == outcomes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt("", "<manifest:encryption-data/>"), "it is encrypted and needs a password"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "it is damaged, or no OpenDocument text"),
        (flat("")[:-5], "it is damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + flat(""), "it defines entities"),
        (flat("<text:section>" * 100_000 + "</text:section>" * 100_000), "it is damaged (its elements are nested"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_odt(data)
    assert raised.value.reason.startswith(reason)


def test_nothing_is_written_into_it(tmp_path: Path) -> None:
    data = odt("<text:p>Water rises by the the foot.</text:p>")
    (tmp_path / "tides.odt").write_bytes(data)
    ran = check(tmp_path, "--isolated", "--fix", "--unsafe-fixes", "tides.odt")
    assert "cannot be written into an OpenDocument text" in ran.err
    assert (tmp_path / "tides.odt").read_bytes() == data


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_converts_rtf(tmp_path: Path) -> None:
    (tmp_path / "tides.rtf").write_bytes(rb"{\rtf1\ansi Water rises by the the foot (Ekberg, 1998).\par Second.}")
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "tides.rtf")
    assert ran.out.startswith("tides.rtf:1:16: suggestion TXT010 repeated-word")
    assert ran.err.startswith("note: tides.rtf was converted by LibreOffice")


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_what_libreoffice_cannot_open_is_reported_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "old.doc")
    assert "cannot convert it (Error: source file could not be loaded); save it as .docx." in ran.out
    assert ran.err.startswith("1 finding"), "nothing was converted"


def test_without_libreoffice_rtf_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "tides.rtf").write_bytes(rb"{\rtf1\ansi Water.}")
    ran = check(tmp_path, "--isolated", "tides.rtf")
    assert (ran.status, ran.err.splitlines()[:2]) == (
        2,
        [
            "error: tides.rtf is an RTF file, which is not read.",
            "  hint: Save it as .docx. LibreOffice, if it is installed, converts it.",
        ],
    )
