"""The formats of the folders beside this file: how a file of each is told, and which function reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

from lint_article.document import Reading, Source
from lint_article.errors import UserError, did_you_mean
from lint_article.folders import packages_in
from lint_article.readers.format import Format
from lint_article.readers.unread import Unread, by_content, by_ending

Read = Callable[[Source], Reading]


FORMATS: Mapping[str, Format] = dict(
    sorted(
        entry
        for folder in packages_in("readers")
        for entry in getattr(import_module(f"lint_article.readers.{folder}"), "FORMATS", {}).items()
    )
)
ENDINGS: Mapping[str, str] = {ending: name for name, entry in FORMATS.items() for ending in entry.endings}
_MANY_KINDS = ("jats",)  # formats whose endings say too little for a file that nobody has named
_DATA = Format((), "", markup="\\{}[]\"'%#&$_^~:@*!|>`", joins=r"\\[A-Za-z@]+")  # JSON or YAML in a file of its own
_HEAD = 4096
_FEW_NULS = 0.1  # share of the bytes; in UTF-16 it is half
_NUL_IN_WORD = re.compile(rb"\0(?<=[A-Za-z\s(].)(?=[A-Za-z])|\0(?<=[a-z].)(?=[\s.,;:)])")


def searched_endings() -> list[str]:
    """Return the endings of the files that a folder is searched for."""
    return [ending for entry in FORMATS.values() if entry.searched for ending in entry.endings]


def format_called(word: str) -> str:
    """Return the format that has this name, another name that people use, or this ending.

    Raises UserError if there is none.
    """
    names = {ending[1:]: name for ending, name in ENDINGS.items()}
    names |= {other: name for name, entry in FORMATS.items() for other in (name, *entry.names)}
    said = word.lower().removeprefix(".")
    if said not in names:
        hint = f"{did_you_mean(said, names)} The formats are {', '.join(FORMATS)}.".strip()
        raise UserError(f"No format is called `{word}`.", hint)
    return names[said]


def format_of(path: str, data: bytes, said: str = "") -> str | Unread | None:
    """Return the format of a file by its ending and its bytes; one that is known and not read; None for a binary.

    What the user has `said` decides, but not against bytes that leave no doubt.
    """
    ended, told = ENDINGS.get(_ending(path)), by_content(data)
    if told and not told.vague:
        return told
    if said:
        return said
    if is_binary(data):
        signed = _by_signs(data)
        known = (name for name in (signed, ended) if name and FORMATS[name].contained)
        return next(known, None) or by_ending(path) or told
    if ended in (None, "plain", "jats") and (told_by_root := _by_root(data, ended)):
        return told_by_root
    held = _by_data(_ending(path), data) if ended in (None, "plain") else None
    return held or ended or by_ending(path) or _by_signs(data) or "plain"


def is_ending_known(path: str) -> bool:
    """Tell whether files of this name are of a format that is read."""
    return _ending(path) in ENDINGS or any(
        _ending(path) in entry.holders for entry in FORMATS.values() if _ending(path)
    )


def is_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text: a NUL among the first ones, outside UTF-16 and words that lost a ligature."""
    first = data[:8192]
    if b"\0" not in first or first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    nuls = first.count(b"\0")
    return nuls > _FEW_NULS * len(first) or nuls > len(_NUL_IN_WORD.findall(first))


def may_be_manuscript(path: str) -> bool:
    """Tell whether a file that a folder has may be a manuscript, read or not, by its ending."""
    ended, unread = ENDINGS.get(_ending(path)), by_ending(path)
    return FORMATS[ended].searched if ended else bool(unread and unread.prose)


def may_hold_manuscript(path: str) -> bool:
    """Tell whether a file may be a manuscript, or an archive with one, by its ending."""
    return may_be_manuscript(path) or ENDINGS.get(_ending(path)) == "archive"


def format_found(path: str) -> str | Unread | None:
    """Return the format of a file that a folder has, by its ending and its first bytes; None if it is no manuscript."""
    ended = ENDINGS.get(_ending(path))
    try:
        with Path(path).open("rb") as file:
            found = format_of(path, file.read(_HEAD))
    except OSError:  # said when it is checked
        return ended
    silent = isinstance(found, Unread) and not found.prose and ended in (None, *_MANY_KINDS)
    return None if silent else found or ended


def read(source: Source) -> Reading:
    """Return the source's reading; the reader's module is imported only now."""
    reader: Read = _function(FORMATS[source.format].reader)
    return reader(source)


def convert(source: Source) -> Source:
    """Return what another program makes of the source, if its format needs one. Raises Unreadable if it fails."""
    converter = FORMATS[source.format].converter
    made: Source = _function(converter)(source) if converter else source
    return made


def _function(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(f"lint_article.readers.{module}"), function)


def _ending(path: str) -> str:
    return PurePath(path).suffix.lower()


def syntax_of(path: str | None, name: str) -> Format:
    """Return the format whose mark-up a fix has to respect: a bibliography's own, or else that of the manuscript."""
    ended = ENDINGS.get(_ending(path)) if path else name
    return FORMATS[ended] if ended else _DATA


def _by_signs(data: bytes) -> str | None:
    lowered = data[:_HEAD].lower()
    known = {name: entry.signs for name, entry in FORMATS.items() if not entry.holders}
    return next((name for name, signs in known.items() if any(sign in lowered for sign in signs)), None)


def _by_data(ending: str, data: bytes) -> str | None:
    """Return the format of a file of data: other files of its ending are of no format that is read."""
    held = {name: entry.signs for name, entry in FORMATS.items() if ending in entry.holders}
    return next((name for name, signs in held.items() if any(sign in data for sign in signs)), None)


def _by_root(data: bytes, ended: str | None) -> str | Unread | None:
    """Return the format of XML; what has not the ending of XML must begin as XML does."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"<?xml") and (ended != "jats" or start[:1] not in (b"<", b"\xff", b"\xfe")):
        return None
    from lint_article.readers.markup.xml_root import format_of_xml  # late: few files are XML

    return format_of_xml(data)
