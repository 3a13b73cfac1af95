"""Comments and tracked changes in Word documents."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from benchmarks.word.__main__ import faults
from benchmarks.word.documents import make_annotations, mutations

from lint_article.annotate.annotated import Annotated
from lint_article.annotate.docx.annotate import annotate_docx
from lint_article.document import Safety
from lint_article.engine.report import FileReport
from making import QUIET, reviewed

ROOT = Path(__file__).parents[1]
DOCX = sorted(ROOT.glob("fixtures/manuscripts/*/*.docx"))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def package(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            made.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def annotated(data: bytes, suggest: tuple[Safety, ...] = ()) -> tuple[FileReport, Annotated]:
    report = reviewed(data, "docx", "draft.docx", QUIET)
    assert report.document
    return report, annotate_docx(report.document, report.diagnostics, suggest)


def main(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def printed(data: bytes) -> str:
    """Return what is printed once all changes are accepted."""
    kept = re.sub(r"<w:del\b.*?</w:del>", "", main(data))
    return "".join(re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", kept))


def commented(data: bytes) -> list[str]:
    """Return the words of each comment, in the order of their ids."""
    xml = main(data)
    ids = sorted(map(int, re.findall(r'<w:commentReference w:id="(\d+)"', xml)))
    found = [re.search(rf'RangeStart w:id="{i}"/>(.*?)<w:commentRangeEnd w:id="{i}"/>', xml, re.DOTALL) for i in ids]
    return ["".join(re.findall(r"<w:(?:t|delText)\b[^>]*>([^<]*)<", one[1])) if one else "?" for one in found]


def test_a_comment_stands_at_its_words_and_the_text_stays() -> None:
    body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>We recieve &amp; the </w:t></w:r><w:r><w:t>the tides.</w:t></w:r></w:p>"
    report, done = annotated(package(body))
    assert [one.rule for one in report.diagnostics] == ["misspelt-word", "repeated-word"]
    assert commented(done.data) == ["recieve", "the the"]
    assert printed(done.data) == "We recieve &amp; the the tides."
    assert main(done.data).count("<w:b/>") >= 2


def test_fixes_are_tracked_changes_on_request() -> None:
    body = "<w:p><w:r><w:t>We recieve the the tides , daily.</w:t></w:r></w:p>"
    assert annotated(package(body))[1].changes == 0
    assert annotated(package(body), ("safe",))[1].changes == 1
    done = annotated(package(body), ("safe", "unsafe"))[1]
    assert done.changes == 3
    assert printed(done.data) == "We receive the tides, daily."
    assert commented(done.data)[1] == "the the"


def test_comments_of_an_earlier_run_are_replaced_and_those_of_others_kept() -> None:
    body = "<w:p><w:r><w:t>We recieve the the tides.</w:t></w:r></w:p>"
    once = annotated(package(body))[1]
    report, twice = annotated(once.data)
    assert [one.rule for one in report.diagnostics] == ["misspelt-word", "repeated-word"]
    comments = zipfile.ZipFile(io.BytesIO(twice.data)).read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == 2
    assert commented(twice.data) == ["recieve", "the the"]


def test_every_other_part_is_the_same() -> None:
    data = package("<w:p><w:r><w:t>We recieve it.</w:t></w:r></w:p>", settings="<x/>", theme="<y>é</y>")
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, annotated(data)[1].data))
    changed = {
        name for name in after.namelist() if name not in before.namelist() or before.read(name) != after.read(name)
    }
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
    }


@pytest.mark.parametrize("path", DOCX, ids=lambda path: path.stem)
def test_each_finding_of_a_manuscript_is_a_comment(path: Path) -> None:
    report, done = annotated(path.read_bytes())
    assert done.comments == len(report.diagnostics) == len(commented(done.data))
    assert printed(done.data) == printed(path.read_bytes())
    again = annotated(done.data)[0]
    assert [one.message for one in again.diagnostics] == [one.message for one in report.diagnostics]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_all_comments_and_changes() -> None:
    documents = [make_annotations(data) for data in mutations([DOCX[0]], 2)]
    assert all(one.findings for one in documents) and any(one.changes for one in documents)
    assert list(faults(documents)) == []


def test_python_docx_reads_the_comments() -> None:
    for path in DOCX[:3]:
        report, done = annotated(path.read_bytes())
        opened = docx.Document(io.BytesIO(done.data))
        assert [one.author for one in opened.comments] == ["lint-article"] * len(report.diagnostics)
