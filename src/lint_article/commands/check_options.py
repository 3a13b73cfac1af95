"""The options of `check` and the names of all commands as data, made of typer's definition and kept for the next runs.

An option is its parameter and the kind of its value: `flag`, `text`, `path`, `number`, `pair`, or its choices; `many …`
may be repeated.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lint_article import compiled

_FOLDER = Path(__file__).parent
_SOURCES = tuple(map(str, (_FOLDER.parent / "cli.py", _FOLDER / "options.py", _FOLDER / "group.py")))
_KINDS = {"StringParamType": "text", "TyperPath": "path", "IntRange": "number"}


def recall_options() -> Any:
    """Return the options by their names, and the names of the commands; None if they are not kept."""
    return compiled.recall_table(*_SOURCES)


def keep_options(app: Any) -> None:
    """Keep them for the next run."""
    compiled.table(lambda: describe_options(app), *_SOURCES)


def describe_options(app: Any) -> tuple[dict[str, tuple[str, str]], tuple[str, ...]]:
    """Return the options by their names, and the names of the commands."""
    from typer.main import get_command

    group: Any = get_command(app)
    options = [option for option in group.commands["check"].params if option.param_type_name == "option"]
    return {name: (option.name, _kind(option)) for option in options for name in option.opts}, tuple(group.commands)


def _kind(option: Any) -> str:
    """Return the kind of an option's value; "" if it is of none of them, so that it is left to typer."""
    kind = type(option.type).__name__
    if option.secondary_opts or (kind == "IntRange" and option.type.min != 0):
        return ""
    if option.is_flag or option.nargs == 2:
        return "flag" if option.is_flag else "pair"
    value = _KINDS.get(kind) or "|".join(getattr(option.type, "choices", ()))
    return f"many {value}" if option.multiple and value else value
