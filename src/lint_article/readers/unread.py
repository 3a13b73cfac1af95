"""Formats that are known and not read: how a file of each is told, and what its author can do."""

from __future__ import annotations

from pathlib import PurePath

from lint_article.dataclass import dataclass

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ZIP_NAME = 30  # where the name of the first file in a ZIP begins; what an unpacked file holds follows it at once
_LONGEST_SIGN = 100


@dataclass(frozen=True, slots=True)
class Unread:
    """A format: what a file of it is called, and the way out.

    `endings`: of its files. `starts`: what they begin with (a ZIP also with the name and the content of its first
    file). `holds`: what must stand in them too. `roots`: their root elements, if they are XML.
    `prose`: a manuscript may be one, so one that lies in a folder is named. `vague`: another sign tells more.
    `is_convertible`: an installed LibreOffice converts it.
    """

    name: str
    hint: str
    endings: tuple[str, ...] = ()
    starts: tuple[bytes, ...] = ()
    holds: tuple[bytes, ...] = ()
    roots: tuple[str, ...] = ()
    prose: bool = True
    vague: bool = False
    is_convertible: bool = False


def _utf_16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _open_document(kind: str) -> tuple[bytes, ...]:
    return (b"mimetypeapplication/vnd.oasis.opendocument." + kind.encode(),)


_SAVE, _TO_HTML = "Save it as .docx.", "Convert it to .html."
_TO_LATEX, _TO_PDF, _UNPACK = "Export it as .tex.", "Save it as .pdf.", "Unpack it, and name the manuscript in it."
_RECOGNISE = "Text in a picture must go through text recognition (OCR) first."
_NO_TEXT = "Only manuscripts are checked."
_AS_BIBLIOGRAPHY = "If it is a bibliography, name it with `--bibliography`."

UNREAD = (
    Unread("an RTF file", _SAVE, (".rtf",), (rb"{\rtf",), is_convertible=True),
    Unread("a file of Word 97", _SAVE, (".doc", ".dot"), (_OLE,), (_utf_16("WordDocument"),), is_convertible=True),
    Unread("an Excel file", _NO_TEXT, (".xlsx", ".xlsm"), (_ZIP,), (b"xl/workbook.xml",), prose=False),
    Unread("an Excel 97 file", _NO_TEXT, (".xls",), (_OLE,), (_utf_16("Workbook"),), prose=False),
    Unread("a PowerPoint file", _TO_PDF, (".pptx", ".pptm", ".ppsx"), (_ZIP,), (b"ppt/presentation.xml",), prose=False),
    Unread("a PowerPoint 97 file", _TO_PDF, (".ppt",), (_OLE,), (_utf_16("PowerPoint Document"),), prose=False),
    Unread("an OpenOffice 1 text", _SAVE, (".sxw",), is_convertible=True),
    Unread("an OpenDocument spreadsheet", _NO_TEXT, (".ods",), _open_document("spreadsheet"), prose=False),
    Unread("an OpenDocument presentation", _TO_PDF, (".odp",), _open_document("presentation"), prose=False),
    Unread("an OpenDocument drawing", _TO_PDF, (".odg",), _open_document("graphics"), prose=False),
    Unread("a WordPerfect file", _SAVE, (".wpd", ".wp", ".wp5"), (b"\xffWPC",), is_convertible=True),
    Unread("a file of Word 2003 XML", _SAVE, roots=("w:wordDocument", "pkg:package")),
    Unread("a Pages file", _SAVE, (".pages",)),
    Unread("an e-book", _TO_HTML, (".mobi", ".azw", ".azw3", ".fb2"), roots=("FictionBook",)),
    Unread("an AsciiDoc file", "Convert it to .html with Asciidoctor.", (".adoc", ".asciidoc")),
    Unread("a Textile file", _TO_HTML, (".textile",)),
    Unread("a MediaWiki file", _TO_HTML, (".wiki", ".mediawiki")),
    Unread("a Texinfo file", _TO_HTML, (".texi", ".texinfo", ".txi"), (rb"\input texinfo",)),
    Unread("literate Haskell", "Run lhs2TeX, and check the .tex file.", (".lhs",)),
    Unread("a LyX file", _TO_LATEX, (".lyx",), (b"#LyX ",)),
    Unread("a TeXmacs file", _TO_LATEX, (".tm",), (b"<TeXmacs|",)),
    Unread("a TEI file", _TO_HTML, (".tei",), roots=("TEI", "TEI.2", "teiCorpus")),
    Unread("an article in Elsevier's XML", _TO_HTML, roots=("full-text-retrieval-response",)),
    Unread("a DocBook file", _TO_HTML, (".dbk", ".docbook"), roots=("book", "chapter")),
    Unread("a Crossref record", _NO_TEXT, roots=("doi_batch", "crossref_result"), prose=False),
    Unread("a PostScript file", _TO_PDF, (".ps",), (b"%!PS",)),
    Unread("a PostScript picture", _RECOGNISE, (".eps",), (b"%!PS", b"\xc5\xd0\xd3\xc6"), prose=False),
    Unread("a DVI file", _TO_PDF, (".dvi",), (b"\xf7\x02\x01\x83",)),
    Unread("a DjVu file", _TO_PDF, (".djvu", ".djv"), (b"AT&TFORM",)),
    Unread("an XPS file", _TO_PDF, (".xps", ".oxps"), (_ZIP,), (b"FixedDocSeq.fdseq",)),
    Unread("an SVG picture", _RECOGNISE, (".svg",), roots=("svg",), prose=False),
    Unread(
        "a picture",
        _RECOGNISE,
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".heic"),
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
        prose=False,
    ),
    Unread("JSON data", _AS_BIBLIOGRAPHY, (".json",), prose=False),
    Unread("YAML data", _AS_BIBLIOGRAPHY, (".yaml", ".yml"), prose=False),
    Unread("a table of data", _NO_TEXT, (".csv", ".tsv"), prose=False),
    Unread("a file of old Office", _SAVE, starts=(_OLE,), vague=True),
    Unread("a ZIP archive", _UNPACK, starts=(_ZIP,), vague=True),
    Unread(
        "an archive",
        _UNPACK,
        (".zst", ".7z", ".rar"),
        (b"\x1f\x8b", b"BZh91AY&SY", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!\x1a"),
        vague=True,
    ),
)
OTHER_XML = Unread("XML that is not JATS", "Name its format with `--format` if it is one that is read.", prose=False)


def by_ending(path: str) -> Unread | None:
    """Return the format that is not read and has files of this name."""
    ending = PurePath(path).suffix.lower()
    return next((entry for entry in UNREAD if ending in entry.endings), None)


def by_content(data: bytes) -> Unread | None:
    """Return the format that is not read and has files that look like this; one that is told by its root is not."""
    beginnings = [data[:_LONGEST_SIGN].lstrip()]
    if data.startswith(_ZIP):
        beginnings.append(data[_ZIP_NAME : _ZIP_NAME + _LONGEST_SIGN])
        data = _zip_directory(data)
    return next((entry for entry in UNREAD if _has_signs(entry, beginnings, data)), None)


def by_root(name: str) -> Unread:
    """Return the format that XML with this root element is, named with its prefix or without."""
    names = {name, name.rpartition(":")[2]}
    return next((entry for entry in UNREAD if not names.isdisjoint(entry.roots)), OTHER_XML)


def _has_signs(entry: Unread, beginnings: list[bytes], data: bytes) -> bool:
    starts = bool(entry.starts) and any(beginning.startswith(entry.starts) for beginning in beginnings)
    return starts and all(sign in data for sign in entry.holds)


def _zip_directory(data: bytes) -> bytes:
    """Return the list of the files in a ZIP, which may hold other ZIPs with lists of their own."""
    end = data.rfind(b"PK\x05\x06")
    return data[int.from_bytes(data[end + 16 : end + 20], "little") : end] if end > 0 else b""
