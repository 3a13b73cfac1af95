r"""Labels and the commands that refer to them: `\label` and `\ref`, `{#fig-map}` and `@fig-map`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.text import Span

_COMMAND = re.compile(r"\\(?:auto|name|page|eq|sub|full|[cCv])?ref(?:range)?\*?\s*(?:\{[^{}]*\}\s*)?\{\s*$")
_LABEL = re.compile(
    r"\\\w*label\w*\*?\s*(?:\[[^\]]*\])?\s*\{([^{}]+)\}|\blabel\s*[=:]\s*[\"'{]?([^\s,\]}\"']+)"
    r"|\{[^{}\n]{0,200}?#([\w:.-]+)[^{}\n]*\}|\{r\s+([\w-]+)|\bid=\"([^\"]+)\"|^\(([\w:.-]+)\)=\s*$|:name:\s*(\S+)",
    re.MULTILINE,
)
# An argument that looks like a label: `\begin{table}{lll}{Quays}{tab:quays}` of a class that sets it.
_ARGUMENT = re.compile(r"(?:\\(?P<command>\w+)\*?)?\{(?P<label>\w+:[\w:.-]+)\}")
_MARKDOWN = re.compile(r"@((?:fig|tbl|tab|lst|eq)[:-][\w:-]*\w)|\\@ref\(([\w:-]+)\)")
_ELSEWHERE = re.compile(r"\\externaldocument|\\label\s*\{[^{}]*#\d|\blabel\s*=\s*\{?#\d")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A label that the text refers to; `start` is where its command begins in the part of the source."""

    span: Span
    label: str
    part: int
    start: int


@kept
def cross_references(document: Document) -> tuple[CrossReference, ...]:
    """Return the places where the text refers to labels, in order; in formats without labels there are none."""
    find = _FINDERS.get(document.source.format)
    return tuple(find(document)) if find else ()


def labels(document: Document) -> Mapping[str, int]:
    """Return the labels of all files of a manuscript, each with how often it is set."""
    found: dict[str, int] = {}
    for part in document.parts:
        text = _COMMENT.sub("", part.text) if document.source.format == "latex" else part.text
        for match in _LABEL.finditer(text):
            label = (match[match.lastindex or 0]).strip()
            for name in (label, label.replace(":", "-", 1)):
                found[name] = found.get(name, 0) + 1
        if document.source.format == "latex":
            for match in _ARGUMENT.finditer(text):
                if "ref" not in (match["command"] or "").lower():
                    found.setdefault(match["label"], 1)
    return found


def has_all_labels(document: Document) -> bool:
    """Tell whether every label of the manuscript is in its files: no file is missing, and no macro sets labels."""
    whole = document.source.format != "latex" or "\\begin{document}" in document.parts[0].text
    unread = any(problem.rule in ("unchecked-text", "unreadable-source") for problem in document.problems)
    return whole and not unread and not any(_ELSEWHERE.search(part.text) for part in document.parts)


def _find_latex(document: Document) -> Iterator[CrossReference]:
    for mark in document.marks:
        if mark.kind == "code":
            origin = document.map.origin(mark.span)
            command = _COMMAND.search(document.parts[origin.part].text, max(origin.start - 200, 0), origin.start)
            if command:
                start = mark.span.start
                for key in mark.span.of(document.text).split(","):
                    span = Span(start, start + len(key))
                    yield CrossReference(span, key.strip(), origin.part, command.start())
                    start = span.end + 1


def _find_markdown(document: Document) -> Iterator[CrossReference]:
    for mark in document.marks:
        match = _MARKDOWN.fullmatch(mark.span.of(document.text)) if mark.kind == "code" else None
        if match:
            origin = document.map.origin(mark.span)
            if document.parts[origin.part].text[origin.start - 1 : origin.start] != "`":
                yield CrossReference(mark.span, match[1] or match[2], origin.part, origin.start)


_FINDERS = {"latex": _find_latex, "markdown": _find_markdown}
