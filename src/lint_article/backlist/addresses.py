"""Locations that fsspec opens: files of a store elsewhere, members of a ZIP or a TAR."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from lint_article.backlist.item import Item, without_secrets
from lint_article.engine.discover import SKIPPED
from lint_article.engine.patterns import spec
from lint_article.errors import UserError
from lint_article.readers.formats import may_hold_manuscript

_CONTAINERS = {
    **dict.fromkeys((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"), "tar"),
    ".zip": "zip",
}
_MOST_OPEN = 4  # containers; each holds its list of members


def container_of(path: str) -> str:
    """Return the address of what is in a ZIP or a TAR of this machine; "" for any other path."""
    name = PurePosixPath(path.replace("\\", "/")).name.lower()
    kind = next((kind for ending, kind in _CONTAINERS.items() if name.endswith(ending)), "")
    return f"{kind}://::{path}" if kind and Path(path).is_file() else ""


def find_files(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it; raise UserError if it cannot be reached."""
    shown = without_secrets(address)
    try:
        store, path = _open(address)
        is_there = glob.has_magic(path) or not path.strip("/") or store.exists(path)
    except ImportError as error:
        raise UserError(f"{shown} cannot be opened: {error}.", "Install the package that it names.") from None
    except Exception as error:  # each kind of store has its own
        raise UserError(f"{shown} cannot be opened: {describe(error)}.", "Check the address.") from None
    if not is_there:
        raise UserError(f"There is nothing at {shown}.", "Check the address.")
    return store, path


def list_address(address: str) -> Iterator[Item]:
    """Yield the files at an address that may be manuscripts."""
    try:
        store, path = find_files(address)
        yield from _list(store, path, address)
    except UserError as error:
        yield Item(address, "", fault=error.message)
    except Exception as error:
        yield note_unlisted(error, address)


def note_unlisted(error: Exception, location: str) -> Item:
    """Return the item that says of a location that it could not be listed."""
    return Item(location, "", fault=f"It could not be listed: {describe(error)}.")


def _list(store: Any, path: str, address: str) -> Iterator[Item]:
    if glob.has_magic(path):
        start = path[: min(map(path.find, set(path) & set("*?[")))].rpartition("/")[0]
        for found in store.glob(path):
            yield from _list_found(store, found, start, address)
    else:
        is_file = path.strip("/") and store.isfile(path)
        yield from _list_found(store, path, path.rpartition("/")[0] if is_file else path, address)


def _list_found(store: Any, path: str, start: str, address: str) -> Iterator[Item]:
    if not path.strip("/") or not store.isfile(path):
        yield from _walk(store, path, start, address)
    elif inner := _container_at(path, _address_of(store, path, address)):
        yield from list_address(inner)
    else:
        yield _item(store, path, start, address)


def _walk(store: Any, folder: str, start: str, address: str) -> Iterator[Item]:
    """Yield the files below a folder, in order; what a search skips on this machine is skipped there too.

    The `walk` of fsspec passes over folders that cannot be listed.
    """
    try:
        entries = sorted(
            (entry["name"].rstrip("/"), entry["type"] == "directory") for entry in store.ls(folder, detail=True)
        )
    except Exception as error:  # each kind of store has its own
        yield note_unlisted(error, _address_of(store, folder, address))
        return
    skipped = spec(SKIPPED)
    inside = [entry for entry in entries if entry[0] != folder.rstrip("/")]  # a store may list the folder itself
    for path, is_folder in inside:
        if not is_folder and may_hold_manuscript(path) and not skipped.match_file(_below(path, start)):
            yield _item(store, path, start, address)
    for path, is_folder in inside:
        if is_folder and not skipped.match_file(f"{_below(path, start)}/"):
            yield from _walk(store, path, start, address)


def _item(store: Any, path: str, start: str, address: str) -> Item:
    return Item(_address_of(store, path, address), _below(path, start))


def _below(path: str, start: str) -> str:
    return path.removeprefix(start).strip("/")


def _address_of(store: Any, path: str, address: str) -> str:
    """Return the address of a file that was found at an address, which may be chained: `zip://a.txt::s3://b/c.zip`."""
    first, chain, rest = address.partition("::")
    scheme = first.partition("://")[0]
    return f"{scheme}://{path.lstrip('/')}{chain}{rest}" if chain else str(store.unstrip_protocol(path))


def _container_at(path: str, address: str) -> str:
    """Return the address of what is in the ZIP or TAR that an address leads to, or ""."""
    kind = next((kind for ending, kind in _CONTAINERS.items() if path.lower().endswith(ending)), "")
    return f"{kind}://::{address}" if kind else ""


def open_address(address: str) -> tuple[Any, str]:
    """Return the file system of an address and the path in it; of containers, the last ones are kept open."""
    first, chain, rest = address.partition("::")
    scheme, _, path = first.partition("://")
    return (_open(f"{scheme}://::{rest}")[0], path) if chain else _open(address)


@lru_cache(_MOST_OPEN)
def _open(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs  # late: only who checks a backlist needs it

    store, path = url_to_fs(address)
    return store, str(path)


def describe(error: Exception) -> str:
    """Return what an error of a store says, on one line."""
    said = " ".join(str(error).split()).rstrip(".")
    return f"{type(error).__name__}: {without_secrets(said)}" if said else type(error).__name__
