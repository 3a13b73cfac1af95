"""Our own modules, out of the file of what is kept: to open hundreds of files takes longer than to run them."""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

from lint_article import compiled, late_modules

TYPE_CHECKING = False  # as in `typing`, which takes long to load
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

_PACKAGE = __name__.partition(".")[0]
_HOME = os.path.dirname(__file__)  # noqa: PTH120 - `pathlib` takes long to load


def use() -> None:
    """From now on use what is kept, of modules too: for a process of our own. What has changed is read anew."""
    compiled.use()
    late_modules.delay()
    sys.meta_path.insert(0, _Finder())


class _Finder:
    """Finds modules of this package where they are, and nowhere else."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        package, *names = name.split(".")
        if package != _PACKAGE:
            return None
        place = os.path.join(_HOME, *names)  # noqa: PTH118
        for file, is_package in ((f"{place}.py", False), (os.path.join(place, "__init__.py"), True)):  # noqa: PTH118
            if os.path.isfile(file):  # noqa: PTH113
                return _spec(name, file, place if is_package else "")
        return None


def _spec(name: str, file: str, folder: str) -> ModuleSpec:
    spec = ModuleSpec(name, _Loader(name, file), origin=file, is_package=bool(folder))
    spec.has_location = True
    spec.cached = file  # else where Python would keep it is worked out, for each module
    if folder and spec.submodule_search_locations is not None:
        spec.submodule_search_locations.append(folder)
    return spec


class _Loader(SourceFileLoader):
    """Python's own, but for where the code comes from."""

    def get_code(self, fullname: str) -> CodeType | None:
        code: CodeType | None = compiled.table(lambda: SourceFileLoader.get_code(self, fullname), self.path)
        return code
