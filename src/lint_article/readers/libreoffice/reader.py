"""Files that LibreOffice converts to an OpenDocument text, which is then read; nothing but its program is run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from lint_article.document import Reading, Source
from lint_article.readers.disk import note_program
from lint_article.readers.unreadable import Unreadable

_PROGRAMS = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_SECONDS = 120


def find_libreoffice() -> str | None:
    """Return the program of an installed LibreOffice, or None."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((path for path in _USUAL if Path(path).is_file()), None)


def read_converted(source: Source) -> Reading:
    """Return the reading of what LibreOffice makes of the file; places are paragraphs of that.

    Raises Unreadable if it makes nothing of it.
    """
    note_program()
    program = find_libreoffice()
    if program is None:
        raise Unreadable("LibreOffice, which would convert it, is not installed; save it as .docx")
    with TemporaryDirectory(prefix="lint-article-") as folder:
        file = Path(folder, "draft" + PurePath(source.path).suffix.lower())
        file.write_bytes(source.data)
        data = _convert(program, file)
    reading: Reading = import_module("lint_article.readers.odt.reader").read_odt(replace(source, data=data))
    return replace(reading, source=source)


def _convert(program: str, file: Path) -> bytes:
    """Run LibreOffice with settings of its own, so that it neither meets an open window nor leaves anything behind."""
    words = [program, f"-env:UserInstallation={(file.parent / 'profile').as_uri()}", "--headless", "--norestore"]
    words += ["--convert-to", "odt", "--outdir", str(file.parent), str(file)]
    try:
        done = subprocess.run(words, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"LibreOffice has not converted it within {_SECONDS} s; save it as .docx") from None
    made = file.with_suffix(".odt")
    if done.returncode or not made.is_file():
        said = done.stderr.decode(sys.getfilesystemencoding(), "replace").strip().partition("\n")[0]
        raise Unreadable(f"LibreOffice cannot convert it{f' ({said})' if said else ''}; save it as .docx")
    return made.read_bytes()
