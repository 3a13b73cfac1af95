"""Settings that others are taken from: a profile of ours, another file, or an installed package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lint_article.config.lines import place_of
from lint_article.errors import UserError, did_you_mean, nearest_file

Table = Mapping[str, object]

_FILE = "lint-article.toml"
_PROFILES = Path(__file__).parent / "profiles"


def layers(path: Path, read: Callable[[Path], Table], below: tuple[Path, ...] = ()) -> Iterator[tuple[Path, Table]]:
    """Yield the tables that a file of settings extends, lowest first, and last its own.

    Raises UserError for a name that is no profile, file or package, and for files that extend each other.
    """
    table = read(path)
    named = table.get("extend", ())
    for name in [named] if isinstance(named, str) else named if isinstance(named, list) else ():
        if not isinstance(name, str):
            continue  # what is not lawful is refused with all other settings
        other = _find(name, path)
        if other == path or other in below:
            where = place_of(path, "extend")
            raise UserError(f"{path.name} and {other.name} extend each other ({where}).", "Remove one `extend`.")
        yield from layers(other, read, (*below, path))
    yield path, table


def profiles_folder() -> Path:
    """Return the folder with the profiles that come with the program."""
    return _PROFILES


def profiles() -> tuple[str, ...]:
    """Return the names of the profiles that come with the program."""
    return tuple(sorted(path.stem for path in _PROFILES.glob("*.toml")))


def _find(name: str, path: Path) -> Path:
    """Return the file that a name stands for; a package is found without running any of its code."""
    if name in profiles():
        return _PROFILES / f"{name}.toml"
    if name.endswith(".toml"):
        file = (path.parent / name).resolve()
        if file.is_file():
            return file
        hint = nearest_file(str(path.parent / name)) or "Check the path."
        raise UserError(f"There is no file {name}, which `extend` names ({place_of(path, 'extend')}).", hint)
    from importlib.util import find_spec  # late: few settings name a package

    spec = find_spec(name) if name.isidentifier() else None
    for folder in (spec.submodule_search_locations if spec else None) or ():
        if (Path(folder) / _FILE).is_file():
            return Path(folder) / _FILE
    what = f"There is a package `{name}` without {_FILE}" if spec else f"There is no profile or package `{name}`"
    hint = did_you_mean(name, profiles()) or f"The profiles are {', '.join(profiles())}; a file's name ends in .toml."
    raise UserError(f"{what}, which `extend` names ({place_of(path, 'extend')}).", hint)
