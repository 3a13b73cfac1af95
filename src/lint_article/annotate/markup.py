"""Findings as comments in a text format; the text that is printed stays as it was, and that is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lint_article.annotate.annotated import Annotated
from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.load import read
from lint_article.errors import UserError
from lint_article.readers.decoding import encode_as, encoding_of
from lint_article.reporters.review.query import quote_words

_LATEX = {**{char: f"\\{char}" for char in "#$%&_{}"}, "\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"}
_STRAIGHT = str.maketrans("“”", "''")  # which every encoding has
_END_OF_LINE = re.compile(r"[^\r\n]*")


@dataclass(frozen=True, slots=True)
class MarkupRemark:
    """How a format writes a remark: at the words or at the end of their line; whether the text stays the same."""

    write: Callable[[str], str]
    at_line_end: bool = False
    is_hidden: bool = True


def _in_html(said: str) -> str:
    return f"<!-- {said.replace('--', '‐‐').replace('>', '›')} -->"


def _in_critic(said: str) -> str:
    return f"{{>>{said.replace('<<', '‹‹')}<<}}"


def _in_comment(said: str) -> str:
    return f" % {said.translate(_STRAIGHT)}"


def _in_todo(said: str) -> str:
    return rf"\todo{{{''.join(_LATEX.get(char, char) for char in said.translate(_STRAIGHT))}}}"


_REMARKS: Mapping[tuple[str, str], MarkupRemark] = {
    ("markdown", "comment"): MarkupRemark(_in_html),
    ("html", "comment"): MarkupRemark(_in_html),
    ("latex", "comment"): MarkupRemark(_in_comment, at_line_end=True),
    ("latex", "todo"): MarkupRemark(_in_todo, is_hidden=False),
    ("markdown", "critic"): MarkupRemark(_in_critic, is_hidden=False),
    ("plain", "critic"): MarkupRemark(_in_critic, is_hidden=False),
    ("plain", "comment"): MarkupRemark(_in_critic, is_hidden=False),
}


def annotate_markup(document: Document, found: Sequence[Diagnostic], style: str = "") -> Annotated:
    """Return the manuscript with a remark behind the words of each finding.

    A comment that would change what is printed, as in a listing, goes to the end of the file. Raises UserError for a
    style that the format lacks, and for a file whose encoding cannot be written.
    """
    form = document.source.format
    remark = _REMARKS.get((form, style or "comment"))
    if remark is None:
        raise UserError(f"`--style {style}` is not for files of the format {form}.")
    own = [one for one in found if one.origin.part == 0]
    placed = own if not remark.is_hidden else _harmless(document, own, remark)
    at_words = set(map(id, placed))
    data = _write_out(document, placed, [one for one in own if id(one) not in at_words], remark)
    elsewhere = len(found) - len(own)
    notes = (f"{elsewhere} in other files of the manuscript: in the report only.",) if elsewhere else ()
    return Annotated(data, len(own), notes=notes)


def _harmless(document: Document, found: Sequence[Diagnostic], remark: MarkupRemark) -> Sequence[Diagnostic]:
    """Return the findings whose remarks leave the text as it is; halves are tried where all together do not."""
    if not found or _is_same(document, _write_out(document, found, (), remark)):
        return found
    if len(found) == 1:
        return ()
    middle = len(found) // 2
    halves = (_harmless(document, half, remark) for half in (found[:middle], found[middle:]))
    together = [one for half in halves for one in half]
    return together if _is_same(document, _write_out(document, together, (), remark)) else ()


def _is_same(document: Document, data: bytes) -> bool:
    after = read(replace(document.source, data=data))
    return after.text.split() == document.text.split()


def _write_out(
    document: Document, placed: Sequence[Diagnostic], last: Sequence[Diagnostic], remark: MarkupRemark
) -> bytes:
    part = document.parts[0]
    at: dict[int, list[str]] = {}
    for one in placed:
        end = max(one.origin.end, one.origin.start)
        match = _END_OF_LINE.match(part.text, end) if remark.at_line_end else None
        at.setdefault(match.end() if match else end, []).append(_said(one))
    pieces, reached = [], 0
    for offset, said in sorted(at.items()):
        pieces += [part.text[reached:offset], remark.write("; ".join(said))]
        reached = offset
    gap = "" if part.text.endswith("\n") or not last else "\n"
    tail = "".join(f"{remark.write(f'line {one.place.line}: {_said(one)}').strip()}\n" for one in last)
    text = "".join([*pieces, part.text[reached:], gap, "\n" if last else "", tail])
    encoding = encoding_of(part.text, document.source.data, document.source)
    data = encode_as(text, encoding) if encoding else None
    if data is None:
        raise UserError(f"{document.source.path} is in an encoding that cannot be written.")
    return data


def _said(one: Diagnostic) -> str:
    """Return what a remark says, on one line."""
    fix = f" Suggestion: {quote_words(one.fix.title)}." if one.fix else ""
    return f"lint-article note: {' '.join(quote_words(one.message).split())}{fix} [{one.rule}]"
