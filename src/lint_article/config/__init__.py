"""Settings: typed, with their defaults and their documentation in one place."""

from lint_article.config.load import settings_for
from lint_article.config.settings import Ignore, Settings

__all__ = ["Ignore", "Settings", "settings_for"]
