"""The trial, a plugin of pytest: the tests are collected once, and run against each fault until one fails."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import Phase, settings

from benchmarks.mutants.faults import Mutant, mutants
from benchmarks.mutants.planting import plant
from benchmarks.mutants.processes import answer_of
from benchmarks.mutants.touched import Touched, watch
from lint_article.api import lint_text
from lint_article.config import Settings
from lint_article.grammar.settings import GrammarSettings

_SOURCE = Path(__file__).parents[2] / "src/lint_article"
_WARM_UP = "Wells are deep (Zzyzx, 1801).\n\nReferences\n\nZzyzx, Q. (1801). Wells. Annals of Tides, 1, 1-9.\n"


class Trial:
    """Modules, which of their faults are tried, and what came of it."""

    def __init__(self, modules: Sequence[str], every: int, first: int, seconds: int) -> None:
        self.faults: list[tuple[Path, Mutant]] = [
            (path, mutant)
            for module in modules
            for path in _files(_SOURCE / module)
            for mutant in _drawn(path.read_text(encoding="utf-8"), every, first)
        ]
        self.tried = self.lived = self.ended = 0
        self._seconds, self._kills, self._failed = seconds, Counter[str](), ""

    def pytest_collection(self) -> None:
        """Let hypothesis stop at the first example that fails."""
        settings.register_profile("mutants", settings.get_profile("usual"), phases=[Phase.explicit, Phase.generate])
        settings.load_profile("mutants")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the test that fails."""
        if report.failed:
            self._failed = report.nodeid

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every fault; print those that no test notices."""
        files = {str(path) for path, _ in self.faults}
        for file in files:
            importlib.import_module(_name(Path(file)))
        touched = answer_of(lambda: self._watch_all(session.items, files), self._seconds * 20)
        if touched is None:
            raise pytest.UsageError("the tests take too long without any fault")
        items = [item for item in session.items if item.nodeid in touched]
        for item in session.items:
            if item.nodeid not in touched:
                print(f"left out, since it fails without any fault: {item.nodeid}")
        lint_text(_WARM_UP, Settings(grammar=GrammarSettings(engine="none")))
        for path, mutant in self.faults:
            tests = [item for item in items if _may_notice(touched[item.nodeid], str(path), mutant)]
            tests.sort(key=lambda item: (-self._kills[item.nodeid], touched[item.nodeid].seconds))
            failed = answer_of(lambda: self._first_failure(path, mutant, tests), self._seconds)  # noqa: B023
            self._count(path, mutant, failed, len(tests))
        return True

    def _watch_all(self, items: Sequence[pytest.Item], files: set[str]) -> dict[str, Touched]:
        touched = {}
        for item in items:
            watched = watch(files, lambda: _run(item))  # noqa: B023
            if not self._failed:
                touched[item.nodeid] = watched
            self._failed = ""
        return touched

    def _first_failure(self, path: Path, mutant: Mutant, tests: Sequence[pytest.Item]) -> str:
        plant(sys.modules[_name(path)], mutant.tree())
        for item in tests:
            _run(item)
            if self._failed:
                break
        return self._failed

    def _count(self, path: Path, mutant: Mutant, failed: str | None, tests: int) -> None:
        """Count a fault; what kills or hangs its process is noticed, too."""
        self.tried += 1
        self.ended += failed is None
        if failed != "":
            self._kills[failed or ""] += 1
            return
        self.lived += 1
        print(f"{path.relative_to(_SOURCE)}:{mutant.lines[0]}: {mutant.change} ({tests} tests)", flush=True)


def _drawn(source: str, every: int, first: int) -> Iterator[Mutant]:
    """Yield every Nth fault on average, by its line's text: a sample stays the same while other lines change."""
    lines = source.splitlines()
    for mutant in mutants(source):
        if crc32(f"{lines[mutant.lines[0] - 1].strip()} {mutant.change}".encode()) % every == first:
            yield mutant


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _name(path: Path) -> str:
    return ".".join(("lint_article", *path.relative_to(_SOURCE).with_suffix("").parts)).removesuffix(".__init__")


def _run(item: pytest.Item) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


def _may_notice(touched: Touched, file: str, mutant: Mutant) -> bool:
    """Tell whether a test runs the faulty lines; all tests of a module may notice a constant outside its functions."""
    lines = touched.lines.get(file, set())
    return bool(lines) and (not mutant.is_inside or not lines.isdisjoint(mutant.lines))
