"""The server: what it hears from an editor, and what it answers."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp

from lint_article.errors import UserError
from lint_article.readers.bibliography.files import FORMATS
from lint_article.server.lsp import answers
from lint_article.server.lsp.ignoring import ignore
from lint_article.server.lsp.texts import ArticleServer, path_of

_PAUSE = 0.1  # seconds; files often change together
_RULES = (".toml", ".yml", ".yaml", ".vale.ini")  # settings, sheets, styles of Vale
_WATCHED = tuple(f"**/*{ending}" for ending in (*FORMATS, ".tex", ".md", ".qmd", *_RULES))


def make_server() -> ArticleServer:
    """Return a server with all that it can do."""
    server = ArticleServer()
    _listen(server)
    _watch(server)
    _answer(server)
    return server


def _listen(server: ArticleServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(said: lsp.DidOpenTextDocumentParams) -> None:
        server.schedule(said.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(said: lsp.DidChangeTextDocumentParams) -> None:
        server.edit(said.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        server.recheck()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(said: lsp.DidCloseTextDocumentParams) -> None:
        server.drop(said.text_document.uri)

    @server.command(answers.IGNORE)
    async def ignored(uri: str, rule: str, quote: str) -> None:
        root = server.workspace.root_path
        try:
            ignore(Path(path_of(uri)), Path(root) if root else None, rule, quote)
        except UserError as error:
            words = f"{error.message} {error.hint}"
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, words))
        server.recheck()


def _watch(server: ArticleServer) -> None:
    """Have the editor tell of files that manuscripts use: bibliographies, included files, settings, rules."""

    @server.feature(lsp.INITIALIZED)
    async def ready(_: lsp.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [lsp.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(lsp.RegistrationParams([asked]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.recheck(_PAUSE)


def _answer(server: ArticleServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    )
    async def act(said: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return answers.actions(*await server.current(said.text_document.uri), said.range)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(said: lsp.HoverParams) -> lsp.Hover | None:
        checked, part, _ = await server.current(said.text_document.uri)
        return answers.hover(checked, part, said.position)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def define(said: lsp.DefinitionParams) -> list[lsp.Location]:
        return answers.definition(*await server.current(said.text_document.uri), said.position)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def refer(said: lsp.ReferenceParams) -> list[lsp.Location]:
        return answers.references(*await server.current(said.text_document.uri), said.position)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(said: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        checked, part, _ = await server.current(said.text_document.uri)
        return answers.symbols(checked, part)


def serve() -> None:
    """Serve an editor over standard input and output until it ends the session."""
    server = make_server()
    try:
        server.start_io()
    finally:
        server.end()
