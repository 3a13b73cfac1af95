"""From a path to a reading: a mistake of the user is a UserError, what is broken in the manuscript a problem of it."""

from __future__ import annotations

import sys
from dataclasses import replace

from lint_article.document import MEGABYTE, Limits, Problem, Reading, Source
from lint_article.engine.missing import missing
from lint_article.errors import UserError
from lint_article.readers import formats
from lint_article.readers.unread import Unread
from lint_article.readers.unreadable import Unreadable, beyond
from lint_article.regular_files import TooManyBytesError, is_file, read_regular
from lint_article.text import Part, Span, TextMap
from lint_article.text.lines import lines_of


def load(
    path: str,
    shown_as: str,
    format_name: str = "",
    bibliography: tuple[str, ...] = (),
    limits: Limits = Limits(),
) -> Source:
    """Return the file as it was found (`-` is standard input).

    Raises UserError if it cannot be had, and Unreadable if it is larger than the limits say.
    """
    for named in bibliography:
        if not is_file(named):
            raise UserError(f"There is no bibliography {named}.", "Check `bibliography` in the settings.")
    data = _bytes(path, shown_as, limits.file_size)
    return Source(shown_as, recognise(shown_as, data, format_name), data, bibliography, limits=limits)


def load_and_read(path: str, shown_as: str, format_name: str, bibliography: tuple[str, ...]) -> Reading:
    """Return the reading of a file; raise UserError if it cannot be had."""
    try:
        return read(load(path, shown_as, format_name, bibliography))
    except Unreadable as error:
        return unread(Source(shown_as, "plain", b""), error.reason)


def recognise(name: str, data: bytes, said: str = "", *, converts: bool = True) -> str:
    """Return the format of a file, which is what the user has `said` where the bytes allow it.

    `converts`: LibreOffice may convert it, which writes a copy to disk. Raises UserError if it is none that is read.
    """
    found = formats.format_of(name, data, said)
    called = "Standard input" if name == "-" else name
    if isinstance(found, Unread):
        is_convertible = found.is_convertible and converts
        if is_convertible and _has_libreoffice():
            return "libreoffice"
        more = " LibreOffice, if it is installed, converts it." if is_convertible else ""
        raise UserError(f"{called} is {found.name}, which is not read.", f"{found.hint}{more}")
    if found is None:
        known = ", ".join(formats.ENDINGS)
        raise UserError(f"{called} is a binary file of no known format.", f"Known endings: {known}.")
    return found


def read(source: Source) -> Reading:
    """Return the source's reading; one that is broken as a whole is empty, with a problem that says why."""
    try:
        if not formats.FORMATS[source.format].contained:
            return formats.read(source)
        from lint_article.engine.containment import read_contained  # late: most manuscripts are text

        return replace(read_contained(formats.convert(source)), source=source)
    except Unreadable as error:
        return unread(source, error.reason)


def _has_libreoffice() -> bool:
    from lint_article.readers.libreoffice.convert import find_libreoffice  # late: few files need it

    return find_libreoffice() is not None


def unread(source: Source, reason: str) -> Reading:
    """Return the empty reading of a source that is not read at all, with the reason."""
    part = Part("", lines_of(""), writable=False)
    problem = Problem("unreadable-source", Span(0, 0), (("reason", reason),))
    return Reading(source, "", TextMap(()), (part,), problems=(problem,))


def _bytes(path: str, shown_as: str, megabytes: int) -> bytes:
    most = megabytes * MEGABYTE
    try:
        if path != "-":
            return read_regular(path, most, pipes=True)
        data = sys.stdin.buffer.read(most + 1 if most else -1)
        if most and len(data) > most:
            raise TooManyBytesError
        return data
    except TooManyBytesError:
        raise Unreadable(beyond("file-size", megabytes)) from None
    except FileNotFoundError:
        raise missing(shown_as) from None
    except IsADirectoryError:
        raise UserError(f"{shown_as} is a folder.", "Name a file in it.") from None
    except OSError as error:
        raise UserError(f"{shown_as} cannot be read: {error.strerror or error}.") from None
