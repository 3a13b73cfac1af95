"""What some settings name of Vale: folders of styles, a `.vale.ini`, or both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint_article.dataclass import dataclass
from lint_article.rulebook.rule import Rule
from lint_article.rulebook.sheet import SheetError
from lint_article.rulebook.vale.builtin import STYLE, builtin_rules
from lint_article.rulebook.vale.config import ValeConfig, read_vale_config
from lint_article.rulebook.vale.styles import ValeRules, read_styles


@dataclass(frozen=True, slots=True)
class Vale:
    """The rules of styles, the faults of their files, what is not run and why, and what a `.vale.ini` says."""

    rules: tuple[Rule, ...]
    faults: tuple[SheetError, ...]
    unsupported: dict[str, str]
    config: ValeConfig | None


def read_vale(folders: Sequence[Path], ini: Path | None) -> Vale:
    """Return the rules of folders, and of the styles that a `.vale.ini` names."""
    found = read_styles(folders)
    config: ValeConfig | None = None
    if ini:
        try:
            config = read_vale_config(ini)
        except SheetError as fault:
            found.faults.append(fault)
        else:
            _join(found, read_styles(_style_folders(config, ini, found), config))
            if STYLE in config.named_styles:
                found.rules += builtin_rules(ini, config)
            found.unsupported |= {f"`{key}` in {ini.name}": "a setting of Vale's own" for key in config.unread}
    return Vale(tuple(found.rules), tuple(found.faults), found.unsupported, config)


def _style_folders(config: ValeConfig, ini: Path, found: ValeRules) -> list[Path]:
    """Return the folders of the styles that are named, or single rules of which are switched on."""
    folders = []
    for style in config.named_styles:
        folder = config.styles_path / style
        if folder.is_dir():
            folders.append(folder)
        elif style != STYLE:
            found.faults.append(SheetError(ini, f"there is no style `{style}` in {config.styles_path}", style))
    return folders


def _join(found: ValeRules, other: ValeRules) -> None:
    known = {rule.name for rule in found.rules}
    found.rules += [rule for rule in other.rules if rule.name not in known]
    found.faults += other.faults
    found.unsupported |= other.unsupported
