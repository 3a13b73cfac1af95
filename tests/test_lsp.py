"""The language server, driven over standard input and output by a real client."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from lint_article.api import lint
from lint_article.engine.diagnostic import Diagnostic
from making import QUIET

TEXT = """# Tides 🌊 and fares

Eriksen (2014) has shown 🌊 that fares recieve the the tides (Castellanos, 2014; Weatherby, 2003).

## References

Castellanos, M. (2015). Who complains at the quay? Journal of Short Journeys, 3(1), 1–18.

Eriksen, T. (2014). Tidal fares. Ferry Economics, 21(4), 201–223.
"""
Talk = Callable[["Editor"], Awaitable[None]]


class Editor:
    """An editor with one open text."""

    def __init__(self, path: Path, text: str) -> None:
        self.client = LanguageClient("tests", "1")
        self.uri, self.path, self.version = path.as_uri(), path, 1
        self.text = text
        self.shown: dict[str, list[lsp.Diagnostic]] = {}
        self.versions: dict[str, int | None] = {}
        self.said: list[tuple[str, tuple[object, ...]]] = []  # each message's text and rules

        self.watched: list[str] = []
        self.told: list[str] = []

        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.published))
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE)(partial(self.hear))
        self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(partial(self.registered))

    def published(self, said: lsp.PublishDiagnosticsParams) -> None:
        self.shown[said.uri] = list(said.diagnostics)
        self.versions[said.uri] = said.version
        self.said.append((said.uri, tuple(one.code for one in said.diagnostics)))

    def hear(self, said: lsp.ShowMessageParams) -> None:
        self.told.append(said.message)

    def registered(self, said: lsp.RegistrationParams) -> None:
        options: Any = said.registrations[0].register_options
        self.watched += [one["globPattern"] for one in options["watchers"]]

    async def open(self) -> None:
        await self.client.start_io(sys.executable, "-m", "lint_article", "lsp")
        folders = [lsp.WorkspaceFolder(self.path.parent.as_uri(), "work")]
        watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        able = lsp.ClientCapabilities(lsp.WorkspaceClientCapabilities(did_change_watched_files=watching))
        said = lsp.InitializeParams(able, workspace_folders=folders, root_uri=folders[0].uri)
        await self.client.initialize_async(said)
        self.client.initialized(lsp.InitializedParams())
        item = lsp.TextDocumentItem(self.uri, "markdown", self.version, self.text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    async def until(self, version: int | None = None) -> list[lsp.Diagnostic]:
        wanted = version or self.version
        for _ in range(1500):
            if self.versions.get(self.uri) == wanted:
                return self.shown[self.uri]
            await asyncio.sleep(0.01)
        raise AssertionError("no diagnostics")

    def change(self, text: str) -> None:
        """Send the change of one stretch, as an editor does."""
        old, same = self.text, 0
        while same < min(len(old), len(text)) and old[same] == text[same]:
            same += 1
        end = 0
        while end < min(len(old), len(text)) - same and old[-1 - end] == text[-1 - end]:
            end += 1
        where = lsp.Range(at(old, same), at(old, len(old) - end))
        self.text, self.version = text, self.version + 1
        about = lsp.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        event = lsp.TextDocumentContentChangePartial(range=where, text=text[same : len(text) - end])
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(about, [event]))

    async def until_rules(self, *wanted: str, uri: str = "") -> None:
        """Wait until a text shows findings of these rules, in this order."""
        for _ in range(1500):
            if [one.code for one in self.shown.get(uri or self.uri, [])] == list(wanted):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(self.shown)

    @property
    def document(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)


def at(text: str, offset: int) -> lsp.Position:
    before = text[:offset]
    line = before.count("\n")
    return lsp.Position(line, len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)


def talk(tmp_path: Path, talking: Talk, text: str = TEXT) -> None:
    path = tmp_path / "draft.md"
    path.write_text(text, encoding="utf-8")
    if not (tmp_path / "lint-article.toml").exists():
        (tmp_path / "lint-article.toml").write_text('grammar = "none"\n', encoding="utf-8")

    async def run() -> None:
        editor = Editor(path, text)
        await editor.open()
        try:
            await talking(editor)
        finally:
            await editor.client.shutdown_async(None)
            editor.client.exit(None)
            await editor.client.stop()  # type: ignore[no-untyped-call]

    asyncio.run(asyncio.wait_for(run(), 120))


def ranged(found: Diagnostic, text: str) -> tuple[str, lsp.Range]:
    return found.rule, lsp.Range(at(text, found.origin.start), at(text, found.origin.end))


def test_diagnostics_fixes_hover_and_the_way_to_references(tmp_path: Path) -> None:
    async def talking(editor: Editor) -> None:
        shown = await editor.until()
        rules = [one.code for one in shown]
        assert rules == ["misspelt-word", "repeated-word", "citation-year-mismatch", "citation-without-reference"]
        start = TEXT.index("recieve")
        assert shown[0].range == lsp.Range(at(TEXT, start), at(TEXT, start + 7))
        client, document = editor.client, editor.document
        said = lsp.CodeActionParams(document, shown[0].range, lsp.CodeActionContext([]))
        actions = await client.text_document_code_action_async(said)
        first = actions[0] if actions else None
        assert isinstance(first, lsp.CodeAction) and first.edit and first.edit.changes
        assert [edit.new_text for edit in first.edit.changes[editor.uri]] == ["receive"]
        hover = await client.text_document_hover_async(lsp.HoverParams(document, shown[2].range.start))
        assert hover and "CIT002" in str(hover.contents)
        entry = TEXT.index("Eriksen, T.")
        cited = at(TEXT, TEXT.index("Eriksen (2014)") + 2)
        found = await client.text_document_definition_async(lsp.DefinitionParams(document, cited))
        assert isinstance(found, list) and [one.range.start for one in found] == [at(TEXT, entry)]
        asked = lsp.ReferenceParams(lsp.ReferenceContext(False), document, at(TEXT, entry + 3))
        back = await client.text_document_references_async(asked)
        assert back and [one.range.start for one in back] == [at(TEXT, TEXT.index("Eriksen (2014)"))]
        outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
        assert outline and [one.name for one in outline][:2] == ["Tides 🌊 and fares", "References"]

    talk(tmp_path, talking)


def test_an_ignored_finding_is_written_to_the_settings(tmp_path: Path) -> None:
    async def talking(editor: Editor) -> None:
        assert len(await editor.until()) == 4
        said = lsp.ExecuteCommandParams("lint-article.ignore", [editor.uri, "misspelt-word", "recieve"])
        await editor.client.workspace_execute_command_async(said)
        for _ in range(300):
            if len(editor.shown[editor.uri]) == 3:
                break
            await asyncio.sleep(0.02)
        assert "misspelt-word" not in [one.code for one in editor.shown[editor.uri]]

    talk(tmp_path, talking)
    assert '[[ignore]]\nrule = "misspelt-word"\nquote = "recieve"\n' in (tmp_path / "lint-article.toml").read_text()
    assert "misspelt-word" not in [one.rule for one in lint(tmp_path / "draft.md").diagnostics]


def test_after_any_edits_the_diagnostics_are_those_of_the_saved_text(tmp_path: Path) -> None:
    choice = random.Random(17)  # noqa: S311 - not for secrets
    pieces = ["the the ", "(Eriksen, 2013)", "\n\n", "recieve ", "🌊", "(", "# ", "Weatherby (2003) "]

    async def talking(editor: Editor) -> None:
        await editor.until()
        for number in range(40):
            start = choice.randrange(len(editor.text))
            end = min(start + choice.choice([0, 0, 1, 9]), len(editor.text))
            editor.change(editor.text[:start] + choice.choice(pieces) + editor.text[end:])
            if number % 5:
                continue  # typing goes on
            shown = await editor.until()
            saved = tmp_path / "saved.md"
            saved.write_text(editor.text, encoding="utf-8")
            expected = [ranged(one, editor.text) for one in lint(saved, QUIET).diagnostics]
            assert [(one.code, one.range) for one in shown] == expected

    talk(tmp_path, talking)


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from lint_article.commands.lsp import serve_editor
    from lint_article.errors import UserError

    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    monkeypatch.delitem(sys.modules, "lint_article.server.lsp.server", raising=False)
    with pytest.raises(UserError, match="needs the package"):
        serve_editor()
