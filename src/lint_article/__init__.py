"""lint-article: a linter for scholarly manuscripts."""

__version__ = "0.1.0"
