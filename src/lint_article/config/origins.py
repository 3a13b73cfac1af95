"""Which of several layers a setting comes from: a default, a profile, a file with its line, the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from lint_article.config.extend import profiles_folder
from lint_article.config.lines import Where, place_of
from lint_article.config.load import Table, files_for, read_layers
from lint_article.config.merge import hold_everywhere, is_added_up, join, validate_table

DEFAULT = "default"


def origins_for(
    folder: Path, overrides: Table | None = None, config: Path | None = None, isolated: bool = False
) -> Mapping[str, str]:
    """Return where each setting of a folder comes from, by its dotted name; a setting that is missing has its default.

    Takes what `settings_for` takes, and raises what it raises.
    """
    project, own = files_for(folder, config, isolated)
    found = read_layers(project, project != config)
    users = read_layers(own, is_found=False)
    if found and own:
        users = [(own, hold_everywhere(join(table for _, table in users), join(table for _, table in found)))]
    said = validate_table(overrides or {}, lambda _: "")
    layers: list[tuple[Where, Table]] = [(_place_in(path), table) for path, table in (*users, *found)]
    origins: dict[str, str] = {}
    for where, table in (*layers, (lambda _: "command line", said)):
        for name in _names(table):
            adds = is_added_up(name) and name in origins
            origins[name] = f"{origins[name]}, {where(name)}" if adds else where(name)
    return origins


def _place_in(path: Path) -> Where:
    if path.parent == profiles_folder():
        return lambda _: f"profile {path.stem}"
    return partial(place_of, path)


def _names(table: Table, above: str = "") -> Iterator[str]:
    """Yield the dotted name of each value that is no table."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _names(value, f"{above}{key}.")
        else:
            yield f"{above}{key}"
