"""LanguageTool: a server of the user's, one that is kept running, or a local one for the run."""

from lint_article.grammar.engine import EngineEntry

ENGINE = EngineEntry("languagetool.engine:languagetool", parallel=True, is_settled=False)
