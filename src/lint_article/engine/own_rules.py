"""The rules that some settings speak of: ours, and those of the folders and packages that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lint_article.config import Settings
from lint_article.errors import UserError
from lint_article.rulebook import Rule, Rulebook, SheetError, rulebook


def book_of(settings: Settings) -> Rulebook:
    """Return the rules; raise UserError for a folder or a package that does not exist."""
    if not settings.rule_folders:
        return rulebook()
    from lint_article.rulebook.own import read_own_rules  # late: few settings have rules of their own

    return read_own_rules(folders_of(settings)).book


def faults_of(settings: Settings) -> Iterator[UserError]:
    """Yield what is wrong with sheets that cannot be used, each with its line."""
    if not settings.rule_folders:
        return
    from lint_article.rulebook.own import read_own_rules

    yield from map(explain_fault, read_own_rules(folders_of(settings)).faults)


def forget_rules() -> None:
    """Read sheets anew from now on; a process that lives on calls this when files have changed."""
    from lint_article.rulebook.own import read_own_rules

    read_own_rules.cache_clear()


def explain_fault(fault: SheetError) -> UserError:
    """Return what to say of a sheet that cannot be used."""
    from lint_article.config.lines import place_of, show_location  # late: only a mistake needs it

    where = place_of(fault.path, fault.key) if fault.key else show_location(fault.path)
    said, _, hint = fault.fault.partition(". Did you mean")
    return UserError(f"{where}: {said.rstrip('.')}; this rule is not run.", f"Did you mean{hint}" if hint else "")


def explain_stop(rule: Rule) -> UserError:
    """Return what to say of a rule whose pattern took longer than it may."""
    return UserError(
        f"The rule `{rule.name}` was stopped: its pattern took longer than {rule.options['time-limit']:g} s.",
        f"Make the pattern of {rule.origin} simpler, or raise its `time-limit`.",
    )


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
