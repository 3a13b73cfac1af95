"""A fault is planted into a loaded module: its functions get the faulty code, its constants the faulty values."""

from __future__ import annotations

import ast
import gc
import inspect
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper, cached_property
from types import FunctionType, ModuleType
from typing import Any


def plant(module: ModuleType, tree: ast.Module) -> None:
    """Make a loaded module behave as another source of the same names says; what caches hold is dropped."""
    faulty = ModuleType(module.__name__)
    faulty.__dict__.update(__file__=module.__file__, __package__=module.__package__)
    exec(compile(tree, str(module.__file__), "exec"), faulty.__dict__)  # noqa: S102 - our own code
    for name, value in vars(faulty).items():
        before = vars(module).get(name)
        if _is_constant(name, value):
            _replace(name, before, value)
        else:
            _plant_code(before, value, module.__name__)
    _empty_caches()


def _is_constant(name: str, value: object) -> bool:
    known = (FunctionType, type, ModuleType, _lru_cache_wrapper)
    return not name.startswith("__") and not isinstance(value, known) and not hasattr(value, "__wrapped__")


def _replace(name: str, before: object, value: object) -> None:
    """Give a constant its other value in each of our modules that has it."""
    for name_of, module in [*sys.modules.items()]:
        if name_of.startswith("lint_article") and vars(module).get(name, _replace) is before:
            setattr(module, name, value)


def _plant_code(before: object, value: object, module: str) -> None:
    """Give a function, or the functions of a class, the code of the faulty ones."""
    if isinstance(value, type):
        for name, inner in vars(value).items() if value.__module__ == module else ():
            _plant_code(vars(before).get(name), inner, module)
        return
    faulty = [new for new in _functions(value) if new.__module__ == module]
    for old, new in zip(_functions(before) if faulty else (), faulty, strict=True):
        old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def _functions(value: Any) -> Iterator[FunctionType]:
    """Yield the functions that a value is made of: those of a property, that behind a cache."""
    if isinstance(value, property):
        value = value.fget
    elif isinstance(value, cached_property):
        value = value.func
    inner = inspect.unwrap(getattr(value, "__func__", value))
    if isinstance(inner, FunctionType) and inner.__code__.co_filename != "<string>":
        yield inner


def _empty_caches() -> None:
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith(
            ("lint_article.parsing", "lint_article.engine")
        ):
            one.cache_clear()
