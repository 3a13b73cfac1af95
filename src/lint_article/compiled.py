"""What is made of rules only and takes long to make (patterns, tables): kept as Python keeps compiled modules.

It is read at the start of a process and written at its end if something was added. The file lies beside the compiled
modules, or in the user's cache where Python may not write there; it depends on the versions of Python and `regex`,
holds nothing of any manuscript, and a run without it makes all anew. Patterns of Python's own `re` are kept if they are
compiled while a module is being loaded; others, which may have words of a manuscript in them, are not.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import os
import re
import sys
from contextlib import suppress
from types import SimpleNamespace

TYPE_CHECKING = False  # as in `typing`, which takes long to load
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    import regex

_LARGEST = 4_000_000  # bytes; what would be a larger file is begun anew with what a run has made
_MARK = b"lint-article compiled 1\n"
_known: dict[Any, Any] = {}
_made: dict[Any, Any] = {}  # what is not in the file yet
_BINARY = getattr(os, "O_BINARY", 0)
_is_on = False


def use() -> None:
    """From now on use what is kept: for a process of our own, whose `re` nobody else relies on."""
    global _is_on
    _is_on = True
    _known.update(_read())
    compiler = getattr(re, "_compiler", None)
    if compiler and hasattr(compiler, "_sre"):
        compiler.compile = _with_kept(compiler.compile, compiler)


def keep() -> None:
    """Write what has been made since; where that is not possible nothing is kept."""
    if not _made:
        return
    data = _head() + marshal.dumps({**_read(), **_made})
    if len(data) > _LARGEST:
        data = _head() + marshal.dumps(_made)
    _made.clear()
    if len(data) <= _LARGEST:
        places = list(_places())[sys.dont_write_bytecode :]
        any(_write(path, data) for path in places)


def table(make: Callable[[], Any], *paths: str) -> Any:
    """Return the value that `make` makes of files; it is kept if it consists of plain values."""
    versions = _versions(paths) if _is_on else ()
    if not versions:
        return make()
    known = recall_table(*paths)
    if known is None:
        known = make()
        with suppress(ValueError):
            marshal.dumps(known)
            _add(("table", *paths), (versions, known))
    return known


def recall_table(*paths: str) -> Any:
    """Return the value that is kept of files as they are now; None if there is none."""
    known = _known.get(("table", *paths))
    return known[1] if known and known[0] == _versions(paths) else None


def _versions(paths: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return what tells files from earlier ones; () if one cannot be found."""
    try:
        return tuple((found.st_size, found.st_mtime_ns) for found in map(os.stat, paths))
    except OSError:
        return ()


def compile_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a compiled pattern of the library `regex`; one with words of a manuscript is not for here."""
    import regex
    from regex import _regex as library

    main = sys.modules.get("regex._main") or sys.modules.get("regex.regex")
    if not _is_on or main is None:
        return regex.compile(pattern, flags)
    key = ("regex", pattern, int(flags), regex.__version__)
    if key in _known:
        known: regex.Pattern[str] = library.compile(pattern, *_known[key])  # type: ignore[attr-defined]
        return known
    made: regex.Pattern[str] = _record(main, "_regex", library, key, lambda: regex.compile(pattern, flags))
    return made


def _with_kept(usual: Callable[..., Any], compiler: Any) -> Callable[..., Any]:
    """Return the function of `re` that compiles, with a look first at what is kept."""

    def compile_re(pattern: Any, flags: int = 0) -> Any:
        key = ("re", pattern, int(flags))
        if isinstance(pattern, str | bytes) and key in _known:
            return _sre.compile(pattern, *_known[key])
        if isinstance(pattern, str | bytes) and _is_loading():
            return _record(compiler, "_sre", _sre, key, lambda: usual(pattern, flags))
        return usual(pattern, flags)

    return compile_re


def _is_loading() -> bool:
    """Tell whether a module is being loaded, other than the one that was started."""
    frame = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") != "__main__":
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False


def _record(module: Any, name: str, library: Any, key: Any, make: Callable[[], Any]) -> Any:
    """Return a compiled pattern, and keep what its module hands to the C library that it knows by a name."""
    said: list[Any] = []

    def note(pattern: Any, *rest: Any) -> Any:
        said.append(rest)
        return library.compile(pattern, *rest)

    setattr(module, name, SimpleNamespace(**{**vars(library), "compile": note}))
    try:
        made = make()
    finally:
        setattr(module, name, library)
    if len(said) == 1:
        _add(key, tuple(map(_plain, said[0])))
    return made


def _add(key: Any, value: Any) -> None:
    _known[key] = _made[key] = value


def _plain(value: Any) -> Any:
    """Return a value without the names that numbers have in `re`."""
    if isinstance(value, list):
        return [int(number) for number in value]
    return int(value) if isinstance(value, int) else value


def _head() -> bytes:
    return _MARK + sys.version.encode() + b"\0"


def _places() -> Iterator[str]:
    """Yield where the file may be, the best place first."""
    name = f"lint-article.{sys.implementation.cache_tag}.compiled"
    yield os.path.join(os.path.dirname(__spec__.cached or __file__), name)  # noqa: PTH118, PTH120
    from platformdirs import user_cache_dir  # late: it is hardly ever needed

    yield os.path.join(user_cache_dir("lint-article", appauthor=False), name)  # noqa: PTH118


def _read() -> dict[Any, Any]:
    for path in _places():
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                data = file.read()
            if data.startswith(_head()):
                known: dict[Any, Any] = marshal.loads(data[len(_head()) :])  # noqa: S302 - as Python's own, and as safe
                return known
        except (OSError, ValueError, EOFError, TypeError):
            continue
    return {}


def _write(path: str, data: bytes) -> bool:
    """Write the file whole; tell whether that was possible."""
    scratch = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644), "wb") as file:
            file.write(data)
        os.replace(scratch, path)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.unlink(scratch)  # noqa: PTH108
        return False
    return True
