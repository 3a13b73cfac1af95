"""The rules that some settings speak of: ours, and those of the folders and packages that the settings name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lint_article.config import Settings
from lint_article.engine.patterns import relative_path
from lint_article.engine.select import selection
from lint_article.errors import UserError
from lint_article.rulebook import Rule, Rulebook, SheetError, rulebook

if TYPE_CHECKING:
    from lint_article.rulebook.own import OwnBook, Sources


def book_of(settings: Settings) -> Rulebook:
    """Return the rules; raise UserError for a folder or a package that does not exist."""
    own = _own(settings)
    return own.book if own else rulebook()


def rules_for(settings: Settings, path: str) -> tuple[Rule, ...]:
    """Return the rules to run on a file, as its settings and a `.vale.ini` want them."""
    own = _own(settings)
    rules = selection(settings, own.book if own else rulebook(), path)
    if own is None or own.vale is None:
        return rules
    ini, name = own.vale, relative_path(settings.root, path)
    listed = {str(folder) for folder in sources_of(settings).styles}
    return tuple(rule for rule in rules if not _is_vales(rule, listed) or ini.is_run(rule.name, name))


def _is_vales(rule: Rule, listed: Collection[str]) -> bool:
    """Tell whether a rule is one of a style that no folder of the settings names, only the `.vale.ini`."""
    return rule.is_vales and str(Path(rule.origin).parent) not in listed


def faults_of(settings: Settings) -> Iterator[tuple[str, UserError]]:
    """Yield the files of rules that cannot be used, each with what is wrong with it and where."""
    from lint_article.config.lines import show_location  # late: only a mistake needs it

    own = _own(settings)
    for fault in own.faults if own else ():
        yield show_location(fault.path), explain_fault(fault)


def notes_of(settings: Settings) -> Iterator[str]:
    """Yield what of Vale's styles is not run."""
    own = _own(settings)
    for name, why in own.unsupported.items() if own else ():
        yield f"{name} is not run: {why}."


def _own(settings: Settings) -> OwnBook | None:
    if not (settings.rule_folders or settings.vale_styles or settings.vale_config):
        return None
    from lint_article.rulebook.own import read_own_rules  # late: few settings have rules of their own

    return read_own_rules(sources_of(settings))


def forget_rules() -> None:
    """Read sheets anew from now on; a process that lives on calls this when files have changed."""
    from lint_article.rulebook.own import read_own_rules

    read_own_rules.cache_clear()


def explain_fault(fault: SheetError) -> UserError:
    """Return what to say of a sheet that cannot be used."""
    from lint_article.config.lines import place_of, place_of_word, show_location  # late: only a mistake needs it

    if fault.path.suffix == ".toml":
        where = place_of(fault.path, fault.key) if fault.key else show_location(fault.path)
    else:
        where = place_of_word(fault.path, fault.key) if fault.key else show_location(fault.path)
    said, _, hint = fault.fault.partition(". Did you mean")
    return UserError(f"{where}: {said.rstrip('.')}; this rule is not run.", f"Did you mean{hint}" if hint else "")


def explain_stop(rule: Rule) -> UserError:
    """Return what to say of a rule whose pattern took longer than it may."""
    return UserError(
        f"The rule `{rule.name}` was stopped: its pattern took longer than {rule.options['time-limit']:g} s.",
        f"Make the pattern of {rule.origin} simpler, or raise its `time-limit`.",
    )


def sources_of(settings: Settings) -> Sources:
    """Return where the rules are that the settings name; raise UserError for what does not exist."""
    from lint_article.rulebook.own import Sources

    ini = Path(settings.root, settings.vale_config) if settings.vale_config else None
    if ini and not ini.is_file():
        raise UserError(f"There is no file {settings.vale_config}, which `vale-config` names.", "Check the path.")
    styles = tuple(Path(settings.root, name) for name in settings.vale_styles)
    for name, folder in zip(settings.vale_styles, styles, strict=True):
        if not folder.is_dir():
            raise UserError(f"There is no folder {name}, which `vale-styles` names.", "Name the folder of one style.")
    return Sources(folders_of(settings), styles, ini)


def folders_of(settings: Settings) -> tuple[Path, ...]:
    """Return the folders with sheets that the settings name."""
    return tuple(_folder(name, settings) for name in settings.rule_folders)


def _folder(name: str, settings: Settings) -> Path:
    folder = Path(settings.root, name)
    if folder.is_dir():
        return folder
    from importlib.util import find_spec  # late: few settings name a package

    spec = find_spec(name) if name.isidentifier() else None
    for place in (spec.submodule_search_locations if spec else None) or ():
        return Path(place)
    raise UserError(
        f"There is no folder or package `{name}`, which `rule-folders` names.",
        "Write the folder as seen from the settings, or install the package.",
    )
