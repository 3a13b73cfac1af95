"""Writing fixes into a manuscript: chosen without overlap, in the file's own characters, until nothing is left."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from lint_article.dataclass import dataclass
from lint_article.document import Document, Safety, Source
from lint_article.engine.diagnostic import Diagnostic, PlacedEdit, PlacedFix
from lint_article.text import Part

Check = Callable[[Source], tuple[Document, list[Diagnostic]]]

ROUNDS = 20
_BOMS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file after its fixes: what remains to report, and how many fixes were written."""

    source: Source
    document: Document
    remaining: list[Diagnostic]
    count: int


def repair(source: Source, check: Check, safeties: Collection[Safety]) -> Repaired:
    """Return the source with all fixes of these safeties written, checked again after each round.

    A text that comes up twice means that two rules undo each other: the rounds then end with the text as it is. They
    also end before a text that would not be read back as it is meant, as in a file of another encoding.
    """
    document, found = check(source)
    count, seen = 0, {source.data}
    for _ in range(ROUNDS):
        fixes = chosen(found, safeties) if encoded(document.parts[0], source) == source.data else []
        if not fixes:
            break
        part = replace(document.parts[0], text=applied(document.parts[0].text, fixes))
        rewritten = replace(source, data=encoded(part, source))
        if rewritten.data in seen:
            break
        seen.add(rewritten.data)
        again = check(rewritten)
        if again[0].parts[0].text != part.text:
            break
        source, count = rewritten, count + len(fixes)
        document, found = again
    return Repaired(source, document, found, count)


def chosen(found: Iterable[Diagnostic], safeties: Collection[Safety]) -> list[PlacedFix]:
    """Return the fixes to write in one round: of those that touch each other the first; equal ones once."""
    fixes: list[PlacedFix] = []
    taken: list[tuple[int, int]] = []
    for diagnostic in found:
        fix = diagnostic.fix
        if fix is None or fix.safety not in safeties or any(edit.origin.part != 0 for edit in fix.edits):
            continue
        ranges = [(edit.origin.start, edit.origin.end) for edit in fix.edits]
        if not any(_touch(one, other) for one in ranges for other in taken):
            fixes.append(fix)
            taken += ranges
    return fixes


def applied(text: str, fixes: Iterable[PlacedFix]) -> str:
    """Return the text with all edits made."""
    edits: list[PlacedEdit] = [edit for fix in fixes for edit in fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.origin, reverse=True):
        text = text[: edit.origin.start] + edit.text + text[edit.origin.end :]
    return text


def encoded(part: Part, source: Source) -> bytes:
    """Return a text as its file holds it: in the file's encoding, with its byte-order mark and its undecodable bytes.

    Nothing is written unless this gives back the very bytes of the file as it was read; for UTF-16 with undecodable
    bytes it does not.
    """
    utf_16 = _BOMS.get(source.data[:2])
    return part.text.encode(utf_16, "surrogatepass") if utf_16 else part.text.encode("utf-8", "surrogateescape")


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
