"""Bibliography files that a manuscript names, found and written behind its text, one block to an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from lint_article.readers.decoding import decode_as
from lint_article.readers.writer import Writer

WriteEntries = Callable[[Writer, int], None]
FORMATS: Mapping[str, str] = {
    ".bib": "bibtex:write_bibtex",
    ".json": "csl:write_csl_json",
    ".yaml": "csl:write_csl_yaml",
    ".yml": "csl:write_csl_yaml",
    ".ris": "ris:write_ris",
}
_ROOT_SIGNS = ((".git", ".hg", ".jj"), ("lint-article.toml", "pyproject.toml", "_quarto.yml"))
_NAMES = ("references", "bibliography", "refs", "manual-references")
_SETTINGS = ("_metadata.yml", "_quarto.yml", "_quarto.yaml")
_MOST_BYTES = 100_000_000


def project_root(folder: Path) -> Path:
    """Return the nearest folder, this one or above, that is under version control, or has settings; else this one."""
    folder = folder.resolve()
    folders = (folder, *folder.parents)
    return next((f for signs in _ROOT_SIGNS for f in folders if any((f / sign).exists() for sign in signs)), folder)


def found_file(name: str, folders: tuple[Path, ...], endings: tuple[str, ...] = ("",)) -> Path | None:
    """Return the named file that exists in one of the folders, with one of the endings; never above the project."""
    for folder in folders:
        root = project_root(folder)
        for ending in endings:
            path = folder / f"{name}{ending}"
            if name and _is_file(path) and path.resolve().is_relative_to(root):
                return path
    return None


def _is_file(path: Path) -> bool:
    """Tell whether the file exists; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_file(path: Path, encoding: str = "") -> str | None:
    """Return the characters of a text file, or None if it cannot be read or is beyond all measure."""
    try:
        return decode_as(path.read_bytes(), encoding) if path.stat().st_size <= _MOST_BYTES else None
    except OSError:
        return None


def bibliographies_in(folder: Path) -> list[Path]:
    """Return the bibliography files that a folder has: any .bib and .ris, and others by their usual names.

    A link that leads out of the project is not followed.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in FORMATS and path.is_file())
    except OSError:
        return []
    usual = [path for path in files if path.suffix.lower() in (".bib", ".ris") or path.stem.lower() in _NAMES]
    root = project_root(folder) if usual else folder
    return [path for path in usual if path.resolve().is_relative_to(root)]


def bibliographies_of_project(folder: Path) -> list[Path]:
    """Return the files that a Quarto project names for all of its manuscripts, by the nearest settings with any."""
    root, here = project_root(folder), folder.resolve()
    for place in (here, *(parent for parent in here.parents if parent.is_relative_to(root))):
        for settings in (place / name for name in _SETTINGS if (place / name).is_file()):
            named = _named_in(read_file(settings) or "")
            if named:
                return [path for path in (found_file(name, (place,)) for name in named) if path]
    return []


def _named_in(text: str) -> list[str]:
    from lint_article.readers.located import NotLocated, located_yaml  # YAML is read only where there are settings

    try:
        bibliography = located_yaml(text, 0, len(text)).get("bibliography")
    except NotLocated:
        return []
    return [value.text or "" for value in bibliography.texts()] if bibliography else []


def write_bibliography(writer: Writer, path: Path, encoding: str = "") -> bool:
    """Write the entries of a file as references; return whether it could be read."""
    text = read_file(path, encoding)
    named = FORMATS.get(path.suffix.lower())
    if text is None or named is None:
        return False
    module, _, function = named.partition(":")
    write: WriteEntries = getattr(import_module(f"lint_article.readers.{module}"), function)
    writer.gap()
    write(writer, writer.add_part(text, str(path)))
    return True
