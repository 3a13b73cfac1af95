"""Modules of others that a process of our own loads only if something is asked of them, and parts of modules."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType

TYPE_CHECKING = False  # as in `typing`, which takes long to load
if TYPE_CHECKING:
    from typing import Any

_LIBRARY = "regex._regex"


def delay() -> None:
    """From now on load some modules later than they are imported: to load them takes as long as to check a page."""
    _delay("inspect")  # `dataclasses` imports it, for what ours do otherwise
    # Its patterns are kept and need its C library only; its flags are those of `re`.
    _delay("regex", IGNORECASE=re.IGNORECASE, MULTILINE=re.MULTILINE, DOTALL=re.DOTALL, VERBOSE=re.VERBOSE)


def regex_library() -> Any:
    """Return the C library of `regex`, alone if nothing else of it has been loaded; None if it cannot be found."""
    if _LIBRARY not in sys.modules:
        package = PathFinder.find_spec("regex")
        spec = PathFinder.find_spec(_LIBRARY, package.submodule_search_locations) if package else None
        if spec is None or spec.loader is None:
            return None
        library = module_from_spec(spec)
        spec.loader.exec_module(library)
        sys.modules[_LIBRARY] = library
    return sys.modules[_LIBRARY]


class _Later(ModuleType):
    """A module that is loaded when something is first asked of it that is not known."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        loaded = import_module(self.__name__)
        vars(self).update(vars(loaded))
        return getattr(loaded, name)


def _delay(name: str, **known: Any) -> None:
    if name not in sys.modules:
        sys.modules[name] = _Later(name)
        vars(sys.modules[name]).update(known)
