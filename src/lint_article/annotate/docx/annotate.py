"""A Word document with the findings as comments."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from lint_article.annotate.annotated import Annotated
from lint_article.annotate.docx import comments, parts
from lint_article.annotate.docx.pieces import Pieces
from lint_article.annotate.docx.placed import PlacedPackage
from lint_article.annotate.docx.surgery import Surgery
from lint_article.document import Document, Safety
from lint_article.engine.diagnostic import Diagnostic
from lint_article.errors import UserError
from lint_article.readers.docx.reader import read_all
from lint_article.readers.office.review import OURS
from lint_article.readers.office.text import part_of
from lint_article.reporters.review.query import quote_words

_NAME = "word/comments.xml"


def annotate_docx(document: Document, found: Sequence[Diagnostic], suggest: Collection[Safety] = ()) -> Annotated:
    """Return the document with a comment for each finding, and with the fixes of these safeties as tracked changes.

    Comments of an earlier run are replaced. Raises UserError for a document that cannot be written.
    """
    package = PlacedPackage(_without_own(document.source.data))
    main = package.read(package.main)
    if b"xmlns:w=" not in main or main[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UserError(f"{document.source.path} is built in a way that cannot be annotated.")
    contents, _ = read_all(package)
    part_of(contents)
    pieces = Pieces(contents)
    if not pieces:
        return Annotated(document.source.data, 0, notes=(_no_text(found),) if found else ())
    date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    surgery = Surgery(main, pieces)
    name = package.find_part("comments") or _NAME
    old = package.read(name) if package.find_part("comments") else comments.EMPTY
    first = comments.next_id(main, old)
    changes = _suggest(surgery, found, suggest, first + len(found), date)
    added = []
    for number, one in enumerate(found, first):
        start, end, exact = pieces.anchor(one.origin.start, one.origin.end)
        surgery.mark(start, end, comments.before_mark(number), comments.after_mark(number))
        added.append((number, _words(document, one, exact)))
    changed = {package.main: surgery.result(), name: comments.add(old, added, date)}
    if not package.find_part("comments"):
        changed |= _register(package, name)
    return Annotated(parts.rewrite(_without_own(document.source.data), changed), len(added), changes)


def _register(package: PlacedPackage, name: str) -> dict[str, bytes]:
    """Return the parts that say that there is a part with comments."""
    types, relations = parts.TYPES, parts.relations_of(package.main)
    known = package.read(relations) if package.relations(package.main) else parts.NO_RELATIONS
    listed = package.read(types) if package.has(types) else parts.types_for(package.main)
    said, related = parts.with_comments(listed, known, package.main, name)
    return {types: said, relations: related}


def _without_own(data: bytes) -> bytes:
    """Return the document without our comments of an earlier run."""
    package = PlacedPackage(data)
    name = package.find_part("comments")
    if not name:
        return data
    kept, ids = comments.strip_own(package.read(name))
    if not ids:
        return data
    main = comments.strip_anchors(package.read(package.main), ids)
    return parts.rewrite(data, {name: kept, package.main: main})


def _suggest(surgery: Surgery, found: Sequence[Diagnostic], suggest: Collection[Safety], first: int, date: str) -> int:
    """Set the fixes in as tracked changes, each wholly or not at all; return how many."""
    done = 0
    for one in found:
        if not one.fix or one.fix.meant not in suggest:
            continue
        edits = one.fix.edits
        if edits and all(surgery.can_change(edit.origin.start, edit.origin.end) for edit in edits):
            about = f' w:id="{first + done}" w:author={quoteattr(OURS)} w:date={quoteattr(date)}'.encode()
            for edit in edits:
                surgery.change(edit.origin.start, edit.origin.end, edit.text, about)
            done += 1
    return done


def _words(document: Document, one: Diagnostic, exact: bool) -> list[str]:
    """Return the paragraphs of a comment."""
    said = quote_words(one.message)
    where = "" if exact else f"In a note or text box here, “{' '.join(one.span.of(document.text).split())[:80]}”: "
    fix = [f"Suggestion: {quote_words(one.fix.title)}."] if one.fix else []
    return [f"{where}{said}", *fix, f"{one.severity} · {one.label}"]


def _no_text(found: Sequence[Diagnostic]) -> str:
    return f"The document has no text that {len(found)} comments could be anchored to."
