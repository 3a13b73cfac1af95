"""What an editor is told of a checked text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from lint_article.document import Document, Resolution
from lint_article.engine.diagnostic import Diagnostic
from lint_article.reporters.review.query import quote_words
from lint_article.rulebook import rule_of
from lint_article.server.lsp.checking import CheckedText
from lint_article.server.lsp.positions import offset, range_in, range_of
from lint_article.text import Span

_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "suggestion": lsp.DiagnosticSeverity.Information,
}
_TITLES = {"safe": "", "unsafe": " (likely)", "shown": " (please check)"}
IGNORE = "lint-article.ignore"


def diagnostics_of(checked: CheckedText, uri: str) -> dict[str, list[lsp.Diagnostic]]:
    """Return the diagnostics of a text, and those of the files that it includes, by address."""
    found: dict[str, list[lsp.Diagnostic]] = {uri: []}
    document = checked.document
    if document is None:
        return found
    for one in checked.diagnostics:
        part = document.parts[one.origin.part]
        found.setdefault(uri_of(document, one.origin.part, uri), []).append(
            lsp.Diagnostic(
                range_of(part, one.origin.start, one.origin.end),
                quote_words(one.message),
                _SEVERITIES[one.severity],
                one.rule,
                source="lint-article",
                data={"code": one.code},
            )
        )
    return found


def uri_of(document: Document, part: int, uri: str) -> str:
    """Return the address of a part of a manuscript."""
    path = document.parts[part].path
    return (from_fs_path(str(Path(path).resolve())) or uri) if path else uri


def actions(checked: CheckedText, uri: str, wanted: lsp.Range) -> list[lsp.CodeAction]:
    """Return the fixes of the findings that a range touches, and ways to ignore them."""
    document = checked.document
    return (
        []
        if document is None
        else [action for one in _in(document, checked, wanted) for action in _actions(document, one, uri)]
    )


def _in(document: Document, checked: CheckedText, wanted: lsp.Range) -> Iterator[Diagnostic]:
    part = document.parts[0]
    start, end = offset(part, wanted.start), offset(part, wanted.end)
    for one in checked.diagnostics:
        if one.origin.part == 0 and one.origin.start <= end and start <= one.origin.end:
            yield one


def _actions(document: Document, one: Diagnostic, uri: str) -> Iterator[lsp.CodeAction]:
    part = document.parts[0]
    if one.fix and all(edit.origin.part == 0 for edit in one.fix.edits):
        edits = [lsp.TextEdit(range_of(part, e.origin.start, e.origin.end), e.text) for e in one.fix.edits]
        yield lsp.CodeAction(
            f"{quote_words(one.fix.title)}{_TITLES[one.fix.safety]}",
            lsp.CodeActionKind.QuickFix,
            edit=lsp.WorkspaceEdit({uri: edits}),
            is_preferred=one.fix.safety == "safe",
        )
    words = " ".join(one.span.of(document.text).split())
    ignores = [(f"Ignore “{words[:40]}” for {one.rule}", words)] if words else []
    ignores += [(f"Ignore {one.rule} everywhere", "")]
    for title, quote in ignores:
        command = lsp.Command(title=title, command=IGNORE, arguments=[uri, one.rule, quote])
        yield lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, command=command)


def hover(checked: CheckedText, at: lsp.Position) -> lsp.Hover | None:
    """Return why the words at a position are flagged, or how a citation was judged."""
    document = checked.document
    if document is None:
        return None
    said = [_reason(one) for one in _in(document, checked, lsp.Range(at, at))]
    judged = _resolution_at(document, at)
    if judged and judged.evidence:
        notes = "".join(f"\n- {one.note or one.name}" for one in judged.evidence)
        said.append(f"Citation: {judged.outcome.replace('-', ' ')}{notes}")
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(said))) if said else None


def _reason(one: Diagnostic) -> str:
    rule = rule_of(one.code)
    return f"**{rule.summary}** (`{rule.name}`, {rule.code})\n\n{one.message}\n\n{rule.why}"


def _resolution_at(document: Document, at: lsp.Position) -> Resolution | None:
    place = offset(document.parts[0], at)
    for judged in document.resolutions:
        origin = document.map.origin(judged.item.span)
        if origin.part == 0 and origin.start <= place <= origin.end:
            return judged
    return None


def definition(checked: CheckedText, uri: str, at: lsp.Position) -> list[lsp.Location]:
    """Return the entry that the citation at a position cites, or those that it may cite."""
    document = checked.document
    judged = _resolution_at(document, at) if document else None
    if document is None or judged is None:
        return []
    indexes = judged.references or (() if judged.nearest is None else (judged.nearest,))
    return [_location(document, document.references[index].span, uri) for index in indexes]


def references(checked: CheckedText, uri: str, at: lsp.Position) -> list[lsp.Location]:
    """Return the citations of the entry at a position, or of the one that the citation there cites."""
    document = checked.document
    if document is None:
        return []
    judged, place = _resolution_at(document, at), offset(document.parts[0], at)
    wanted = set(judged.references) if judged else set()
    for index, entry in enumerate(document.references):
        origin = document.map.origin(entry.span)
        if origin.part == 0 and origin.start <= place <= origin.end:
            wanted.add(index)
    return [_location(document, one.item.span, uri) for one in document.resolutions if wanted & set(one.references)]


def _location(document: Document, span: Span, uri: str) -> lsp.Location:
    part, found = range_in(document, span)
    return lsp.Location(uri_of(document, part, uri), found)


def symbols(checked: CheckedText) -> list[lsp.DocumentSymbol]:
    """Return the sections of a manuscript and the entries of its reference list."""
    document = checked.document
    if document is None:
        return []
    spans = [(s.heading, s.span, lsp.SymbolKind.Namespace) for s in document.sections if s.heading]
    spans += [(entry.span, entry.span, lsp.SymbolKind.Key) for entry in document.references]
    found = []
    for name, span, kind in spans:
        (part, shown), (_, whole) = range_in(document, name), range_in(document, span)
        words = " ".join(name.of(document.text).split())[:80]
        if part == 0 and words:
            found.append(lsp.DocumentSymbol(words, kind, _around(whole, shown), shown))
    return found


def _around(whole: lsp.Range, shown: lsp.Range) -> lsp.Range:
    return lsp.Range(min(whole.start, shown.start), max(whole.end, shown.end))
