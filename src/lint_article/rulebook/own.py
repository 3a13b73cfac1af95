"""Rules of a user's own: sheets in folders beside the manuscripts or in installed packages.

A sheet needs `kind` and `message` only; the rest has defaults. A sheet that is not lawful costs its own rule only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint_article import compiled
from lint_article.dataclass import dataclass
from lint_article.kinds import KINDS
from lint_article.kinds.spelling import read_word_lists
from lint_article.kinds.values import find_fault
from lint_article.rulebook.book import Rulebook, remember, rulebook
from lint_article.rulebook.rule import FAMILIES, Rule
from lint_article.rulebook.sheet import SheetError, make_rule, read_table, refuse_unlawful

if TYPE_CHECKING:
    from lint_article.rulebook.vale.config import ValeConfig

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"(?P<prefix>[A-Z]{2,8})\d{1,4}")
_OURS = frozenset({"check", "grammar", "problem", "suppression"})  # kinds that are made for rules of ours
_NOT_CITED = ["~reference", "~quotation"]  # titles and quotations have the words of others
_TIME_LIMIT = 1.0  # seconds for a rule's patterns on one text
_FOREIGN = frozenset({"lint-article.toml", ".lint-article.toml", "pyproject.toml", "backgrounds.toml"})


@dataclass(frozen=True, slots=True)
class Sources:
    """Where rules of a user's own are: folders of sheets, folders of Vale's styles, and a `.vale.ini`."""

    folders: tuple[Path, ...] = ()
    styles: tuple[Path, ...] = ()
    vale: Path | None = None


@dataclass(frozen=True, slots=True)
class OwnBook:
    """All rules, ours and the user's, with the faults of files that could not be used.

    `unsupported` has rules of Vale that cannot be run, and why; `vale` is what the `.vale.ini` says.
    """

    book: Rulebook
    faults: tuple[SheetError, ...] = ()
    unsupported: Mapping[str, str] = field(default_factory=dict)
    vale: ValeConfig | None = None


@lru_cache(maxsize=16)
def read_own_rules(sources: Sources) -> OwnBook:
    """Return our rules with those of a user's sources."""
    rules = [*rulebook()]
    taken = {word.lower(): rule for rule in rules for word in (rule.name, rule.code)}
    faults: list[SheetError] = []
    for path, family in _sheets(sources.folders):
        try:
            rule = read_own_sheet(path, family)
            _refuse_clash(path, rule, taken)
        except SheetError as fault:
            faults.append(fault)
        else:
            taken |= dict.fromkeys((rule.name.lower(), rule.code.lower()), rule)
            rules.append(rule)
    if not sources.styles and not sources.vale:
        return _remember(OwnBook(Rulebook(rules), tuple(faults)))
    from lint_article.rulebook.vale.read import read_vale  # late: few settings name styles of Vale

    vale = read_vale(sources.styles, sources.vale)
    book = Rulebook([*rules, *vale.rules])
    return _remember(OwnBook(book, (*faults, *vale.faults), vale.unsupported, vale.config))


def _remember(own: OwnBook) -> OwnBook:
    remember(own.book)
    return own


def read_own_sheet(path: Path, family: str) -> Rule:
    """Return the rule of a user's sheet; raise SheetError if it is not lawful."""
    raw = compiled.table(partial(_read_lawful, path), str(path))
    if raw["kind"] == "spelling":
        raw = {**raw, "listed": _read_words(path, raw.get("word-lists", []))}
    rule = make_rule(path, raw, family, str(path))
    if fault := find_fault(rule.kind, rule.message, rule.options):
        raise SheetError(path, fault.said, fault.key)
    return rule


def _read_lawful(path: Path) -> dict[str, Any]:
    """Return what a sheet states, with the defaults of what it leaves open."""
    raw = _with_defaults(path, read_table(path))
    for key in ("kind", "message"):
        if not isinstance(raw.get(key), str):
            raise SheetError(path, f"`{key}` must be a text" if key in raw else f"the sheet needs `{key}`", key)
    if not _NAME.fullmatch(path.stem):
        raise SheetError(path, "a rule's name, which is the file's, has small letters, digits and hyphens only")
    refuse_unlawful(path, raw)
    if raw["kind"] in _OURS:
        raise SheetError(path, f"`{raw['kind']}` is the kind of built-in rules only", "kind")
    code = _CODE.fullmatch(raw["code"])
    if raw["code"] != path.stem and (not code or code["prefix"] in FAMILIES):
        ours = f"the prefixes {', '.join(FAMILIES)} are those of built-in rules"
        raise SheetError(path, f"a code has 2 to 8 capitals and a number, as in `HSE001`; {ours}", "code")
    return raw


def _read_words(path: Path, names: Sequence[str]) -> list[str]:
    """Return the words of the lists beside a sheet; raise SheetError for one that cannot be read."""
    try:
        return read_word_lists(path.parent / name for name in names)
    except (OSError, UnicodeDecodeError) as error:
        raise SheetError(path, f"a word list cannot be read: {error}", "word-lists") from None


def _with_defaults(path: Path, raw: dict[str, Any]) -> dict[str, Any]:
    kind = KINDS.get(str(raw.get("kind")))
    raw = {
        "code": path.stem,
        "severity": "warning",
        "summary": path.stem.replace("-", " ").capitalize(),
        **raw,
    }
    raw.setdefault("why", f"{raw['summary']}.")
    if kind and "scope" in kind.optional:
        scope = ["title", "heading"] if raw["kind"] == "capitalisation" else _NOT_CITED
        raw = {"scope": scope, "time-limit": _TIME_LIMIT, **raw}
    return raw


def _refuse_clash(path: Path, rule: Rule, taken: dict[str, Rule]) -> None:
    families = {*FAMILIES.values(), *(code.lower() for code in FAMILIES), "all"}
    for key, word in (("", rule.name), ("code", rule.code)):
        other = taken.get(word.lower())
        if other is not None or word in families:
            whose = f"in {other.origin}" if other and other.origin else "built in"
            raise SheetError(path, f"`{word}` is the name of a rule or family that is {whose}", key)


def _sheets(folders: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for path in sorted(folder.rglob("*.toml")):
            if path.name not in _FOREIGN:
                yield path, folder.name.lower()
