"""Word documents with planted faults, annotated; and what they should read like."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.harm.plants import planted
from lint_article.annotate.docx import parts
from lint_article.annotate.report import annotate
from lint_article.config import Settings
from lint_article.dataclass import dataclass
from lint_article.document import Safety, Source
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport
from lint_article.engine.run import check_source
from lint_article.engine.select import selection
from lint_article.grammar.settings import GrammarSettings
from lint_article.rulebook import rulebook

MAIN = "word/document.xml"
_ALL: tuple[Safety, ...] = ("safe", "unsafe")
_QUIET = Settings(grammar=GrammarSettings(engine="none"))
_RUN = re.compile(r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<&]{6,})</w:t></w:r>")
_DELETED = re.compile(rb"<w:del [^>]*>.*?</w:del>", re.DOTALL)
_INSERTED = re.compile(rb"</?w:ins\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Annotations:
    """A document; with comments; with all fixes as tracked changes; and with these made. `findings` are counted."""

    original: bytes
    commented: bytes
    changed: bytes
    made: bytes
    findings: int
    changes: int


def make_annotations(data: bytes) -> Annotations:
    """Return what comes of a document."""
    report = _report(data)
    commented, changed = annotate(report), annotate(report, _ALL)
    made = with_main(changed.data, lambda xml: _INSERTED.sub(b"", _DELETED.sub(b"", xml)))
    return Annotations(data, commented.data, changed.data, made, len(report.diagnostics), changed.changes)


def _report(data: bytes) -> FileReport:
    job = Job("draft.docx", "draft.docx", _QUIET, selection(_QUIET, rulebook(), "draft.docx"), keep_document=True)
    return check_source(Source("draft.docx", "docx", data), job, Grammar()).report


def mutations(paths: list[Path], count: int) -> Iterator[bytes]:
    """Yield the documents themselves, then so many with planted faults and with runs cut at random places."""
    whole = [_complete(path.read_bytes()) for path in paths]
    yield from whole
    rng = random.Random(17)  # noqa: S311 - not for secrets
    for number in range(count):
        yield with_main(whole[number % len(whole)], lambda xml: _damage(xml, rng))


def _complete(data: bytes) -> bytes:
    """Return a document with the part that names the types of the others, without which LibreOffice opens none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return data if parts.TYPES in package.namelist() else parts.rewrite(data, {parts.TYPES: parts.types_for(MAIN)})


def _damage(xml: bytes, rng: random.Random) -> bytes:
    text, _ = planted(Path("document.xml"), xml.decode(), 12, rng)
    return _RUN.sub(lambda run: _cut(run, rng), text).encode()


def _cut(run: re.Match[str], rng: random.Random) -> str:
    """Return a run as two or three, one of them with its own look, as Word leaves them after edits."""
    if rng.random() < 0.5:
        return run[0]
    at = sorted(rng.sample(range(1, len(run[2])), rng.choice((1, 2))))
    pieces = [run[2][low:high] for low, high in zip([0, *at], [*at, None], strict=True)]
    looks = [run[1], run[1] or "<w:rPr><w:i/></w:rPr>", run[1]]
    return "".join(
        f'<w:r>{look}<w:t xml:space="preserve">{piece}</w:t></w:r>' for look, piece in zip(looks, pieces, strict=False)
    )


def with_main(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a document with its main part changed by a function of the part's bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, change(part) if entry.filename == MAIN else part)
    return out.getvalue()
