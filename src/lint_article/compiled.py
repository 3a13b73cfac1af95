"""What is made of rules only and takes long to make (patterns, tables, the code of modules), kept from run to run.

It is read at the start of a process and written at its end if something was added. The file lies beside the compiled
modules, or in the user's cache where Python may not write there; it depends on the versions of Python, `regex` and this
program, and a run without it makes all anew. It holds no words of any manuscript: patterns of Python's own `re` are
kept if they are compiled while a module is being loaded, or by `compile_re`, and no others.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import RLock
from types import SimpleNamespace

from lint_article import __version__
from lint_article.folders import user_cache_folder
from lint_article.late_modules import regex_library

TYPE_CHECKING = False  # as in `typing`, which takes long to load
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import Any

    import regex

_LARGEST = 6_000_000  # bytes; of more, only what the last run has used is kept
_MARK = b"lint-article compiled 2\n"
_known: dict[Any, bytes] = {}
_used: dict[Any, bytes] = {}
_is_new = False
_is_on = False
_recording = RLock()


def use() -> None:
    """From now on use what is kept: for a process of our own, whose `re` nobody else relies on."""
    global _is_on
    _is_on = True
    _known.update(_read())
    compiler: Any = getattr(re, "_compiler", None)
    if compiler and hasattr(compiler, "_sre"):
        compiler.compile = _with_kept(compiler.compile, compiler)


def keep() -> None:
    """Write what has been made since; where that is not possible nothing is kept."""
    global _is_new
    if not _is_new:
        return
    _is_new = False
    data = _pack({**_read(), **_used})
    if len(data) > _LARGEST:
        data = _pack(_used)
    any(_write(path, data) for path in list(_places())[sys.dont_write_bytecode :])


def table(make: Callable[[], Any], *paths: str) -> Any:
    """Return the value that `make` makes of files; it is kept if it consists of plain values."""
    versions = _versions(paths) if _is_on else ()
    if not versions:
        return make()
    known = _recall_table(paths, versions)
    if known is None:
        known = make()
        with suppress(ValueError):
            _add(("table", *paths), (versions, known))
    return known


def recall_table(*paths: str) -> Any:
    """Return the value that is kept of files as they are now; None if there is none."""
    return _recall_table(paths, _versions(paths))


def _recall_table(paths: tuple[str, ...], versions: tuple[tuple[int, int], ...]) -> Any:
    of, known = _recall(("table", *paths)) or (None, None)
    return known if of == versions else None


def _versions(paths: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return what tells files from earlier ones; () if one cannot be found."""
    try:
        return tuple((found.st_size, found.st_mtime_ns) for found in map(os.stat, paths))
    except OSError:
        return ()


def compile_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a compiled pattern of the library `regex`; one with words of a manuscript is not for here."""
    library = regex_library() if _is_on else None
    if library is None:
        import regex

        return regex.compile(pattern, flags)
    key = ("regex", pattern, int(flags), *_versions((library.__file__,)))
    kept = _recall(key)
    return library.compile(pattern, *kept) if kept else _compile_anew(pattern, flags, key)


def _compile_anew(pattern: str, flags: int, key: Any) -> regex.Pattern[str]:
    import regex

    make = partial(regex.compile, pattern, flags)
    main = sys.modules.get("regex._main") or sys.modules.get("regex.regex")
    made: regex.Pattern[str] = _compile(main, "_regex", key, make) if main else make()
    return made


def compile_re(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a compiled pattern of `re`; one with words of a manuscript is not for here."""
    compiler: Any = getattr(re, "_compiler", None)
    if not _is_on or not hasattr(compiler, "_sre"):
        return re.compile(pattern, flags)
    key = ("re", pattern, int(flags))
    made: re.Pattern[str] = _compile(compiler, "_sre", key, lambda: re.compile(pattern, flags))
    return made


def _with_kept(usual: Callable[..., Any], compiler: Any) -> Callable[..., Any]:
    """Return the function of `re` that compiles, with a look first at what is kept."""

    def compile_pattern(pattern: Any, flags: int = 0) -> Any:
        key = ("re", pattern, int(flags))
        if isinstance(pattern, str | bytes) and (key in _known or _is_loading()):
            return _compile(compiler, "_sre", key, lambda: usual(pattern, flags))
        return usual(pattern, flags)

    return compile_pattern


def _is_loading() -> bool:
    """Tell whether a module is being loaded, other than the one that was started."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") != "__main__":
            return True
        frame = frame.f_back
    return False


def _compile(module: Any, name: str, key: Any, make: Callable[[], Any]) -> Any:
    """Return a pattern: what its module has handed to the C library, which it knows by a name, is kept."""
    library, kept = getattr(module, name), _recall(key)
    if kept is not None:
        return library.compile(key[1], *kept)
    said: list[Any] = []

    def note(pattern: Any, *rest: Any) -> Any:
        if pattern == key[1]:  # else it is another thread's
            said.append(rest)
        return library.compile(pattern, *rest)

    with _recording:
        setattr(module, name, SimpleNamespace(**{**vars(library), "compile": note}))
        try:
            made = make()
        finally:
            setattr(module, name, library)
    if len(said) == 1:
        _add(key, tuple(map(_plain, said[0])))
    return made


def _plain(value: Any) -> Any:
    """Return a value without the names that numbers have in `re`."""
    if isinstance(value, list):
        return [int(number) for number in value]
    return int(value) if isinstance(value, int) else value


def _recall(key: Any) -> Any:
    """Return what is kept; None if it is not."""
    data = _known.get(key)
    if data is None:
        return None
    _used[key] = data
    return _load(data)


def _load(data: bytes) -> Any:
    return marshal.loads(data)  # noqa: S302 - as Python's own, and as safe


def _add(key: Any, value: Any) -> None:
    global _is_new
    _known[key] = _used[key] = marshal.dumps(value)
    _is_new = True


def _pack(kept: dict[Any, bytes]) -> bytes:
    return _head() + marshal.dumps(kept)


def _head() -> bytes:
    return b"%b%b\0%b\0" % (_MARK, sys.version.encode(), __version__.encode())


def _places() -> Iterator[Path]:
    """Yield where the file may be, the best place first."""
    name = f"lint-article.{sys.implementation.cache_tag}.compiled"
    yield Path(__spec__.cached or __file__).with_name(name)
    yield Path(user_cache_folder(), name)


def _read() -> dict[Any, bytes]:
    for path in _places():
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = path.read_bytes()
            if data.startswith(_head()):
                known: dict[Any, bytes] = _load(data[len(_head()) :])
                return known
    return {}


def _write(path: Path, data: bytes) -> bool:
    """Write the file whole; tell whether that was possible."""
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with scratch.open("xb") as file:
            file.write(data)
        scratch.replace(path)
    except OSError:
        with suppress(OSError):
            scratch.unlink()
        return False
    return True
