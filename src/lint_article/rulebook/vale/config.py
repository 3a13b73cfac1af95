"""A `.vale.ini`: where the styles are, which of them are run on which files, and what it says of single rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from configparser import ConfigParser, Error
from fnmatch import translate
from pathlib import Path

from lint_article.dataclass import dataclass
from lint_article.regular_files import read_settings
from lint_article.rulebook.rule import SEVERITIES
from lint_article.rulebook.sheet import SheetError

_TOP = "top"  # in place of a section, for what stands before the first
_ALL = "*"
_BRACES = re.compile(r"\{([^{}]*)\}")
_KNOWN = frozenset({"StylesPath", "MinAlertLevel", "Vocab", "BasedOnStyles", "Packages"})
_MANY = 100  # patterns that braces stand for
_MARK = "\ufeff"  # of UTF-8, which some editors write
_OFF = frozenset({"no", "off", "false"})


@dataclass(frozen=True, slots=True)
class ValeSection:
    """What holds for files of a pattern: styles, and for single rules whether they are run or how severe they are."""

    pattern: str
    styles: tuple[str, ...]
    switches: Mapping[str, str]

    def has_match(self, path: str) -> bool:
        """Tell whether the section speaks of a file."""
        patterns = [self.pattern]
        while any(map(_BRACES.search, patterns)) and len(patterns) < _MANY:
            patterns = [choice for one in patterns for choice in _choices(one)]
        return any(re.match(translate(one), name) for one in patterns for name in (path, Path(path).name))


@dataclass(frozen=True, slots=True)
class ValeConfig:
    """The settings of Vale that are heeded, and the names of those that are not."""

    styles_path: Path
    lowest: str
    vocabularies: tuple[str, ...]
    sections: tuple[ValeSection, ...]
    unread: tuple[str, ...]

    @property
    def named_styles(self) -> tuple[str, ...]:
        """The styles that are run on some file, or single rules of which are."""
        switched = (rule.partition(".")[0] for section in self.sections for rule in section.switches)
        return tuple(dict.fromkeys((*(style for section in self.sections for style in section.styles), *switched)))

    def is_run(self, name: str, path: str) -> bool:
        """Tell whether a rule, `Style.Rule`, is run on a file."""
        style, wanted = name.partition(".")[0], False
        for section in self.sections:
            if section.has_match(path):
                wanted = wanted or style in section.styles
                if switch := section.switches.get(name):
                    wanted = switch.lower() not in _OFF
        return wanted

    def severity(self, name: str, level: str) -> str:
        """Return how severe a rule is, which the last section that says so decides; "" if it is too low to be run."""
        for section in self.sections:
            level = section.switches.get(name, level) if section.switches.get(name) in SEVERITIES else level
        order = list(SEVERITIES)
        return level if order.index(level) >= order.index(self.lowest) else ""  # type: ignore[arg-type]


def read_vale_config(path: Path) -> ValeConfig:
    """Return what a .vale.ini says; raise SheetError if it cannot be read."""
    parser = ConfigParser(interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#", ";"))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(f"[{_TOP}]\n{read_settings(path).lstrip(_MARK)}")
    except (OSError, UnicodeDecodeError, Error) as error:
        raise SheetError(path, f"it cannot be read: {str(error).splitlines()[0]}") from None
    top = parser[_TOP]
    lowest = top.get("MinAlertLevel", "suggestion")
    if lowest not in SEVERITIES:
        raise SheetError(path, f"`MinAlertLevel` must be one of {', '.join(SEVERITIES)}", "MinAlertLevel")
    sections = [name for name in parser.sections() if name not in (_TOP, "formats")]
    return ValeConfig(
        styles_path=path.parent / top.get("StylesPath", "styles"),
        lowest=lowest,
        vocabularies=_list(top.get("Vocab", "")),
        sections=tuple(_section(name, parser[name]) for name in sorted(sections, key=lambda name: name != _ALL)),
        unread=tuple(dict.fromkeys(_unread(parser))),
    )


def _section(pattern: str, said: Mapping[str, str]) -> ValeSection:
    switches = {key: value for key, value in said.items() if "." in key}
    return ValeSection(pattern, _list(said.get("BasedOnStyles", "")), switches)


def _unread(parser: ConfigParser) -> Iterator[str]:
    for name in parser.sections():
        if name == "formats":
            yield "[formats]"
            continue
        yield from (key for key in parser[name] if key not in _KNOWN and "." not in key)


def _list(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _choices(pattern: str) -> list[str]:
    """Return a pattern with each of the choices of its first braces in their place."""
    braces = _BRACES.search(pattern)
    if not braces:
        return [pattern.replace("{", "[{]")]
    return [f"{pattern[: braces.start()]}{choice}{pattern[braces.end() :]}" for choice in braces[1].split(",")]
