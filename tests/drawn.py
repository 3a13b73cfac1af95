"""PDFs that tests draw: a page of content, in faces of given names; and runs of glyphs, as of a page that was read."""

from __future__ import annotations

from lint_article.document import Source
from lint_article.readers.pdf.model import Run

BODY = [(50.0, 600.0 - 12 * line, "the reeds lean to the south in all winters of the lake") for line in range(6)]


def made(
    content: str, faces: str = "Helvetica", stem: int = 80, page: str = "/MediaBox [0 0 400 800]", copies: int = 1
) -> Source:
    """Return a PDF whose pages show the content; its faces, parted by spaces, are /F0, /F1 and so on.

    All have stems of the given width, which says nothing true, as in files that a subsetter wrote.
    """
    listed = faces.split()
    fonts = "".join(f"/F{index} {10 + 2 * index} 0 R " for index in range(len(listed)))
    objects = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Kids [{'3 0 R ' * copies}] /Count {copies}>> endobj",
        f"3 0 obj <</Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources <</Font <<{fonts}>>>>>> endobj",
        f"4 0 obj <</Length {len(content)}>>\nstream\n{content}\nendstream endobj",
    ]
    for index, name in enumerate(listed):
        at = 10 + 2 * index
        widths = " ".join(str(440 + code % 5 * 20) for code in range(256))
        objects += [
            f"{at} 0 obj <</Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 0 "
            f"/LastChar 255 /Widths [{widths}] /FontDescriptor {at + 1} 0 R>> endobj",
            f"{at + 1} 0 obj <</Type /FontDescriptor /FontName /{name} /Flags 32 /StemV {stem} /Ascent 700 "
            "/Descent -200 /CapHeight 700 /ItalicAngle 0 /FontBBox [0 -200 1000 700]>> endobj",
        ]
    text = "\n".join(["%PDF-1.4", *objects, "trailer <</Root 1 0 R>>", ""])
    return Source("a.pdf", "pdf", text.encode("latin-1"))


def shown(*lines: tuple[float, float, str], face: int = 0, size: float = 10.0) -> str:
    """Return the content that shows words at places given in points."""
    return "\n".join(f"BT /F{face} {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, words in lines)


def run(text: str, left: float, baseline: float, size: float = 10.0) -> Run:
    """Return a run whose letters are half an em wide."""
    lefts = [left + 0.5 * size * at for at in range(len(text))]
    return Run(text, lefts, [one + 0.5 * size for one in lefts], baseline, size)
