"""Harper as an engine."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.grammar.embedded import LIMIT, EmbeddedEngine
from lint_article.grammar.harper.pack import fingerprint
from lint_article.grammar.settings import GrammarSettings

_WORKER = "lint_article.grammar.harper.worker"
_HINT = "Install it: pip install harper-py, or check without it: --grammar none"


class Harper(EmbeddedEngine):
    """The embedded engine, for English only. Raises UserError if its package is not installed."""

    def __init__(self, limit: float = LIMIT, process: Sequence[str] = ()) -> None:
        super().__init__("harper", "harper-py", _WORKER, fingerprint(), _HINT, limit, process)


def harper(_settings: GrammarSettings) -> Harper:
    """Return the embedded engine, which has no settings of its own."""
    return Harper()
