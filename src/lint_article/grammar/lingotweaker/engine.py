"""LingoTweaker as an engine."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from lint_article.errors import UserError
from lint_article.grammar.embedded import LIMIT, EmbeddedEngine
from lint_article.grammar.engine import Failed, Matches
from lint_article.grammar.installed import version
from lint_article.grammar.languagetool.profile import profile, select
from lint_article.grammar.settings import GrammarSettings, LanguageToolSettings

_WORKER = "lint_article.grammar.lingotweaker.worker"
_HINT = 'Install it: pip install "lint-article[lingotweaker]" (Linux on x86-64), or use languagetool, which needs Java'


class LingoTweaker(EmbeddedEngine):
    """LanguageTool's rules for English. Raises UserError if the package or its data are not installed."""

    def __init__(self, settings: LanguageToolSettings, limit: float = LIMIT, process: Sequence[str] = ()) -> None:
        self._settings = settings
        said = [profile(), settings.enable, settings.disable, settings.disable_categories]
        fingerprint = sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
        super().__init__("lingotweaker", "lingotweaker", _WORKER, fingerprint, _HINT, limit, process)
        try:
            self.version += f" with data {version('lingotweaker-data-en')}"
        except ModuleNotFoundError:
            raise UserError("The English rules of lingotweaker are not installed.", _HINT) from None

    def check(self, texts: Sequence[str], language: str) -> list[Matches | Failed]:
        """Return the matches of each text that the profile and the settings let through."""
        answers = super().check(texts, language)
        pairs = zip(texts, answers, strict=True)
        settings = self._settings
        return [
            answer if isinstance(answer, Failed) else select(text, answer, "en", settings) for text, answer in pairs
        ]


def lingotweaker(settings: GrammarSettings) -> LingoTweaker:
    """Return the embedded engine; it goes by the settings of LanguageTool."""
    return LingoTweaker(settings.languagetool)
