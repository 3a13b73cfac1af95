"""JSON and YAML values that know where they stand in their text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import field
from json.decoder import JSONArray, JSONObject, scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

import yaml

from lint_article.dataclass import dataclass

_DEEPEST = 50


@dataclass(slots=True)
class Value:
    """A value of a data file: code points `start` to `end`; a text, or values by their names, or a list of values.

    `start` and `end` of a text are without its quotation marks; its characters there may be spelled with escapes.
    """

    start: int
    end: int
    text: str | None = None
    items: list[Value] = field(default_factory=list)
    fields: dict[str, Value] = field(default_factory=dict)

    def get(self, *names: str) -> Value | None:
        """Return the first of the named fields that there is."""
        return next((self.fields[name] for name in names if name in self.fields), None)

    def texts(self) -> Iterator[Value]:
        """Give the value if it is a text, or the texts that are its items."""
        yield from (value for value in (self.items or (self,)) if value.text)


class NotLocated(ValueError):
    """The text is no JSON or YAML: `reason`, and the code point `at` which it breaks."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def located_json(text: str) -> Value:
    """Return the value of a JSON text; numbers, which the decoder does not locate, are left out. Raises NotLocated."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    try:
        value, _ = _Decoder().raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise NotLocated(error.msg, error.pos) from error
    except RecursionError as error:
        raise NotLocated("it is nested too deeply", start) from error
    return value if isinstance(value, Value) else Value(start, start)


class _Decoder(json.JSONDecoder):
    """The standard library's decoder, which makes located values of texts, lists and objects."""

    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _json_text
        self.parse_array = _json_list
        self.parse_object = _json_object
        self.scan_once = py_make_scanner(self)


def _json_text(text: str, start: int, strict: bool) -> tuple[Value, int]:
    value, end = scanstring(text, start, strict)
    return Value(start, end - 1, value), end


def _json_list(at: tuple[str, int], scan_once: Any, *_: Any) -> tuple[Value, int]:
    values, end = JSONArray(at, scan_once)
    return Value(at[1] - 1, end, items=[v for v in values if isinstance(v, Value)]), end


def _json_object(at: tuple[str, int], strict: bool, scan_once: Any, *_: Any) -> tuple[Value, int]:
    values, end = JSONObject(at, strict, scan_once, None, None)
    return Value(at[1] - 1, end, fields={k: v for k, v in values.items() if isinstance(v, Value)}), end


def located_yaml(text: str, start: int, end: int) -> Value:
    """Return the YAML document that stands at `start` to `end`; what an alias repeats is left out. Raises NotLocated.

    It is made from the parser's events, since composing nodes recurses in C without a bound.
    """
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    stack = [_Node(Value(start, start))]
    try:
        for event in yaml.parse(text[start:end].encode("utf-8", "replace").decode(), Loader=loader):
            _take(event, stack, start)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotLocated(error.problem or "it is not valid YAML", start + (mark.index if mark else 0)) from error
    except yaml.YAMLError as error:
        raise NotLocated("it contains characters that YAML does not allow", start) from error
    return stack[0].last or Value(start, start)


@dataclass(slots=True)
class _Node:
    value: Value
    key: str | None = None
    is_mapping: bool = False
    last: Value | None = None

    def add(self, value: Value) -> None:
        """Take a value as the next item, or as the next key or what belongs to it."""
        self.last = self.last or value
        if not self.is_mapping:
            self.value.items.append(value)
        elif self.key is None:
            self.key = value.text or ""
        else:
            self.value.fields.setdefault(self.key, value)
            self.key = None


def _take(event: Any, stack: list[_Node], start: int) -> None:
    at, end = start + event.start_mark.index, start + event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        quoted = event.style in ("'", '"')
        stack[-1].add(Value(at + quoted, end - quoted, event.value))
    elif isinstance(event, yaml.AliasEvent):
        stack[-1].add(Value(at, end))
    elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
        if len(stack) > _DEEPEST:
            raise NotLocated("it is nested too deeply", at)
        stack.append(_Node(Value(at, end), is_mapping=isinstance(event, yaml.MappingStartEvent)))
    elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
        node = stack.pop()
        node.value.end = end
        stack[-1].add(node.value)
