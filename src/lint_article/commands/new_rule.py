"""`lint-article new-rule`: the sheet of a new rule, with comments and examples that pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from lint_article.commands.output import info
from lint_article.config import FILES, settings_for
from lint_article.config.lines import show_location
from lint_article.engine.own_rules import folders_of
from lint_article.errors import CLEAN, UserError, did_you_mean

_TEMPLATES = Path(__file__).parents[1] / "rulebook/templates"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r'^code\s*=\s*"([A-Z]{2,8})(\d{1,4})"', re.MULTILINE)
_PREFIX = "HSE"
FOLDER = "house-rules"


def kinds() -> tuple[str, ...]:
    """Return the kinds that a new rule can be of."""
    return tuple(sorted(path.stem for path in _TEMPLATES.glob("*.toml")))


def write_new_rule(name: str, kind: str, folder: Path | None) -> int:
    """Write the sheet of a new rule into a folder, or the first that the settings name; return the exit status.

    Raises UserError for a name or a kind that cannot be, and for a sheet that exists.
    """
    if kind not in kinds():
        raise UserError(f"No kind is called `{kind}`.", did_you_mean(kind, kinds()) or f"Kinds: {', '.join(kinds())}.")
    if not _NAME.fullmatch(name):
        raise UserError(f"`{name}` cannot be a rule's name.", "Use small letters, digits and hyphens: `long-sentence`.")
    settings = settings_for(Path())
    named = folders_of(settings)
    target = folder or (named[0] if named else Path(FOLDER))
    path = target / f"{name}.toml"
    if path.exists():
        raise UserError(f"{show_location(path)} exists already.", "Choose another name.")
    target.mkdir(parents=True, exist_ok=True)
    template = (_TEMPLATES / f"{kind}.toml").read_text(encoding="utf-8")
    path.write_text(template.replace("HSE001", _next_code([*named, target]), 1), encoding="utf-8")
    command = "lint-article test-rules"
    if target.resolve() not in {one.resolve() for one in named}:
        line = f'rule-folders = ["{target.as_posix()}"]'
        if settings.origin:
            info(f"Add to your settings: {line}")
            command += f" {show_location(target)}"
        else:
            Path(FILES[0]).write_text(f"{line}\n", encoding="utf-8")
            info(f"{FILES[0]} written: {line}")
    info(f"{show_location(path)} written. Next: edit it, then run `{command}`.")
    return CLEAN


def _next_code(folders: Sequence[Path]) -> str:
    """Return the next free code with the prefix that the sheets of the folders have."""
    sheets = (path for folder in folders if folder.is_dir() for path in folder.rglob("*.toml"))
    found = [match.groups() for path in sheets for match in _CODE.finditer(path.read_text("utf-8", "replace"))]
    prefix, last = max(found, key=lambda one: int(one[1]), default=(_PREFIX, "0"))
    return f"{prefix}{int(last) + 1:03}"
