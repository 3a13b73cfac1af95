"""The settings of one file: those of its folder, with what `overrides` says of files like it."""

from __future__ import annotations

from dataclasses import replace

from lint_article.config import Override, Settings
from lint_article.engine.patterns import is_match


def settings_of_file(settings: Settings, path: str) -> Settings:
    """Return the settings for a file; of several overrides that match, the later ones win."""
    for pattern, override in settings.overrides.items():
        if is_match(pattern, path, settings.root):
            settings = _override(settings, override)
    return settings


def _override(settings: Settings, override: Override) -> Settings:
    rules = {name: {**settings.rules.get(name, {}), **said} for name, said in override.rules.items()}
    return replace(
        settings,
        rules={**settings.rules, **rules},
        fail_on=override.fail_on or settings.fail_on,
        extend_select=(*settings.extend_select, *override.extend_select),
        ignore=(*settings.ignore, *override.ignore),
    )
