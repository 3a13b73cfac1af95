"""The engines of the folders beside this file: what each states of itself, and which function opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from lint_article.errors import UserError, did_you_mean
from lint_article.folders import packages_in
from lint_article.grammar.engine import Engine, EngineEntry
from lint_article.grammar.settings import GrammarSettings


def engine_names() -> Sequence[str]:
    """Return the names of the engines: those of their folders."""
    return packages_in("grammar")


def entry(name: str) -> EngineEntry:
    """Return what an engine states of itself, without importing the engine."""
    found: EngineEntry = import_module(f"lint_article.grammar.{name}").ENGINE
    return found


def open_engine(settings: GrammarSettings) -> Engine:
    """Return the engine of the settings; its module is imported only now.

    Raises UserError if it is unknown, not installed or not allowed.
    """
    name = settings.engine
    if name not in engine_names():
        hint = did_you_mean(name, engine_names()) or f"Engines: {', '.join(engine_names())}"
        raise UserError(f"There is no grammar engine `{name}`.", hint)
    module, _, function = entry(name).opener.partition(":")
    opener: Callable[[GrammarSettings], Engine] = getattr(import_module(f"lint_article.grammar.{module}"), function)
    return opener(settings)
