"""The open texts and what was found in them: checked after edits in the background, and shown when that is done."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lint_article import __version__
from lint_article.engine.grammar import Grammar
from lint_article.server.lsp import answers
from lint_article.server.lsp.checking import CheckedText, OpenText, Phase, check_text, forget_plans, has_grammar

_PAUSE = 0.15  # seconds without typing after which a text is checked; the first edit after a while is checked at once
_WHILE = 0.5


class ArticleServer(LanguageServer):
    """Keeps the last result of each open text; one is checked at a time.

    A text that another open one includes, or a bibliography that one uses, is checked as a part of that.
    """

    def __init__(self) -> None:
        super().__init__("lint-article", __version__)
        self.checked: dict[str, CheckedText] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._shown: dict[str, set[str]] = {}
        self._edited = 0.0
        self._said: set[str] = set()  # the faults of rules that the editor has shown
        self._changed: set[str] = set()
        self._grammar = Grammar()
        self._worker = ThreadPoolExecutor(1, "lint-article")

    def edit(self, uri: str) -> None:
        """Check a text that is being typed."""
        now = monotonic()
        self._changed |= {uri, self.whole(uri)[0]}
        self.schedule(uri, _PAUSE if now - self._edited < _WHILE else 0)
        self._edited = now

    def schedule(self, uri: str, pause: float = 0) -> None:
        """Check a text after a pause, and forget what was scheduled for it before."""
        if (running := self._tasks.pop(uri, None)) is not None:
            running.cancel()
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        whole, _ = self.whole(uri)
        await self._run(whole, "quick")
        if has_grammar(path_of(whole)):
            await asyncio.sleep(_PAUSE)
            await self._run(whole, "full")

    async def _run(self, uri: str, phase: Phase) -> None:
        opened = self._open_text(uri)
        self._changed.discard(uri)
        checked = await asyncio.get_running_loop().run_in_executor(
            self._worker, check_text, opened, self._grammar, phase
        )
        if uri in self._tasks and (self.workspace.get_text_document(uri).version or 0) == checked.version:
            self._show(uri, checked)

    def _open_text(self, uri: str) -> OpenText:
        text = self.workspace.get_text_document(uri)
        others = {
            os.path.realpath(path_of(other)): self.workspace.get_text_document(other).source.encode("utf-8", "replace")
            for other in self._tasks
            if other != uri
        }
        return OpenText(path_of(uri), text.source, text.version or 0, text.language_id or "", others)

    def _show(self, uri: str, checked: CheckedText) -> None:
        self.checked[uri] = checked
        found = answers.diagnostics_of(checked, uri)
        for gone in self._shown.get(uri, set()) - set(found):
            self._publish(gone, [])
        for at, diagnostics in found.items():
            self._publish(at, diagnostics, checked.version if at == uri else None)
        self._shown[uri] = set(found)
        if checked.trouble:
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, checked.trouble))
        for fault in checked.faults:
            if fault not in self._said:
                self._said.add(fault)
                self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, fault))

    def _publish(self, uri: str, found: list[lsp.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def whole(self, uri: str) -> tuple[str, int]:
        """Return the open text that a text is a part of, and the number of that part; of most it is itself, and 0."""
        path = os.path.realpath(path_of(uri))
        for other, checked in self.checked.items():
            if other != uri and checked.parts.get(path):
                return other, checked.parts[path]
        return uri, 0

    async def current(self, uri: str) -> tuple[CheckedText, int, str]:
        """Return what is known of a text as it is now, which part it is, and of what; it is checked if it has changed.

        The last is the address of the text that was checked.
        """
        whole, part = self.whole(uri)
        if whole in self._changed or whole not in self.checked:
            await self._run(whole, "quick")
        return self.checked.get(whole, CheckedText(0)), part, whole

    def drop(self, uri: str) -> None:
        """Forget a text that was closed, and take its diagnostics away."""
        if (running := self._tasks.pop(uri, None)) is not None:
            running.cancel()
        dropped = self.checked.pop(uri, CheckedText(0))
        for at in self._shown.pop(uri, set()):
            self._publish(at, [])
        for other in self._tasks:
            if os.path.realpath(path_of(other)) in dropped.parts:
                self.schedule(other)

    def recheck(self, pause: float = 0) -> None:
        """Check all open texts again, under settings and bibliographies that may have changed."""
        forget_plans()
        for uri in list(self._tasks):
            self.schedule(uri, pause)

    def end(self) -> None:
        """End the grammar engines."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        self._grammar.close()


def path_of(uri: str) -> str:
    """Return the path of a text; one that was never saved has the name that the editor gives it."""
    return to_fs_path(uri) or uri.rpartition(":")[2] or "untitled"
