"""Files that take a reader down: each a small generator, so that no such file lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MANY = 9_500_000
_LONG = 390_000_000


def pdf(contents: str, forms: Mapping[str, str]) -> bytes:
    """Return a PDF of one page with these contents and these forms, which its resources name."""
    numbers = {name: 5 + index for index, name in enumerate(forms)}
    named = " ".join(f"/{name} {number} 0 R" for name, number in numbers.items())
    resources = f"<</XObject<<{named}>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources{resources}>>",
        f"<</Length {len(contents)}>>stream\n{contents}\nendstream",
    ]
    objects += [
        f"<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources{resources}/Length {len(said)}>>"
        f"stream\n{said}\nendstream"
        for said in forms.values()
    ]
    data, places = b"%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{said}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def recursive_pdf() -> bytes:
    """Return a PDF with a form that draws itself twice."""
    return pdf("/X Do", {"X": "/X Do /X Do"})


def doubling_pdf(levels: int = 12, times: int = 10) -> bytes:
    """Return a PDF with forms of which each draws the next one many times."""
    drawn = {f"X{level}": f"/X{level + 1} Do " * times for level in range(levels)}
    return pdf("/X0 Do", drawn | {f"X{levels}": "0 0 m 1 1 l S"})


def docx(main: str | bytes, name: str = "word/document.xml") -> bytes:
    """Return a Word file whose main part is this XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, main)
        if name != "word/document.xml":
            links = f'<Relationship Id="r1" Type="{_TYPE}" Target="{name}"/>'
            space = "http://schemas.openxmlformats.org/package/2006/relationships"
            package.writestr("_rels/.rels", f'<Relationships xmlns="{space}">{links}</Relationships>')
    return buffer.getvalue()


def _body(inside: str, before: str = "") -> str:
    return f"{before}<w:document {_SPACE}><w:body>{inside}</w:body></w:document>"


def long_docx(length: int = _LONG) -> bytes:
    """Return a Word file with one paragraph of many letters."""
    return docx(_body(f"<w:p><w:r><w:t>{'a' * length}</w:t></w:r></w:p>"))


def many_paragraphs_docx(count: int = _MANY) -> bytes:
    """Return a Word file with many paragraphs of one letter."""
    return docx(_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * count))


def binary_docx(length: int = 4 * _LONG) -> bytes:
    """Return a Word file whose main part has the ending of no XML."""
    return docx(_body(f"<w:p><w:r><w:t>{'a' * length}</w:t></w:r></w:p>"), "word/document.bin")


def _entities(levels: int, times: int) -> str:
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * times}">' for n in range(1, levels))
    return f'<!DOCTYPE w [<!ENTITY e0 "wave. ">{declared}]>'


def utf_16_docx(levels: int = 6, times: int = 10) -> bytes:
    """Return a Word file in UTF-16 with entities of which each holds the one before many times."""
    inside = f"<w:p><w:r><w:t>&e{levels - 1};</w:t></w:r></w:p>"
    said = _body(inside, '<?xml version="1.0" encoding="UTF-16"?>' + _entities(levels, times))
    return docx(said.encode("utf-16"))


def split_docx(border: int = 1 << 14) -> bytes:
    """Return a Word file whose document type lies across the borders of what is read at once."""
    head = '<?xml version="1.0"?>'
    before = head + " " * (border - len(head) - 4)
    return docx(_body("<w:p><w:r><w:t>&e3;</w:t></w:r></w:p>", before + _entities(4, 10)))


def deep_docx(depth: int = 100_000) -> bytes:
    """Return a Word file with tables inside tables."""
    opened = "<w:tbl><w:tr><w:tc>" * depth
    return docx(_body(f"{opened}<w:p><w:r><w:t>a</w:t></w:r></w:p>{'</w:tc></w:tr></w:tbl>' * depth}"))


def entity_jats(uses: int = 15_000, length: int = 4_000) -> bytes:
    """Return an article that uses one long entity many times."""
    declared = f'<!DOCTYPE article [<!ENTITY a "{"wave " * (length // 5)}">]>'
    return f"{declared}<article><body><p>{'&a;' * uses}</p></body></article>".encode()


FILES: Mapping[str, Callable[[], bytes]] = {
    "recursive.pdf": recursive_pdf,
    "doubling.pdf": doubling_pdf,
    "long.docx": long_docx,
    "paragraphs.docx": many_paragraphs_docx,
    "binary.docx": binary_docx,
    "utf16.docx": utf_16_docx,
    "split.docx": split_docx,
    "deep.docx": deep_docx,
    "entities.xml": entity_jats,
    "entities-few.xml": lambda: entity_jats(800),
}
