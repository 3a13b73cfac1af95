"""DOCX packages made from the XML of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "b": "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {"commentsExtended": "w15:commentsEx"}


def docx(
    body: str, links: Mapping[str, str] | None = None, sources: str = "", related_to: str = "", **parts: str
) -> bytes:
    """Return a DOCX with this body; `parts` are the insides of styles, numbering, footnotes, comments … by name.

    `related_to` are kinds of what lies beside it and is not there: "image", "aFChunk".
    """
    related = [f'<Relationship Id="x{n}" Type="{_OFFICE}/{n}" Target="{n}.bin"/>' for n in related_to.split()]
    related += [f'<Relationship Id="p{n}" Type="{_OFFICE}/{n}" Target="{n}.xml"/>' for n in parts]
    related += [
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        for key, address in (links or {}).items()
    ]
    main = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{"".join(related)}</Relationships>',
    }
    for name, inside in parts.items():
        root = _ROOTS.get(name, f"w:{name}")
        files[f"word/{name}.xml"] = f"<{root} {_SPACES}>{inside}</{root}>"
    if sources:
        files["customXml/item1.xml"] = f"<b:Sources {_SPACES}>{sources}</b:Sources>"
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


def p(*inside: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; what is no XML becomes a run."""
    chosen = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = (one if one.startswith("<") else t(one) for one in inside)
    return f"<w:p><w:pPr>{chosen}{properties}</w:pPr>{''.join(runs)}</w:p>"


def t(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, printed: str, data: str = "") -> str:
    """Return a complex field: its code in two pieces, as Word cuts it, and its printed result."""
    half = len(code) // 2
    mark = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'.format
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(one)}</w:instrText></w:r>'
        for one in (code[:half], code[half:])
    )
    return mark("begin", data) + pieces + mark("separate", "") + t(printed) + mark("end", "")
