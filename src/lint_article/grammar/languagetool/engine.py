"""LanguageTool as an engine: which server is asked, in what portions, and what happens when it goes down."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Lock
from typing import Any

from lint_article.errors import UserError
from lint_article.grammar.engine import EngineError, Failed, Matches, Patience, batches, send_divided
from lint_article.grammar.english import is_english, variant
from lint_article.grammar.languagetool import kept, server
from lint_article.grammar.languagetool.address import Address, allowed_address
from lint_article.grammar.languagetool.client import GoneError, ask, version
from lint_article.grammar.languagetool.matches import apart, join_passages
from lint_article.grammar.languagetool.profile import profile, select
from lint_article.grammar.settings import GrammarSettings, LanguageToolSettings

_JAVA = "Try java -version: LanguageTool needs Java 17 or later."
_AT_ONCE = min(4, os.cpu_count() or 1)


class LanguageTool:
    """Raises UserError at once if the server may not be asked, does not answer, or is not installed."""

    name = "languagetool"

    def __init__(self, settings: LanguageToolSettings) -> None:
        self._settings = settings
        self._address, self.version = _find_address(settings)
        self._running: server.Running | None = None
        self._restarted = False
        self._patience = Patience()
        self._lock = Lock()
        self._options = _options(settings)
        said = [self._options, settings.enable, settings.disable, profile()]
        self.profile = sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def language(self, tag: str, text: str) -> str:
        """Return the document's own language; English in its own spelling, or `auto` for the server to find out."""
        if tag.lower() not in ("", "en"):
            return tag
        return f"en-{variant(text)}" if tag or is_english(text) else "auto"

    def check(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        """Return the matches of each text; a few portions are asked for at once."""
        portions = [[texts[index] for index in batch] for batch in batches(texts)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            answers = pool.map(lambda portion: self._answers(portion, language), portions)
            return [answer for portion in answers for answer in portion]

    def _answers(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        return send_divided(texts, lambda half: self._ask(half, language), self._patience)

    def prepare(self) -> None:
        """Do nothing: a server takes more to start than what is kept may need."""

    def close(self) -> None:
        """End the server if it is ours."""
        if self._running:
            self._running.stop()
            self._running = None

    def _ask(self, texts: Sequence[str], language: str) -> list[Matches]:
        form = {"text": join_passages(texts), "language": language, **self._options}
        address = self._reach_server(None)
        try:
            answer = ask(address, "check", self._settings.timeout, form)
        except GoneError:
            answer = ask(self._reach_server(address), "check", self._settings.timeout, form)
        pairs = zip(texts, apart(answer, texts), strict=True)
        return [select(text, matches, language, self._settings) for text, matches in pairs]

    def _reach_server(self, gone: Address | None) -> Address:
        """Return the address to ask; start a server if there is none, and once more if it is `gone`."""
        with self._lock:
            if self._address and self._address != gone:
                return self._address
            if gone and (self._settings.url or self._restarted):
                raise GoneError(f"no LanguageTool answers at {gone}")
            if gone:
                self._restarted = True
                self.close()
            try:
                self._running = server.start()
            except UserError as error:
                raise EngineError(error.message.rstrip("."), error.hint, final=True) from error
            except EngineError as error:
                raise EngineError(str(error), _JAVA, final=True) from error
            self._address = self._running.address
            return self._address


def languagetool(settings: GrammarSettings) -> LanguageTool:
    """Return LanguageTool as the settings want it."""
    return LanguageTool(settings.languagetool)


def _find_address(settings: LanguageToolSettings) -> tuple[Address | None, str]:
    """Return the server to ask and its version; no address if one is to be started when it is needed."""
    if settings.url:
        address = allowed_address(settings)
        try:
            return address, version(address)
        except EngineError as error:
            raise UserError(f"LanguageTool cannot be asked: {error}.", "Check languagetool.url.") from error
    known = kept.status()
    if known:
        kept.note_use()
        return known.address, known.version
    found = server.installed_version()
    if not found:
        raise UserError(
            "LanguageTool is not installed, and no server is named.",
            "Install it: lint-article languagetool install, or set languagetool.url",
        )
    return None, found


def _options(settings: LanguageToolSettings) -> dict[str, str]:
    """Return the part of the request that is the same for all texts.

    Text-level rules are not asked for: they would see our portions, and answer otherwise when a portion changes.
    """
    ours = profile()
    options: dict[str, Any] = {
        "disabledRules": ",".join(n for n in (*ours["rules"], *settings.disable) if "*" not in n),
        "disabledCategories": ",".join((*ours["categories"], *settings.disable_categories)),
        "enabledRules": ",".join(settings.enable),
        "level": "picky" if settings.picky else "default",
        "motherTongue": settings.mother_tongue,
        "mode": "allButTextLevelOnly",
    }
    return {name: value for name, value in options.items() if value}
