"""Settings that are made in Python, not read from a file: their values are checked as those of a file are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, get_type_hints

from lint_article.config.settings import Settings
from lint_article.config.typed import build_dataclass, keys
from lint_article.errors import UserError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def validate_settings(settings: Settings) -> Settings:
    """Return settings with tuples for lists; raise UserError for a value that is of no use, as `grammar="none"`."""
    _refuse_other(settings, Settings, "settings")
    sound = build_dataclass(Settings, _table_of(settings), lambda _: "Settings in Python")
    return replace(sound, root=settings.root, origin=settings.origin)


def _table_of(made: DataclassInstance) -> dict[str, object]:
    """Return settings as a file would have them; what is None is left out there."""
    hints, table = get_type_hints(type(made)), {}
    for key, name in keys(type(made)).items():
        value = getattr(made, name)
        if is_dataclass(hints[name]):
            _refuse_other(value, hints[name], key)
        if value is not None:
            table[key] = _plain(value)
    return table


def _plain(value: Any) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _table_of(value)
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, Sequence) and not isinstance(value, str) else value


def _refuse_other(value: object, kind: Any, key: str) -> None:
    """Raise UserError for what is not the dataclass that it must be; a word is meant for its first field."""
    if isinstance(value, kind):
        return
    inside = f"{fields(kind)[0].name}={value!r}" if isinstance(value, str) else "…"
    raise UserError(
        f"`{key}` must be a {kind.__name__}, not {value!r}.", f"Write {key}=lint_article.{kind.__name__}({inside})."
    )
