"""Bibliography files that a manuscript names, found and written behind its text, one block to an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from lint_article.readers.plain import decode
from lint_article.readers.writer import Writer

WriteEntries = Callable[[Writer, int], None]
FORMATS: Mapping[str, str] = {
    ".bib": "bibtex:write_bibtex",
    ".json": "csl:write_csl_json",
    ".yaml": "csl:write_csl_yaml",
    ".yml": "csl:write_csl_yaml",
    ".ris": "ris:write_ris",
}
_ROOT_SIGNS = (".git", ".hg", "pyproject.toml", "lint-article.toml", ".lint-article.toml", "_quarto.yml")
_NAMES = ("references", "bibliography", "refs", "manual-references")
_MOST_BYTES = 100_000_000


def project_root(folder: Path) -> Path:
    """Return the nearest folder, this one or above, that has the signs of a project's root; else this one."""
    folder = folder.resolve()
    return next((f for f in (folder, *folder.parents) if any((f / sign).exists() for sign in _ROOT_SIGNS)), folder)


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


def read_file(path: Path) -> str | None:
    """Return the characters of a text file, or None if it cannot be read or is beyond all measure."""
    try:
        return decode(path.read_bytes()) if path.stat().st_size <= _MOST_BYTES else None
    except OSError:
        return None


def bibliographies_in(folder: Path) -> list[Path]:
    """Return the bibliography files that a folder has: any .bib and .ris, and others by their usual names."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in FORMATS and path.is_file())
    except OSError:
        return []
    return [path for path in files if path.suffix.lower() in (".bib", ".ris") or path.stem.lower() in _NAMES]


def write_bibliography(writer: Writer, path: Path) -> bool:
    """Write the entries of a file as references; return whether it could be read."""
    text = read_file(path)
    named = FORMATS.get(path.suffix.lower())
    if text is None or named is None:
        return False
    module, _, function = named.partition(":")
    write: WriteEntries = getattr(import_module(f"lint_article.readers.{module}"), function)
    writer.gap()
    write(writer, writer.add_part(text, str(path)))
    return True
