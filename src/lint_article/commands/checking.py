"""From the words of `check` to what is asked of the engine, and what of a printer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from lint_article.commands.output import run_and_exit

if TYPE_CHECKING:
    from lint_article.engine.plan import BaselineRequest, ChangesRequest


def start_check(
    paths: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    output_format: Sequence[str] | None = None,
    output: Path | None = None,
    fix: bool = False,
    unsafe_fixes: bool = False,
    diff: bool = False,
    fail_on: str | None = None,
    exit_zero: bool = False,
    grammar: str | None = None,
    allow_remote: bool = False,
    bibliography: Sequence[Path] | None = None,
    baseline: tuple[str, str] | None = None,
    changed: bool = False,
    changed_since: str = "",
    staged: bool = False,
    add_ignore: str = "",
    format: str = "",
    stdin_filename: str = "-",
    config: Path | None = None,
    isolated: bool = False,
    force_exclude: bool = False,
    no_cache: bool = False,
    cache_dir: Path | None = None,
    limit: Sequence[str] | None = None,
    jobs: int | None = None,
    color: str = "auto",
    quiet: bool = False,
    statistics: bool = False,
    show_files: bool = False,
    show_settings: bool = False,
    debug: bool = False,
) -> NoReturn:
    """Do what `check` is asked for, and exit; the options are explained in `cli.py`."""
    from lint_article.commands.check import Printing, check, fixes
    from lint_article.commands.outputs import split_formats
    from lint_article.engine.plan import CheckRequest

    printed, written = split_formats(output_format or ())
    kept = str(cache_dir.absolute()) if cache_dir else None
    said = said_settings(
        select,
        extend_select,
        ignore,
        {"engine": grammar, "cache": False if no_cache else None, "cache-dir": kept},
        bibliography,
        output_format=printed,
        fail_on=fail_on,
        languagetool={"allow-remote": allow_remote or None},
        force_exclude=force_exclude or None,
        jobs=jobs,
        limits=read_limits(limit),
    )
    named = tuple(map(shown_path, paths or ["."]))
    wanted = fixes(fix, unsafe_fixes, diff)
    known = _baseline(baseline)
    asked = CheckRequest(
        named,
        said,
        config,
        isolated,
        stdin_filename,
        format,
        wanted,
        fix and not diff,
        known,
        _changes({"--changed": changed, "--changed-since": changed_since, "--staged": staged}, wanted),
    )
    is_recording = bool(add_ignore) or (known is not None and known.verb == "write")
    prints = not is_recording and (bool(printed) or not written)
    printing = Printing(
        output, color, diff, statistics, exit_zero, quiet, debug, written, prints, is_recording, add_ignore
    )
    if show_files or show_settings:
        from lint_article.commands.show import print_files, print_settings

        run_and_exit(partial(print_files if show_files else print_settings, asked), debug)
    run_and_exit(partial(check, asked, printing), debug)


def said_settings(
    select: Sequence[str] | None,
    extend_select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    grammar: Mapping[str, Any],
    bibliography: Sequence[Path] | None = None,
    **others: Any,
) -> dict[str, Any]:
    """Return the settings that the options of a command state, without what they leave open."""
    return _drop_unset(
        {
            "select": _split_list(select),
            "extend-select": _split_list(extend_select),
            "ignore": _split_list(ignore),
            "grammar": grammar,
            "bibliography": [str(path.absolute()) for path in bibliography or ()] or None,
            **{name.replace("_", "-"): value for name, value in others.items()},
        }
    )


def _baseline(said: tuple[str, str] | None) -> BaselineRequest | None:
    """Return what the command line wants done with a baseline, if it names one."""
    if said is None:
        return None
    from lint_article.commands.baseline import baseline_request  # late: few runs have one

    return baseline_request(*said)


def _changes(said: dict[str, bool | str], fix: tuple[str, ...]) -> ChangesRequest | None:
    """Return which lines are wanted, if not all; edits move lines, so that fixes cannot be told to keep to some."""
    options = [option for option, value in said.items() if value]
    if not options:
        return None
    from lint_article.engine.plan import ChangesRequest
    from lint_article.errors import UserError

    options += ["--fix"] if fix else []
    if len(options) > 1:
        raise UserError(f"`{options[0]}` and `{options[1]}` cannot be combined.")
    return ChangesRequest(str(said["--changed-since"]), bool(said["--staged"]))


def _split_list(words: Iterable[str] | None) -> list[str] | None:
    """Return the words of an option that may be repeated and may list several with commas."""
    return None if words is None else [word.strip() for said in words for word in said.split(",") if word.strip()]


def read_limits(words: Iterable[str] | None) -> dict[str, Any]:
    """Return the limits that are said as NAME=NUMBER; whether they are lawful is found out with all settings."""
    pairs = (word.partition("=") for word in words or ())
    return {name.strip(): int(said) if said.isdecimal() else said for name, _, said in pairs}


def shown_path(word: str) -> str:
    """Return a path in its shortest form; an address keeps its slashes."""
    return word if "://" in word else str(Path(word))


def _drop_unset(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the command line states, without what it leaves open."""
    tables = {key: _drop_unset(value) if isinstance(value, Mapping) else value for key, value in said.items()}
    return {key: value for key, value in tables.items() if value is not None and value != {}}
