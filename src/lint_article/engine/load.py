"""From a path to a reading: what the user can mend is a UserError, what is broken in the manuscript a problem of it."""

from __future__ import annotations

import sys
from pathlib import Path

from lint_article.document import Problem, Reading, Source
from lint_article.engine.missing import missing
from lint_article.errors import UserError
from lint_article.readers import formats
from lint_article.readers.unread import Unread
from lint_article.readers.unreadable import Unreadable
from lint_article.text import Part, Span, TextMap
from lint_article.text.lines import lines_of


def load(path: str, shown_as: str, format_name: str = "", bibliography: tuple[str, ...] = ()) -> Source:
    """Return the file as it was found (`-` is standard input); raise UserError if it cannot be had."""
    for named in bibliography:
        if not Path(named).is_file():
            raise UserError(f"There is no bibliography {named}.", "Check `bibliography` in the settings.")
    data = _bytes(path, shown_as)
    return Source(shown_as, recognise(shown_as, data, format_name), data, bibliography)


def recognise(name: str, data: bytes, said: str = "") -> str:
    """Return the format of a file, which is what the user has `said` where the bytes allow it.

    Raises UserError if it is none that is read.
    """
    found = formats.format_of(name, data, said)
    called = "Standard input" if name == "-" else name
    if isinstance(found, Unread):
        if found.is_convertible and _has_libreoffice():
            return "libreoffice"
        more = " LibreOffice, if it is installed, converts it." if found.is_convertible else ""
        raise UserError(f"{called} is {found.name}, which is not read.", f"{found.hint}{more}")
    if found is None:
        known = ", ".join(formats.ENDINGS)
        raise UserError(f"{called} is a binary file of no known format.", f"Known endings: {known}.")
    return found


def read(source: Source) -> Reading:
    """Return the source's reading; one that is broken as a whole is empty, with a problem that says why."""
    try:
        return formats.read(source)
    except Unreadable as error:
        part = Part("", lines_of(""), writable=False)
        problem = Problem("unreadable-source", Span(0, 0), (("reason", error.reason),))
        return Reading(source, "", TextMap(()), (part,), problems=(problem,))


def _has_libreoffice() -> bool:
    from lint_article.readers.libreoffice.reader import find_libreoffice  # late: few files need it

    return find_libreoffice() is not None


def _bytes(path: str, shown_as: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except FileNotFoundError:
        raise missing(shown_as) from None
    except IsADirectoryError:
        raise UserError(f"{shown_as} is a folder.", "Name a file in it.") from None
    except OSError as error:
        raise UserError(f"{shown_as} cannot be read: {error.strerror or error}.") from None
