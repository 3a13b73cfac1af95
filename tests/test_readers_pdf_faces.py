"""What the PDF reader takes from faces: bold and typewriter by their names; on PDFs that are written here."""

from __future__ import annotations

import pytest

from lint_article.document import Source
from lint_article.readers.pdf import read_pdf
from reader_laws import assert_laws, blocks


def made(content: str, faces: str = "Helvetica", stem: int = 80, encoding: str = "/WinAnsiEncoding") -> Source:
    """Return a PDF of one page that shows the content; its faces, parted by spaces, are /F0, /F1 and so on.

    All have stems of the given width, which says nothing true, as in files that a subsetter wrote.
    """
    names = faces.split()
    fonts = "".join(f"/F{index} {10 + 2 * index} 0 R " for index in range(len(names)))
    objects = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
        "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 400 800] /Contents 4 0 R "
        f"/Resources <</Font <<{fonts}>>>>>> endobj",
        f"4 0 obj <</Length {len(content)}>>\nstream\n{content}\nendstream endobj",
    ]
    for index, name in enumerate(names):
        at = 10 + 2 * index
        widths = " ".join(str(440 + code % 5 * 20) for code in range(256))
        objects += [
            f"{at} 0 obj <</Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding {encoding} /FirstChar 0 "
            f"/LastChar 255 /Widths [{widths}] /FontDescriptor {at + 1} 0 R>> endobj",
            f"{at + 1} 0 obj <</Type /FontDescriptor /FontName /{name} /Flags 32 /StemV {stem} /Ascent 700 "
            "/Descent -200 /CapHeight 700 /ItalicAngle 0 /FontBBox [0 -200 1000 700]>> endobj",
        ]
    text = "\n".join(["%PDF-1.4", *objects, "trailer <</Root 1 0 R>>", ""])
    return Source("a.pdf", "pdf", text.encode("latin-1"))


def shown(*lines: tuple[float, float, str], face: int = 0, size: float = 10.0) -> str:
    """Return the content that shows words at places given in points."""
    return "\n".join(f"BT /F{face} {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, words in lines)


BODY = [(50.0, 600.0 - 12 * line, "the reeds lean to the south in all winters of the lake") for line in range(6)]


@pytest.mark.parametrize(
    ("face", "kind"),
    [
        ("ABXYZQ+Reed-Regular", "paragraph"),
        ("CMR10", "paragraph"),
        ("ABCDEF+CMBX10", "heading"),
        ("ABCDEF+SFB1000", "heading"),
        ("Reed-DemiItalic", "heading"),
        ("ABCDEF+Reed-Medi", "heading"),
        ("ABCDTT+SFST1000", "code"),
        ("ABCDEF+CMTT10", "code"),
    ],
)
def test_a_face_is_bold_by_its_name_and_never_by_the_width_of_its_stems(face: str, kind: str) -> None:
    content = shown((50, 640, "On the reeds of the lake"), face=1) + "\n" + shown(*BODY)
    reading = read_pdf(made(content, f"Reed-Roman {face}", stem=220))
    assert_laws(reading)
    assert blocks(reading)[0] == (kind, "On the reeds of the lake")
    assert [kind for kind, _ in blocks(reading)[1:]] == ["paragraph"]
