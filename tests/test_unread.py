"""A format that is known and not read is said, by its ending and by its content, and nothing is written to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint_article.errors import UserError
from lint_article.readers.formats import FORMATS, format_called, format_of
from lint_article.readers.unread import UNREAD, Unread
from making import checked
from packages import docx, p, zipped

NOTEBOOK = json.dumps(
    {"cells": [{"cell_type": "code", "source": "f(a   , b)"}], "metadata": {}, "nbformat": 4}
).encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"
XML = b"<?xml version='1.0' encoding='UTF-8'?>\n<!-- made -->\n"


def stored(name: str, text: str) -> bytes:
    """Return the beginning of a ZIP whose first file is not packed."""
    return b"PK\x03\x04" + b"\0" * 26 + name.encode() + text.encode() + b"\0"


@pytest.mark.parametrize("entry", UNREAD, ids=lambda entry: entry.name)
def test_each_is_told_by_its_ending_and_its_content(entry: Unread) -> None:
    for ending in entry.endings:
        assert format_of(f"draft{ending.upper()}", b"words").name.endswith(entry.name)  # type: ignore[union-attr]
    for start in entry.starts:
        told = format_of("draft.txt", start + b"".join(entry.holds) + b"\0")
        assert isinstance(told, Unread)
    for root in entry.roots:
        told = format_of("draft.xml", XML + f"<{root} a='b'>words</{root}>".encode())
        assert isinstance(told, Unread) and root in told.roots


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("draft.txt", rb"{\rtf1\ansi words}", "an RTF file"),
        ("draft.docx", rb"{\rtf1\ansi words}", "an RTF file"),
        ("draft", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "an Excel file"),
        ("draft.pptx", zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "a PowerPoint file"),
        ("draft.pages", zipped({"Index/Document.iwa": ""}), "a Pages file"),
        ("draft", zipped({"main.tex": ""}), "a ZIP archive"),
        ("draft.7z", b"7z\xbc\xaf\0", "an archive"),
        ("draft.doc", OLE, "a file of Word 97"),
        ("draft", OLE + "WordDocument".encode("utf-16-le"), "a file of Word 97"),
        ("draft", OLE, "a file of old Office"),
        ("draft.xml", XML + b"<TEI xmlns='x'><text><body/></text></TEI>", "a TEI file"),
        ("draft.txt", XML + b"<tei:TEI><text/></tei:TEI>", "a TEI file"),
        ("draft.xml", b"<article xmlns='http://docbook.org/ns/docbook'><para/></article>", "a DocBook file"),
        ("draft.xml", b"<ja:article xmlns:ja='http://www.elsevier.com/xml/ja/dtd'/>", "an article in Elsevier's XML"),
        ("draft.xml", b"<!DOCTYPE article PUBLIC '-//OASIS//DTD DocBook XML V4.5//EN'>\n<article/>", "a DocBook file"),
        ("draft.xml", XML + b"<doi_batch><body><journal_article/></body></doi_batch>", "a Crossref record"),
        ("draft.xml", b"<rows><row/></rows>", "XML that is not JATS"),
        ("draft.xml", "<TEI/>".encode("utf-16"), "a TEI file"),
    ],
)
def test_it_is_told_by_what_it_holds(path: str, data: bytes, name: str) -> None:
    told = format_of(path, data)
    assert isinstance(told, Unread) and told.name == name


@pytest.mark.parametrize(
    ("path", "data", "form"),
    [
        ("draft.xml", XML + b"<!DOCTYPE article [<!ENTITY a 'b'>]><article/>", "jats"),
        ("draft.xml", b"<pmc-articleset>" + b" " * 5000 + b"<article/></pmc-articleset>", "jats"),
        ("draft.xml", XML + b"<html xmlns='x'/>", "html"),
        ("draft.txt", XML + b"<article/>", "jats"),
        ("draft.xml", b"words", "jats"),
        ("draft", b"\n  " + NOTEBOOK, "notebook"),
        ("draft.txt", NOTEBOOK, "notebook"),
        ("draft.tar.gz", b"\x1f\x8b\x08\0", "archive"),
        ("draft.zip", zipped({"main.tex": ""}), "archive"),
        ("draft.odt", stored("mimetype", "application/vnd.oasis.opendocument.text"), "odt"),
        ("draft.docx", stored("mimetype", "application/vnd.oasis.opendocument.text"), "odt"),
        ("draft.xml", XML + b"<office:document xmlns:office='x'/>", "odt"),
        ("refs.json", b'[{"id": "a", "type": "book"}]', "csl-json"),
        ("refs.yaml", b"references:\n- id: a\n  type: book\n", "csl-yaml"),
        ("draft.txt", b"{ a set } of cells", "plain"),
        ("draft.txt", b"<b>bold</b> words", "plain"),
        ("draft.md", XML, "markdown"),
        ("draft.docx", docx(p("words")), "docx"),
        ("draft.doc", zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "docx"),
        ("draft.docx", zipped({"word/embeddings/a.xlsx": zipped({"xl/workbook.xml": ""})}), "docx"),
        ("draft.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "docx"),
        ("refs.bib", b"@book{a, title = {A}}", "bibtex"),
    ],
)
def test_what_is_read_is_not_taken_for_it(path: str, data: bytes, form: str) -> None:
    assert format_of(path, data) == form


@pytest.mark.parametrize("name", ["draft.rtf", "draft.txt", "draft.wiki"])
def test_nothing_is_written_to_it(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # LibreOffice would convert it
    path = tmp_path / name
    data = rb"{\rtf1 They came , and left.}"
    path.write_bytes(data)
    report = checked(str(path), fix=("safe", "unsafe"))
    assert report.trouble and report.trouble.message.startswith(f"{path} is a") and report.rewritten == ()
    assert path.read_bytes() == data


def test_a_format_that_is_said_overrules_endings_and_no_content() -> None:
    assert format_of("draft.wiki", b"words", "markdown") == "markdown"
    assert format_of("draft.docx", OLE, "docx") == "docx"
    told = format_of("draft.txt", rb"{\rtf1 words}", "plain")
    assert isinstance(told, Unread) and told.name == "an RTF file"


def test_each_has_a_way_out() -> None:
    assert [entry.name for entry in UNREAD if not entry.hint.endswith(".")] == []
    read = {ending for entry in FORMATS.values() for ending in entry.endings}
    assert [ending for entry in UNREAD for ending in entry.endings if ending in read] == []


@pytest.mark.parametrize(
    ("word", "form"),
    [("md", "markdown"), ("word", "docx"), (".tex", "latex"), ("text", "plain"), ("XML", "jats"), ("html", "html")],
)
def test_formats_have_other_names(word: str, form: str) -> None:
    assert format_called(word) == form


def test_a_format_that_is_not_known_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        format_called("markdwon")
    assert caught.value.message == "No format is called `markdwon`."
    assert caught.value.hint.startswith("Did you mean `markdown`? The formats are archive, bibtex, csl-json, csl-yaml")
