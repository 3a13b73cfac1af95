"""From a table as TOML has it to a frozen dataclass; what does not fit is refused with its name and its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from lint_article.config.lines import Where
from lint_article.errors import UserError, did_you_mean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

_NAMES = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def name_of_type(kind: type[Any]) -> str:
    """Return what a type is called in messages: "a whole number"."""
    return _NAMES[kind]


def keys(kind: type[Any]) -> dict[str, str]:
    """Return the settings of a dataclass: their names as users write them, and the fields that hold them."""
    return {f.name.replace("_", "-"): f.name for f in fields(kind) if f.metadata.get("set_by_user", True)}


def build_dataclass(kind: type[T], table: Mapping[str, object], where: Where, above: str = "") -> T:
    """Return the dataclass that the table describes; `above` is the dotted name of a table in a table.

    Raises UserError for an unknown key, a missing one, or a value of another type.
    """
    known, hints = keys(kind), get_type_hints(kind)
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known) or f"Known: {', '.join(known)}."
            raise UserError(f"`{above}{key}` is not a setting ({where(above + key)}).", hint)
    for field in fields(kind):
        if field.default is MISSING and field.default_factory is MISSING and field.name not in table:
            name = above.rstrip(".")
            raise UserError(f"`{name}` needs `{field.name}` ({where(name)}).")
        key, choices = field.name.replace("_", "-"), field.metadata.get("choices")
        if choices and key in table:
            for said in _parts(table[key], field.metadata.get("joined_by")):
                _refuse_unknown(said, choices(), f"{above}{key}", where)
    values = {known[key]: _value(hints[known[key]], value, f"{above}{key}", where) for key, value in table.items()}
    return kind(**values)


def _value(hint: Any, value: object, key: str, where: Where) -> object:
    """Return the value as the type of its field wants it."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return build_dataclass(hint, _convert(dict, value, key, where), where, f"{key}.")
    if origin in (Union, UnionType):
        return _value(next(kind for kind in inner if kind is not type(None)), value, key, where)
    if origin is Literal:
        _refuse_unknown(value, inner, key, where)
        return value
    if origin is tuple:
        return tuple(_value(inner[0], item, key, where) for item in _convert(list, value, key, where))
    if origin is Mapping:
        table = _convert(dict, value, key, where)
        return {name: _value(inner[1], item, f"{key}.{name}", where) for name, item in table.items()}
    return value if hint is object else _convert(hint, value, key, where)


def _parts(value: object, sign: str | None) -> Sequence[object]:
    """Return the names that a value joins with a sign, or the value alone."""
    return value.split(sign) if sign and isinstance(value, str) else [value]


def _refuse_unknown(value: object, known: Sequence[str], key: str, where: Where) -> None:
    if value not in known:
        hint = did_you_mean(str(value), known)
        raise UserError(f"`{key}` must be one of {', '.join(known)}, not `{value}` ({where(key)}).", hint)


def _convert(kind: type[Any], value: object, key: str, where: Where) -> Any:
    if kind is float and type(value) is int:
        return float(value)
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        hint = f'Write ["{value}"].' if kind is list and isinstance(value, str) else ""
        raise UserError(f"`{key}` must be {_NAMES[kind]}, not {value!r} ({where(key)}).", hint)
    if kind is int and value < 0:
        raise UserError(f"`{key}` must not be below 0 ({where(key)}).")
    return value
