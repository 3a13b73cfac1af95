"""What an editor is told of a checked text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from lint_article.document import Document, Resolution
from lint_article.engine.diagnostic import Diagnostic, PlacedFix
from lint_article.reporters.review.query import quote_words
from lint_article.rulebook import rule_of
from lint_article.server.lsp.checking import CheckedText
from lint_article.server.lsp.positions import offset, range_in, range_of
from lint_article.text import Origin

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


def actions(checked: CheckedText, part: int, uri: str, wanted: lsp.Range) -> list[lsp.CodeAction]:
    """Return the fixes of the findings that a range of a part touches, and ways to ignore them."""
    document = checked.document
    if document is None:
        return []
    return [action for one in _in(document, checked, part, wanted) for action in _actions(document, one, uri)]


def _in(document: Document, checked: CheckedText, part: int, wanted: lsp.Range) -> Iterator[Diagnostic]:
    start, end = (offset(document.parts[part], at) for at in (wanted.start, wanted.end))
    for one in checked.diagnostics:
        if one.origin.part == part and one.origin.start <= end and start <= one.origin.end:
            yield one


def _actions(document: Document, one: Diagnostic, uri: str) -> Iterator[lsp.CodeAction]:
    if one.fix:
        yield lsp.CodeAction(
            f"{quote_words(one.fix.title)}{_TITLES[one.fix.safety]}",
            lsp.CodeActionKind.QuickFix,
            edit=_edit(document, one.fix, uri),
            is_preferred=one.fix.safety == "safe",
        )
    words = " ".join(one.span.of(document.text).split())
    ignores = [(f"Ignore “{words[:40]}” for {one.rule}", words)] if words else []
    ignores += [(f"Ignore {one.rule} everywhere", "")]
    for title, quote in ignores:
        command = lsp.Command(title=title, command=IGNORE, arguments=[uri, one.rule, quote])
        yield lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, command=command)


def _edit(document: Document, fix: PlacedFix, uri: str) -> lsp.WorkspaceEdit:
    changes: dict[str, list[lsp.TextEdit]] = {}
    for edit in fix.edits:
        where = range_of(document.parts[edit.origin.part], edit.origin.start, edit.origin.end)
        changes.setdefault(uri_of(document, edit.origin.part, uri), []).append(lsp.TextEdit(where, edit.text))
    return lsp.WorkspaceEdit(changes)


def hover(checked: CheckedText, part: int, at: lsp.Position) -> lsp.Hover | None:
    """Return why the words at a position are flagged, or how a citation was judged."""
    document = checked.document
    if document is None:
        return None
    said = [_reason(one) for one in _in(document, checked, part, lsp.Range(at, at))]
    judged = _resolution_at(document, part, at)
    if judged and judged.evidence:
        notes = "".join(f"\n- {one.note or one.name}" for one in judged.evidence)
        said.append(f"Citation: {judged.outcome.replace('-', ' ')}{notes}")
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(said))) if said else None


def _reason(one: Diagnostic) -> str:
    rule = rule_of(one.code)
    return f"**{rule.summary}** (`{rule.name}`, {rule.code})\n\n{one.message}\n\n{rule.why}"


def _resolution_at(document: Document, part: int, at: lsp.Position) -> Resolution | None:
    place = offset(document.parts[part], at)
    for judged in document.resolutions:
        origin = document.map.origin(judged.item.span)
        if origin.part == part and origin.start <= place <= origin.end:
            return judged
    return None


def definition(checked: CheckedText, part: int, uri: str, at: lsp.Position) -> list[lsp.Location]:
    """Return the entry that the citation at a position cites, or those that it may cite."""
    document = checked.document
    judged = _resolution_at(document, part, at) if document else None
    if document is None or judged is None:
        return []
    indexes = judged.references or (() if judged.nearest is None else (judged.nearest,))
    entries = _entries(document)
    return [_location(document, entries[index], uri) for index in indexes]


def references(checked: CheckedText, part: int, uri: str, at: lsp.Position) -> list[lsp.Location]:
    """Return the citations of the entry at a position, or of the one that the citation there cites."""
    document = checked.document
    if document is None:
        return []
    judged, place = _resolution_at(document, part, at), offset(document.parts[part], at)
    wanted = set(judged.references) if judged else set()
    entries = enumerate(_entries(document))
    wanted |= {index for index, one in entries if one.part == part and one.start <= place <= one.end}
    cited = [one.item.span for one in document.resolutions if wanted & set(one.references)]
    return [_location(document, document.map.origin(span), uri) for span in cited]


def _entries(document: Document) -> list[Origin]:
    """Return where the entries of the list are, from their keys on, as these are printed before what they say."""
    reached: dict[int, int] = {}
    found = []
    for reference in document.references:
        origin = document.map.origin(reference.span)
        text, after = document.parts[origin.part].text, reached.get(origin.part, 0)
        key = text.rfind(reference.key, after, origin.start) if reference.key else -1
        found.append(replace(origin, start=key) if key >= 0 else origin)
        reached[origin.part] = origin.end
    return found


def _location(document: Document, origin: Origin, uri: str) -> lsp.Location:
    found = range_of(document.parts[origin.part], origin.start, origin.end)
    return lsp.Location(uri_of(document, origin.part, uri), found)


def symbols(checked: CheckedText, part: int) -> list[lsp.DocumentSymbol]:
    """Return the sections of a manuscript and the entries of its reference list."""
    document = checked.document
    if document is None:
        return []
    spans = [(s.heading, s.span, lsp.SymbolKind.Namespace) for s in document.sections if s.heading]
    spans += [(entry.span, entry.span, lsp.SymbolKind.Key) for entry in document.references]
    found = []
    for name, span, kind in spans:
        (inside, shown), (_, whole) = range_in(document, name), range_in(document, span)
        words = " ".join(name.of(document.text).split())[:80]
        if inside == part and words:
            found.append(lsp.DocumentSymbol(words, kind, _around(whole, shown), shown))
    return found


def _around(whole: lsp.Range, shown: lsp.Range) -> lsp.Range:
    return lsp.Range(min(whole.start, shown.start), max(whole.end, shown.end))
