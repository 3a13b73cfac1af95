"""The files of Vale's styles, read as rules; what has no counterpart here is told apart from what is faulty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from lint_article import compiled
from lint_article.dataclass import dataclass
from lint_article.errors import did_you_mean
from lint_article.kinds.spelling import read_word_lists
from lint_article.kinds.values import find_fault
from lint_article.regular_files import read_settings
from lint_article.rulebook.rule import SEVERITIES, Rule, Severity
from lint_article.rulebook.sheet import SheetError
from lint_article.rulebook.vale.config import ValeConfig
from lint_article.rulebook.vale.translate import EXTENSION_POINTS, KindAndOptions, Unsupported, make_message

_VOCABULARIES = ("config/vocabularies", "Vocab", "config/Vocab")
ACCEPTED, REJECTED = "accept.txt", "reject.txt"
_TIME_LIMIT = 2.0  # seconds for a rule's patterns on one text: styles have longer ones than sheets


@dataclass(slots=True)
class ValeRules:
    """The rules of some styles, the faults of their files, and what of them is not run, with the reason."""

    rules: list[Rule]
    faults: list[SheetError]
    unsupported: dict[str, str]


def read_styles(folders: Sequence[Path], config: ValeConfig | None = None) -> ValeRules:
    """Return the rules of the styles in some folders; with a configuration, as that has them."""
    styles = ValeRules([], [], {})
    accepted = list(vocabulary(config, ACCEPTED)) if config else []
    for folder in folders:
        for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
            _add(styles, path, accepted, config)
    return styles


def _add(styles: ValeRules, path: Path, accepted: Sequence[str], config: ValeConfig | None) -> None:
    name = f"{path.parent.name}.{path.stem}"
    try:
        styles.rules += as_set(read_vale_rule(path, name, accepted), config)
    except SheetError as fault:
        styles.faults.append(fault)
    except Unsupported as reason:
        styles.unsupported[name] = str(reason)


def as_set(rule: Rule, config: ValeConfig | None) -> Iterator[Rule]:
    """Yield the rule as severe as the configuration has it, if that is severe enough."""
    severity = config.severity(rule.name, rule.severity) if config else rule.severity
    if severity:
        yield replace(rule, severity=cast("Severity", severity))


def read_vale_rule(path: Path, name: str, accepted: Sequence[str] = ()) -> Rule:
    """Return the rule of a file; raise SheetError for one that Vale would refuse, Unsupported for what we cannot do."""
    raw = compiled.table(partial(_read, path), str(path))
    point = str(raw.get("extends"))
    if point not in EXTENSION_POINTS:
        known, hint = ", ".join(EXTENSION_POINTS), did_you_mean(point, EXTENSION_POINTS)
        raise SheetError(path, f"`extends` must be one of {known}, not `{point}`. {hint}".rstrip(), "extends")
    if not isinstance(raw.get("message"), str):
        raise SheetError(path, "the rule needs `message`", "message")
    if raw.get("level", "warning") not in SEVERITIES:
        raise SheetError(path, f"`level` must be one of {', '.join(SEVERITIES)}", "level")
    return make_vale_rule(path, name, raw, accepted)


def make_vale_rule(path: Path, name: str, raw: Mapping[str, Any], accepted: Sequence[str] = ()) -> Rule:
    """Return the rule of a table as Vale has it; raise as `read_vale_rule` does."""
    point = raw["extends"]
    try:
        made = EXTENSION_POINTS[point](raw)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise SheetError(path, f"it is no {point}: {error}") from None
    message, options = make_message(raw["message"], made.values), _options(path, name, raw, made, accepted)
    if fault := find_fault(made.kind, message, options):
        raise SheetError(path, fault.said, fault.key)
    style, _, title = name.partition(".")
    said = " ".join(str(raw.get(key, "")) for key in ("description", "link") if raw.get(key))
    return Rule(
        name=name,
        family=style.lower(),
        code=name,
        kind=made.kind,
        severity=raw.get("level", "warning"),
        summary=re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title),
        message=message,
        why=said or f"A rule of the style {style}.",
        options=options,
        settable=("except",),
        origin=str(path),
    )


def _options(
    path: Path, name: str, raw: Mapping[str, Any], made: KindAndOptions, accepted: Sequence[str]
) -> dict[str, Any]:
    options = {"rule": name, "time-limit": _TIME_LIMIT, **made.options, "except": []}
    left_alone = [*map(str, raw.get("exceptions") or ()), *(accepted if raw.get("vocab", True) else ())]
    if made.kind == "capitalisation":
        options["except"] = left_alone
    elif left_alone:
        options["except-pattern"] = rf"\b(?:{'|'.join(sorted(left_alone, key=len, reverse=True))})\b"
    if made.kind == "spelling":
        files = (file for one in made.options["word-lists"] for file in _word_list(path, one))
        options["listed"] = read_word_lists(files)
    return options


def _word_list(path: Path, name: str) -> Iterator[Path]:
    """Yield where a list of words is: beside the style, or in one of the folders that Vale looks in."""
    for folder in (path.parent.parent, path.parent.parent / "config/ignore", path.parent):
        if (folder / name).is_file():
            yield folder / name
            return


def _read(path: Path) -> dict[str, Any]:
    import yaml  # late: what is kept need not be read

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = yaml.load(read_settings(path).lstrip("\ufeff"), loader)  # noqa: S506 - the loader is a safe one
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise SheetError(path, f"{line}{error.problem}") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SheetError(path, f"it cannot be read: {error}") from None
    if not isinstance(raw, dict):
        raise SheetError(path, "it is no rule: it has no keys")
    return raw


def vocabulary(config: ValeConfig, file: str) -> Iterator[str]:
    """Yield the terms of the vocabularies that are named: those of `accept.txt` or `reject.txt`."""
    for name in config.vocabularies:
        for place in _VOCABULARIES:
            path = config.styles_path / place / name / file
            if path.is_file():
                lines = read_settings(path).splitlines()
                yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))
