"""What LibreOffice makes of a file: an OpenDocument text. Nothing but its program is run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from lint_article import ends
from lint_article.document import MEGABYTE, Source
from lint_article.readers.disk import note_program
from lint_article.readers.unreadable import Unreadable, beyond
from lint_article.regular_files import TooManyBytesError, read_regular

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


def convert(source: Source) -> Source:
    """Return the OpenDocument text that LibreOffice makes of the file.

    Raises Unreadable if it makes nothing of it.
    """
    note_program()
    program = find_libreoffice()
    if program is None:
        raise Unreadable("LibreOffice, which would convert it, is not installed; save it as .docx")
    with TemporaryDirectory(prefix="lint-article-") as folder:
        file = Path(folder, "draft" + PurePath(source.path).suffix.lower())
        file.write_bytes(source.data)
        return replace(source, data=_run(program, file, source.limits.unpacked_size))


def _run(program: str, file: Path, megabytes: int) -> bytes:
    """Return what a LibreOffice makes that has settings of its own, meets no open window and leaves nothing behind."""
    words = [program, f"-env:UserInstallation={(file.parent / 'profile').as_uri()}", "--headless", "--norestore"]
    words += ["--convert-to", "odt", "--outdir", str(file.parent), str(file)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, process_group=0) as process:
        ends.children.add(process)
        try:
            _, errors = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            raise Unreadable(f"LibreOffice has not converted it within {_SECONDS} s; save it as .docx") from None
        finally:
            _end_group(process)
    made = file.with_suffix(".odt")
    if process.returncode or not made.is_file():
        said = errors.decode(sys.getfilesystemencoding(), "replace").strip().rpartition("\n")[2]  # warnings come before
        raise Unreadable(f"LibreOffice cannot convert it{f' ({said})' if said else ''}; save it as .docx")
    try:
        return read_regular(made, megabytes * MEGABYTE)
    except TooManyBytesError:
        raise Unreadable(beyond("unpacked-size", megabytes)) from None


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the program with the processes that it has started, which would keep its output open."""
    ends.children.discard(process)
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
