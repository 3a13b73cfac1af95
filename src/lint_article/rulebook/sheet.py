"""Reading a rule's sheet; a sheet that is not lawful is refused with the file, the key and what would be right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from lint_article.errors import did_you_mean
from lint_article.kinds import KINDS
from lint_article.rulebook.rule import FAMILIES, SEVERITIES, Example, Rule

_REQUIRED = ("code", "kind", "severity", "summary", "message", "why")
_OPTIONAL = ("known-problems", "query", "options", "default", "bad", "good")
# Examples come last in a sheet, are most of it, and only tests and `explain` want them.
_EXAMPLES = re.compile(r"^\[\[(?:bad|good)\]\]", re.MULTILINE)
_EXAMPLE = ("text", "at", "fixed", "format", "bytes", "message", "files", "options")
_IN_BACKGROUND = (*_EXAMPLE, "in", "entries", "change")


class SheetError(ValueError):
    """A sheet that states something unlawful: a fault of the rule's author."""


def read_sheet(path: Path) -> Rule:
    """Return the rule that a sheet states, without its examples; raise SheetError if it is not lawful."""
    raw = cast("dict[str, Any]", _table(path, _EXAMPLES.split(_read(path), maxsplit=1)[0]))
    _refuse(path, raw)
    own = {key: value for key, value in raw.items() if key not in _REQUIRED and key not in _OPTIONAL}
    settable = dict(cast("Mapping[str, object]", raw.get("options", {})))
    if "except" in KINDS[raw["kind"]].optional:  # words that are left alone: everybody may have more of them
        settable["except"] = own.get("except", [])
    return Rule(
        name=path.stem,
        family=path.parent.name,
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
    )


def read_examples(path: Path) -> list[Example]:
    """Return a sheet's examples in its order, the bad ones first."""
    raw = cast("dict[str, list[dict[str, object]]]", _table(path, _read(path)))
    return [_example(path, example) for kind in ("bad", "good") for example in raw.get(kind, [])]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _table(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SheetError(f"{path}: {error}") from error


def _refuse(path: Path, raw: Mapping[str, object]) -> None:
    missing = [key for key in _REQUIRED if not isinstance(raw.get(key), str)]
    if missing:
        raise SheetError(f"{path}: `{missing[0]}` must be a text")
    if raw["kind"] not in KINDS:
        raise SheetError(f"{path}: no kind is called `{raw['kind']}`. {did_you_mean(str(raw['kind']), KINDS)}")
    if raw["severity"] not in SEVERITIES:
        raise SheetError(f"{path}: severity must be one of {', '.join(SEVERITIES)}")
    if raw.get("default", "off") != "off":
        raise SheetError(f"{path}: `default` can only be `off`")
    code, family = str(raw["code"]), path.parent.name
    if FAMILIES.get(code[:3]) != family or not (code[3:].isdecimal() and len(code) == 6):
        raise SheetError(f"{path}: code `{code}` is not of the family {family}")
    _refuse_keys(path, raw)


def _refuse_keys(path: Path, raw: Mapping[str, object]) -> None:
    kind = KINDS[str(raw["kind"])]
    lacking = [key for key in kind.required if key not in raw]
    if lacking:
        raise SheetError(f"{path}: a {raw['kind']} needs `{lacking[0]}`")
    known = {*_REQUIRED, *_OPTIONAL, *kind.required, *kind.optional}
    for key in raw:
        if key not in known:
            raise SheetError(f"{path}: a {raw['kind']} has no key `{key}`. {did_you_mean(key, known)}")


def _example(path: Path, raw: Mapping[str, object]) -> Example:
    known = _IN_BACKGROUND if "in" in raw else _EXAMPLE
    unknown = [key for key in raw if key not in known]
    if unknown:
        raise SheetError(f"{path}: an example has no key `{unknown[0]}`. {did_you_mean(unknown[0], known)}")
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
        raise SheetError(f"{path}: {error}") from error
