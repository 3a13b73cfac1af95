"""Settings: typed, with their defaults and their documentation in one place."""

from lint_article.config.load import FILES, passed_over, settings_for
from lint_article.config.settings import Ignore, Settings

__all__ = ["FILES", "Ignore", "Settings", "passed_over", "settings_for"]
