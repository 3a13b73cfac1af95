"""The server: texts come in while they are typed, and what was found goes out."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lint_article import __version__
from lint_article.config.load import forget_settings
from lint_article.engine.grammar import Grammar
from lint_article.engine.own_rules import forget_rules
from lint_article.errors import UserError
from lint_article.server.lsp import answers
from lint_article.server.lsp.checking import CheckedText, Phase, check_text, has_grammar
from lint_article.server.lsp.ignoring import ignore

_PAUSE = 0.2  # seconds without typing after which a text is checked


class ArticleServer(LanguageServer):
    """Keeps the last result of each open text; a text is checked in the background, one at a time."""

    def __init__(self) -> None:
        super().__init__("lint-article", __version__)
        self.checked: dict[str, CheckedText] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._shown: dict[str, set[str]] = {}
        self._grammar = Grammar()
        self._worker = ThreadPoolExecutor(1, "lint-article")

    def schedule(self, uri: str, pause: float = _PAUSE) -> None:
        """Check a text after a pause, and forget what was scheduled for it before."""
        if (running := self._tasks.pop(uri, None)) is not None:
            running.cancel()
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self._run(uri, "quick")
        if has_grammar(path_of(uri)):
            await asyncio.sleep(pause)
            await self._run(uri, "full")

    async def _run(self, uri: str, phase: Phase) -> None:
        text = self.workspace.get_text_document(uri)
        said = (path_of(uri), text.source, text.version or 0, text.language_id or "", self._grammar, phase)
        checked = await asyncio.get_running_loop().run_in_executor(self._worker, check_text, *said)
        if uri in self._tasks and (self.workspace.get_text_document(uri).version or 0) == checked.version:
            self._show(uri, checked)

    def _show(self, uri: str, checked: CheckedText) -> None:
        self.checked[uri] = checked
        found = answers.diagnostics_of(checked, uri)
        for gone in self._shown.get(uri, set()) - set(found):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(gone, []))
        for at, diagnostics in found.items():
            version = checked.version if at == uri else None
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(at, diagnostics, version))
        self._shown[uri] = set(found)
        if checked.trouble:
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, checked.trouble))

    async def current(self, uri: str) -> CheckedText:
        """Return what is known of a text as it is now; it is checked at once if it has changed."""
        version = self.workspace.get_text_document(uri).version or 0
        if uri not in self.checked or self.checked[uri].version != version:
            await self._run(uri, "quick")
        return self.checked.get(uri, CheckedText(version))

    def drop(self, uri: str) -> None:
        """Forget a text that was closed, and take its diagnostics away."""
        if (running := self._tasks.pop(uri, None)) is not None:
            running.cancel()
        self.checked.pop(uri, None)
        for at in self._shown.pop(uri, set()):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(at, []))

    def recheck(self) -> None:
        """Check all open texts again, under settings and bibliographies that may have changed."""
        forget_settings()
        forget_rules()
        for uri in list(self._tasks):
            self.schedule(uri, 0)

    def end(self) -> None:
        """End the grammar engines."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        self._grammar.close()


def path_of(uri: str) -> str:
    """Return the path of a text; one that was never saved has the name that the editor gives it."""
    return to_fs_path(uri) or uri.rpartition(":")[2] or "untitled"


def make_server() -> ArticleServer:
    """Return a server with all that it can do."""
    server = ArticleServer()
    _listen(server)
    _answer(server)
    return server


def _listen(server: ArticleServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(said: lsp.DidOpenTextDocumentParams) -> None:
        server.schedule(said.text_document.uri, 0)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(said: lsp.DidChangeTextDocumentParams) -> None:
        server.schedule(said.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        server.recheck()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(said: lsp.DidCloseTextDocumentParams) -> None:
        server.drop(said.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.recheck()

    @server.command(answers.IGNORE)
    async def ignored(uri: str, rule: str, quote: str) -> None:
        root = server.workspace.root_path
        try:
            ignore(Path(path_of(uri)), Path(root) if root else None, rule, quote)
        except UserError as error:
            words = f"{error.message} {error.hint}"
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, words))
        server.recheck()


def _answer(server: ArticleServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    )
    async def act(said: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = said.text_document.uri
        return answers.actions(await server.current(uri), uri, said.range)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(said: lsp.HoverParams) -> lsp.Hover | None:
        return answers.hover(await server.current(said.text_document.uri), said.position)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def define(said: lsp.DefinitionParams) -> list[lsp.Location]:
        uri = said.text_document.uri
        return answers.definition(await server.current(uri), uri, said.position)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def refer(said: lsp.ReferenceParams) -> list[lsp.Location]:
        uri = said.text_document.uri
        return answers.references(await server.current(uri), uri, said.position)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(said: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        return answers.symbols(await server.current(said.text_document.uri))


def serve() -> None:
    """Serve an editor over standard input and output until it ends the session."""
    server = make_server()
    try:
        server.start_io()
    finally:
        server.end()
