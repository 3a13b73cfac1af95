"""An editor with one manuscript open, whose language server is a process of ours."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

Published = Callable[[lsp.PublishDiagnosticsParams], None]
_KINDS = {".md": "markdown", ".tex": "latex"}


class Editor:
    """Sends changes of the manuscript, each of them a new version."""

    def __init__(self, client: LanguageClient, path: Path) -> None:
        self.client = client
        self._uri = path.as_uri()
        self._version = 1

    def change(self, event: lsp.TextDocumentContentChangeEvent) -> None:
        """Send a change."""
        self._version += 1
        about = lsp.VersionedTextDocumentIdentifier(version=self._version, uri=self._uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(about, [event]))


@asynccontextmanager
async def open_editor(path: Path, published: Published) -> AsyncIterator[Editor]:
    """Give an editor that has opened the manuscript; `published` hears of all diagnostics."""
    client = LanguageClient("benchmark", "1")
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
    client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda _: None)
    await client.start_io(sys.executable, "-m", "lint_article", "lsp")
    await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), root_uri=path.parent.as_uri()))
    client.initialized(lsp.InitializedParams())
    kind, text = _KINDS.get(path.suffix, "plaintext"), path.read_text(encoding="utf-8")
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(path.as_uri(), kind, 1, text)))
    yield Editor(client, path)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
