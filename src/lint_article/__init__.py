"""lint-article: a linter for scholarly manuscripts."""

__version__ = "0.2.0"
