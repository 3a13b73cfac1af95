"""Harper, the embedded engine, in a process of its own; with our own pack of rules for it."""

from lint_article.grammar.engine import EngineEntry

ENGINE = EngineEntry("harper.engine:harper", original="lint_article.grammar.harper.worker")
