"""From a table as TOML has it to a frozen dataclass; what does not fit is refused with its name and its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from lint_article.errors import UserError, did_you_mean

T = TypeVar("T")


def keys(kind: type[Any]) -> dict[str, str]:
    """Return the settings of a dataclass: their names as users write them, and the fields that hold them."""
    return {f.name.replace("_", "-"): f.name for f in fields(kind) if f.metadata.get("set_by_user", True)}


def made(kind: type[T], table: Mapping[str, object], where: str) -> T:
    """Return the dataclass that the table describes; raise UserError for an unknown key or a value of another type."""
    known, hints = keys(kind), get_type_hints(kind)
    for key in table:
        if key not in known:
            raise UserError(
                f"`{key}` is no setting ({where}).", did_you_mean(key, known) or f"Known: {', '.join(known)}"
            )
    return kind(**{known[key]: _value(hints[known[key]], value, f"`{key}` ({where})") for key, value in table.items()})


def _value(hint: Any, value: object, what: str) -> object:
    if is_dataclass(hint) and isinstance(hint, type):
        return made(hint, _expected(value, dict, what, "a table"), what.strip("`"))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        if value not in inner:
            raise UserError(
                f"{what} is `{value}`, but must be one of {', '.join(inner)}.", did_you_mean(str(value), inner)
            )
        return value
    if origin is tuple:
        return tuple(_value(inner[0], item, what) for item in _expected(value, list, what, "a list"))
    if origin is Mapping:
        table = _expected(value, dict, what, "a table")
        return {key: _value(inner[1], item, f"{what}, {key}") for key, item in table.items()}
    if Path in inner:
        return Path(_expected(value, str, what, "a text"))
    return _plain(hint, value, what)


def _plain(hint: Any, value: object, what: str) -> object:
    names = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    if hint is float and type(value) is int:
        return float(value)
    if hint is int and isinstance(value, int) and value < 0:
        raise UserError(f"{what} must not be below 0.")
    return value if hint is object else _expected(value, hint, what, names[hint])


def _expected(value: object, kind: type[Any], what: str, name: str) -> Any:
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        raise UserError(f"{what} must be {name}.", f"It is {value!r}.")
    return value
