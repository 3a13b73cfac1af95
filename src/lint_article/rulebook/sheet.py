"""Reading a rule's sheet; a sheet that is not lawful is refused with the file, the key and what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

from lint_article import compiled
from lint_article.errors import did_you_mean
from lint_article.kinds import KINDS
from lint_article.kinds.options import find_wrong_value, is_stated
from lint_article.regular_files import read_settings
from lint_article.rulebook.rule import FAMILIES, SEVERITIES, Example, Rule

REQUIRED = ("code", "kind", "severity", "summary", "message", "why")
OPTIONAL = ("known-problems", "query", "options", "option-help", "option-choices", "default", "bad", "good")
_COMMON = ("about", "except", "except-pattern")  # what the engine does for every rule
# Examples come last in a sheet, are most of it, and only tests and `explain` want them.
_EXAMPLES = re.compile(r"^\[\[(?:bad|good)\]\]", re.MULTILINE)
_EXAMPLE = ("text", "at", "fixed", "format", "bytes", "message", "files", "options")
EXCEPT = "words that are left alone"
_IN_BACKGROUND = (*_EXAMPLE, "in", "entries", "change")


class SheetError(ValueError):
    """A sheet that states something unlawful, and the key that it is about: a fault of the rule's author."""

    def __init__(self, path: Path, fault: str, key: str = "") -> None:
        super().__init__(f"{path}: {fault}")
        self.path = path
        self.fault = fault
        self.key = key


def read_sheet(path: Path) -> Rule:
    """Return the rule that a sheet states, without its examples; raise SheetError if it is not lawful."""
    return make_rule(path, compiled.table(partial(_read_own, path), str(path)), path.parent.name)


def _read_own(path: Path) -> dict[str, Any]:
    """Return what a sheet of ours states; raise SheetError if that is not lawful."""
    raw = read_table(path)
    missing = [key for key in REQUIRED if not isinstance(raw.get(key), str)]
    if missing:
        raise SheetError(path, f"`{missing[0]}` must be a text", missing[0])
    refuse_unlawful(path, raw)
    code, family = str(raw["code"]), path.parent.name
    if FAMILIES.get(code[:3]) != family or not (code[3:].isdecimal() and len(code) == 6):
        raise SheetError(path, f"code `{code}` is not of the family {family}", "code")
    return raw


def make_rule(path: Path, raw: Mapping[str, Any], family: str, origin: str = "") -> Rule:
    """Return the rule of a table that is lawful."""
    own = {key: value for key, value in raw.items() if key not in REQUIRED and key not in OPTIONAL}
    settable = dict(cast("Mapping[str, object]", raw.get("options", {})))
    settable |= {key: own[key] for key in KINDS[raw["kind"]].settable if key in own}
    settable["except"] = own.get("except", [])  # words that are left alone: everybody may have more of them
    return Rule(
        name=path.stem,
        family=family,
        code=raw["code"],
        kind=raw["kind"],
        severity=raw["severity"],
        summary=raw["summary"],
        message=raw["message"],
        why=raw["why"].strip(),
        known_problems=raw.get("known-problems", "").strip(),
        query=raw.get("query", ""),
        is_on=raw.get("default") != "off",
        options={"rule": path.stem, **own, **settable},
        settable=tuple(settable),
        option_help={"except": EXCEPT, **cast("Mapping[str, str]", raw.get("option-help", {}))},
        option_choices=cast("Mapping[str, list[str]]", raw.get("option-choices", {})),
        origin=origin,
    )


def read_table(path: Path) -> dict[str, Any]:
    """Return what a sheet states, without its examples; raise SheetError if it is no TOML."""
    return cast("dict[str, Any]", _table(path, _EXAMPLES.split(_read(path), maxsplit=1)[0]))


def refuse_unlawful(path: Path, raw: Mapping[str, object]) -> None:
    """Raise SheetError for a kind or severity that does not exist, and for keys that the kind does not have."""
    if raw["kind"] not in KINDS:
        hint = did_you_mean(str(raw["kind"]), KINDS)
        raise SheetError(path, f"no kind is called `{raw['kind']}`. {hint}".rstrip(), "kind")
    if raw["severity"] not in SEVERITIES:
        raise SheetError(path, f"severity must be one of {', '.join(SEVERITIES)}", "severity")
    if raw.get("default", "off") != "off":
        raise SheetError(path, "`default` can only be `off`", "default")
    kind = KINDS[str(raw["kind"])]
    known = {*REQUIRED, *OPTIONAL, *_COMMON, *kind.required, *kind.optional}
    lacking = [key for key in kind.required if not is_stated(key, raw)]
    unknown = [key for key in raw if key not in known]
    if unknown:
        hint = did_you_mean(unknown[0], lacking) or did_you_mean(unknown[0], known)
        raise SheetError(path, f"a {raw['kind']} has no key `{unknown[0]}`. {hint}".rstrip(), unknown[0])
    if lacking:
        raise SheetError(path, f"a {raw['kind']} needs `{lacking[0]}`")
    for key, value in raw.items():
        if wrong := find_wrong_value(key, value):
            raise SheetError(path, f"`{key}` must be {wrong}", key)
    for key in cast("Mapping[str, object]", raw.get("options", {})):
        if key in _COMMON:  # the engine sets these for every rule, and a check would get what it never stated
            raise SheetError(path, f"an option must not be called `{key}`: every rule has it. Use another name", key)


def read_examples(path: Path) -> list[Example]:
    """Return a sheet's examples in its order, the bad ones first."""
    raw = cast("dict[str, list[dict[str, object]]]", _table(path, _read(path)))
    return [_example(path, example) for kind in ("bad", "good") for example in raw.get(kind, [])]


def _read(path: Path) -> str:
    try:
        return read_settings(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SheetError(path, f"it cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _table(path: Path, text: str) -> dict[str, object]:
    import tomllib  # late: what is kept need not be read

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SheetError(path, str(error)) from error


def _example(path: Path, raw: Mapping[str, object]) -> Example:
    known = _IN_BACKGROUND if "in" in raw else _EXAMPLE
    unknown = [key for key in raw if key not in known]
    if unknown:
        hint = did_you_mean(unknown[0], known)
        raise SheetError(path, f"an example has no key `{unknown[0]}`. {hint}".rstrip(), unknown[0])
    fields = {key: value for key, value in raw.items() if key in _EXAMPLE and key not in ("at", "bytes")}
    # A literal string that is written as a Python bytes literal is: it can hold what TOML cannot.
    data = str(raw.get("bytes", "")).encode("latin-1").decode("unicode_escape").encode("latin-1")
    fields["text"] = _text(path, raw)
    return Example(at=tuple(cast("list[str]", raw.get("at", []))), data=data, **fields)  # type: ignore[arg-type]


def _text(path: Path, raw: Mapping[str, object]) -> str:
    if "in" not in raw:
        return str(raw.get("text", ""))
    from lint_article.rulebook.background import set_in_background  # late: only tests and `explain` want examples

    try:
        return set_in_background(path.parent.parent, raw)
    except ValueError as error:
        raise SheetError(path, str(error)) from error
