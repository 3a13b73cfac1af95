"""python -m benchmarks.mutants MODULE… --tests TEST… [--every N] [--seconds 120]: do the tests notice faults?

Each fault is put into a copy of a module (`text/map.py`) in a process of its own, which runs the tests until one fails.
The survivors are printed with their lines. Works where processes can be forked.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from pathlib import Path
from types import ModuleType

from benchmarks.mutants.faults import Mutant, mutants

_SOURCE = Path(__file__).parents[2] / "src/lint_article"


class _Loader(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module with a fault in it."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Return how the module is loaded; None for all others."""
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module with its fault."""
        exec(compile(self._tree, str(self._path), "exec"), module.__dict__)  # noqa: S102 - our own code


def survives(path: Path, mutant: Mutant | None, tests: list[str], seconds: int) -> bool:
    """Tell whether all tests pass with a fault, or without one, in a process of its own."""
    child = os.fork()
    if not child:
        _run_tests(path, mutant, tests)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run_tests(path: Path, mutant: Mutant | None, tests: list[str]) -> None:
    status = 1
    try:
        import pytest

        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        if mutant:
            name = ".".join(("lint_article", *path.relative_to(_SOURCE).with_suffix("").parts))
            sys.meta_path.insert(0, _Loader(name.removesuffix(".__init__"), path, mutant.tree))
        status = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=1", *tests]))
    finally:
        os._exit(status)


def main() -> int:
    """Print the survivors of each module and a summary."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--every", type=int, default=1, help="try every Nth fault only")
    parser.add_argument("--seconds", type=int, default=120, help="that the tests may take")
    said = parser.parse_args()
    import pytest  # noqa: F401 - loaded once for all
    import regex  # noqa: F401
    from hypothesis import HealthCheck, settings

    settings.register_profile("mutants", suppress_health_check=list(HealthCheck), deadline=None)
    settings.load_profile("mutants")
    if not survives(_SOURCE, None, said.tests, said.seconds):
        parser.error("the tests fail without any fault")
    tried = lived = 0
    for module in said.modules:
        path = _SOURCE / module
        for mutant in mutants(path.read_text(encoding="utf-8"), said.every):
            tried += 1
            if survives(path, mutant, said.tests, said.seconds):
                lived += 1
                print(f"{module}:{mutant.line}: {mutant.change}", flush=True)
    print(f"{tried - lived} of {tried} noticed")
    return int(lived > 0)


if __name__ == "__main__":
    sys.exit(main())
