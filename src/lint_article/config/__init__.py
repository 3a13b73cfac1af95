"""Settings: typed, with their defaults and their documentation in one place."""

from lint_article.config.load import settings_for
from lint_article.config.settings import FAIL_ON, OUTPUT_FORMATS, Ignore, Settings

__all__ = ["FAIL_ON", "OUTPUT_FORMATS", "Ignore", "Settings", "settings_for"]
