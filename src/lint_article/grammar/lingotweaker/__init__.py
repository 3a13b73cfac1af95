"""LanguageTool's rules without Java: LingoTweaker, a port to Rust, in a process of its own."""

from lint_article.grammar.engine import EngineEntry

ENGINE = EngineEntry("lingotweaker.engine:lingotweaker", rules="languagetool")
