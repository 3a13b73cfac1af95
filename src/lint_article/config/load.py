"""Finding the settings of a file: the nearest settings upwards from it, then what the command line says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from lint_article.config.settings import Settings
from lint_article.document import Limits
from lint_article.errors import UserError, nearest_file
from lint_article.regular_files import is_file, read_settings

Table = Mapping[str, object]

FILES = ("lint-article.toml", ".lint-article.toml", "pyproject.toml")
_OWN = "Set it in your own settings, ~/.config/lint-article/lint-article.toml, or use `{}`."

# What a file of a repository may not say, since whoever wrote that file would decide it for whoever checks the text.
_REFUSED = (
    ("languagetool", "allow-remote", "lets text leave this machine", "--allow-remote"),
    ("languagetool", "allow-public", "lets text leave this machine", "--allow-remote"),
    ("grammar", "cache-dir", "names a folder that is written to", "--cache-dir"),
)
_OUTSIDE = {
    "bibliography": "Name it on the command line: --bibliography FILE",
    "dictionary": "Copy it into the project, or name it in your own settings.",
    "rule-folders": "Copy it into the project, or install it as a package.",
    "baseline": "Name it on the command line: --baseline use FILE",
}


def settings_for(
    folder: Path, overrides: Table | None = None, config: Path | None = None, isolated: bool = False
) -> Settings:
    """Return the settings of the files in a folder.

    `overrides` are settings of the command line, which come last; `config` is a file that the user has named, which is
    read instead of looking for one; `isolated` reads none. Raises UserError for what cannot be read or understood.
    """
    project, own = files_for(folder, config, isolated)
    root = str(folder if project is None or config else project.parent)
    if project is None and own is None and not overrides:
        return Settings(root=root)
    from lint_article.config.merge import join, merge, validate_table

    of_project, of_user = (join(table for _, table in read_layers(path, path != config)) for path in (project, own))
    merged = merge(of_user, of_project, validate_table(overrides or {}, lambda _: "the command line"))
    return replace(merged, root=root, origin=str(project or own or ""))


def files_for(folder: Path, config: Path | None, isolated: bool) -> tuple[Path | None, Path | None]:
    """Return the file with the settings of a folder, or the one that the user has named, and the user's own file."""
    if config or isolated:
        return config, None
    return find_settings(folder.resolve()), user_file()


def read_layers(path: Path | None, is_found: bool) -> list[tuple[Path, Table]]:
    """Return the settings of the files that a file extends, lowest first, and last its own, written out.

    Raises UserError for what is not lawful, and for what the file of a project, which `is_found`, cannot set.
    """
    from lint_article.config.extend import layers
    from lint_article.config.lines import place_of
    from lint_article.config.merge import validate_table

    found = list(layers(path, _read)) if path else []
    for origin, table in found if is_found and path != user_file() else ():
        _refuse(table, origin)
    placed = ((origin, _with_folders(table, origin)) for origin, table in found)
    return [(origin, _with_paths(validate_table(table, partial(place_of, origin)), origin)) for origin, table in placed]


def _with_paths(table: Table, path: Path) -> Table:
    """Return the settings with the names of dictionaries as seen from their file."""
    named = table.get("dictionary")
    if not isinstance(named, list):
        return table
    from lint_article.config.dictionary import is_file_of_words

    placed = [str((path.parent / word).resolve()) if is_file_of_words(word) else word for word in named]
    missing = [word for word, file in zip(named, placed, strict=True) if word != file and not is_file(file)]
    if missing:
        hint = nearest_file(str(path.parent / missing[0])) or "Check the path."
        where = _place(path, "dictionary")
        raise UserError(f"There is no file {missing[0]}, which `dictionary` names ({where}).", hint)
    return {**table, "dictionary": placed}


def _with_folders(table: Table, origin: Path) -> Table:
    """Return the table with what has rules beside its file named from everywhere."""
    placed = dict(table)
    for key in ("rule-folders", "vale-styles", "vale-config"):
        named = table.get(key)
        if isinstance(named, list):
            placed[key] = [_beside(name, origin) for name in named]
        elif isinstance(named, str):
            placed[key] = _beside(named, origin)
    return placed


def _beside(name: object, origin: Path) -> object:
    path = origin.parent / str(name)
    return str(path) if path.exists() else name


@cache
def find_settings(folder: Path) -> Path | None:
    """Return the nearest file with settings, from the folder upwards."""
    for path in _files_in(folder):
        return path
    return None if folder.parent == folder else find_settings(folder.parent)


def forget_settings() -> None:
    """Read settings anew from now on; a process that lives on calls this when files have changed."""
    from lint_article.config.dictionary import read_dictionary

    for remembered in (find_settings, _toml, read_dictionary):
        remembered.cache_clear()


def passed_over(path: Path) -> Path | None:
    """Return the next file with settings, beside this one or above, which this one keeps from being read."""
    above = path.parent.parent
    with suppress(UserError):  # what is not read may be broken
        beside = (other for other in _files_in(path.parent) if other != path)
        return next(beside, None) or (find_settings(above) if above != path.parent else None)
    return None


def _files_in(folder: Path) -> Iterator[Path]:
    for path in (folder / name for name in FILES):
        if is_file(path) and (path.name != "pyproject.toml" or _read_own_table(path) is not None):
            yield path


def user_file() -> Path | None:
    """Return the user's own settings, if there are any: ~/.config/lint-article/lint-article.toml."""
    base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    path = Path(base, "lint-article", "lint-article.toml").expanduser()
    return path if is_file(path) else None


def _read(path: Path) -> Table:
    return (_read_own_table(path) if path.name == "pyproject.toml" else _toml(path)) or {}


def _read_own_table(path: Path) -> Table | None:
    tool = _toml(path).get("tool")
    own = tool.get("lint-article") if isinstance(tool, dict) else None
    if own is None and isinstance(tool, dict) and "lint_article" in tool:
        where = _place(path, "tool.lint_article")
        raise UserError(f"`tool.lint_article` is not read ({where}).", "Did you mean `tool.lint-article`?")
    if own is not None and not isinstance(own, dict):
        raise UserError(f"`tool.lint-article` must be a table ({_place(path, 'tool.lint-article')}).")
    return own


@cache
def _toml(path: Path) -> Table:
    import tomllib

    try:
        return tomllib.loads(read_settings(path))
    except OSError as error:
        raise UserError(f"The settings {_place(path)} cannot be read: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        from lint_article.config.lines import show_location

        where, why = show_location(path), str(error)
        if isinstance(error, tomllib.TOMLDecodeError):
            why, _, at = why.partition(" (at ")
            last = path.read_bytes().rstrip().count(b"\n") + 1
            where += f":{at.removeprefix('line ').partition(',')[0] if at.startswith('line') else last}"
        raise UserError(f"The settings {where} are not valid TOML: {why}.") from None
    except RecursionError:
        raise UserError(f"The settings {_place(path)} are nested too deeply.") from None


def _refuse(table: Table, path: Path) -> None:
    """Raise UserError for what a project's file cannot set."""
    grammar = table.get("grammar")
    nested = grammar.get("languagetool") if isinstance(grammar, dict) else None
    places = {"grammar": (grammar,), "languagetool": (table.get("languagetool"), nested)}
    for name, key, what, option in _REFUSED:
        if any(isinstance(place, dict) and key in place for place in places[name]):
            where = _place(path, f"{name}.{key}")
            raise UserError(f"`{name}.{key}` {what}, so a project's file cannot set it ({where}).", _OWN.format(option))
    for key in _OUTSIDE:
        _refuse_outside(table.get(key), key, path)
    _refuse_raised(table.get("limits"), path)


def _refuse_raised(limits: object, path: Path) -> None:
    """Raise UserError for a limit that lets a file take more of the machine than by default."""
    usual = Limits()
    for key, value in limits.items() if isinstance(limits, dict) else ():
        most = getattr(usual, key.replace("-", "_"), None)
        if most is not None and isinstance(value, int) and (value > most or not value):
            said = f"`limits.{key}` can only be lowered by a project's file, from {most}"
            raise UserError(f"{said} ({_place(path, f'limits.{key}')}).", _OWN.format(f"--limit {key}={value}"))


def _refuse_outside(said: object, key: str, path: Path) -> None:
    """Raise UserError for a file that lies outside of the project, by its name or through a link."""
    named = [name for name in (said if isinstance(said, list) else [said]) if isinstance(name, str) and name]
    if not named:
        return
    from lint_article.readers.project import project_root  # late: few projects name any

    root = project_root(path.parent)
    for name in named:
        if not (path.parent / name).resolve().is_relative_to(root):
            raise UserError(
                f"The {key} {name} lies outside the project, so a project's file cannot name it ({_place(path, key)}).",
                _OUTSIDE[key],
            )


def _place(path: Path, name: str = "") -> str:
    from lint_article.config.lines import place_of, show_location  # late: only a mistake needs it

    return place_of(path, name) if name else show_location(path)
