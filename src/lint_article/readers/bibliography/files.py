"""Bibliography files that a manuscript names, found and written behind its text, one block to an entry."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import reduce
from importlib import import_module
from pathlib import Path

from lint_article.document import Reading, Source
from lint_article.readers import disk
from lint_article.readers.characters import decode
from lint_article.readers.decoding import decode_as
from lint_article.readers.project import project_root
from lint_article.readers.writer import Writer

WriteEntries = Callable[[Writer, int], None]
FORMATS: Mapping[str, str] = {
    ".bib": "latex.bibtex:write_bibtex",
    ".json": "bibliography.csl:write_csl_json",
    ".yaml": "bibliography.csl:write_csl_yaml",
    ".yml": "bibliography.csl:write_csl_yaml",
    ".ris": "bibliography.ris:write_ris",
}
_NAMES = ("references", "bibliography", "refs", "manual-references")
_SETTINGS = ("_metadata.yml", "_quarto.yml", "_quarto.yaml", "myst.yml", "_config.yml")
# Where settings name bibliographies: those of Quarto, of MyST, and of Jupyter Book.
_NAMING = (
    ("bibliography",),
    ("project", "bibliography"),
    ("bibtex_bibfiles",),
    ("sphinx", "config", "bibtex_bibfiles"),
)
_MOST_BYTES = 100_000_000


def found_file(writer: Writer, name: str, folders: tuple[Path, ...], endings: tuple[str, ...] = ("",)) -> Path | None:
    """Return the named file that exists in one of the folders, with one of the endings; never above the project."""
    paths = ((folder / f"{name}{ending}", folder) for folder in folders for ending in endings if name)
    return next((path for path, folder in paths if _may_be_read(writer, path, folder)), None)


def _may_be_read(writer: Writer, path: Path, folder: Path) -> bool:
    """Tell whether there is such a file; for a manuscript that is alone only those are there that came with it."""
    if writer.is_alone:
        return not path.is_absolute() and os.path.realpath(path) in writer.files
    return disk.is_file(path) and disk.resolve(path).is_relative_to(project_root(folder))


def read_file(path: Path, files: dict[str, bytes], encoding: str = "") -> str | None:
    """Return the characters of a text file, or None if it cannot be read or is beyond all measure.

    `files` holds, by their real paths, the bytes of those that have been read; this one is added.
    """
    name = os.path.realpath(path)
    try:
        if name not in files:
            files[name] = disk.read_bytes(path, _MOST_BYTES)
    except OSError:
        return None
    return decode_as(files[name], encoding)


def bibliographies_in(writer: Writer, folder: Path) -> list[Path]:
    """Return the bibliography files that a folder has: any .bib and .ris, and others by their usual names.

    A link that leads out of the project is not followed. For a manuscript that is alone: those that came with it.
    """
    if writer.is_alone:
        return [path for path in map(Path, sorted(writer.files)) if path.suffix.lower() in FORMATS]
    try:
        files = disk.files_in(folder, FORMATS)
    except OSError:
        return []
    usual = [path for path in files if path.suffix.lower() in (".bib", ".ris") or path.stem.lower() in _NAMES]
    root = project_root(folder) if usual else folder
    return [path for path in usual if disk.resolve(path).is_relative_to(root)]


def bibliographies_of_project(writer: Writer, folder: Path) -> list[Path]:
    """Return the files that a project (Quarto, MyST, Jupyter Book) names for all of its manuscripts.

    The nearest settings that name any count.
    """
    if writer.is_alone:
        return []
    root, here = project_root(folder), disk.resolve(folder)
    for place in (here, *(parent for parent in here.parents if parent.is_relative_to(root))):
        for settings in (place / name for name in _SETTINGS if disk.is_file(place / name)):
            named = _named_in(read_file(settings, {}) or "")
            if named:
                return [path for path in (found_file(writer, name, (place,)) for name in named) if path]
    return []


def _named_in(text: str) -> list[str]:
    from lint_article.readers.bibliography.located_data import (  # YAML is read only where there are settings
        NotLocated,
        located_yaml,
    )

    try:
        settings = located_yaml(text, 0, len(text))
    except NotLocated:
        return []
    found = (reduce(lambda value, key: value and value.get(key), path, settings) for path in _NAMING)
    return [value.text or "" for one in found if one for value in one.texts()]


def read_bibtex(source: Source) -> Reading:
    """Return the entries of a .bib file that is itself to be checked."""
    return _read(source, ".bib")


def read_ris(source: Source) -> Reading:
    """Return the records of an RIS file that is itself to be checked."""
    return _read(source, ".ris")


def read_csl_json(source: Source) -> Reading:
    """Return the items of a CSL-JSON file that is itself to be checked."""
    return _read(source, ".json")


def read_csl_yaml(source: Source) -> Reading:
    """Return the items of a CSL-YAML file that is itself to be checked."""
    return _read(source, ".yaml")


def _read(source: Source, ending: str) -> Reading:
    writer = Writer(source, decode(source.data))
    _write_entries(ending)(writer, 0)
    return writer.reading()


def write_bibliography(writer: Writer, path: Path, encoding: str = "") -> bool:
    """Write the entries of a file as references; return whether it could be read."""
    text = read_file(path, writer.files, encoding)
    if text is None or path.suffix.lower() not in FORMATS:
        return False
    writer.gap()
    _write_entries(path.suffix.lower())(writer, writer.add_part(text, str(path)))
    return True


def _write_entries(ending: str) -> WriteEntries:
    module, _, function = FORMATS[ending].partition(":")
    write: WriteEntries = getattr(import_module(f"lint_article.readers.{module}"), function)
    return write
