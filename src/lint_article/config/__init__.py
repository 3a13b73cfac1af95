"""Settings: typed, with their defaults and their documentation in one place."""

from lint_article.config.load import FILES, passed_over, settings_for
from lint_article.config.settings import Ignore, Override, Settings

__all__ = ["FILES", "Ignore", "Override", "Settings", "passed_over", "settings_for"]
