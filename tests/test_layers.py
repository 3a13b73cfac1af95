"""Imports only point down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from sources import FILES, PACKAGE, nodes

LAYERS = (
    {"__main__"},
    {"cli"},
    {"commands"},
    {"server", "backlist"},
    {"annotate"},
    {"api"},
    {"reporters"},
    {"engine"},
    {"config", "rulebook"},
    {"kinds"},
    {"checks", "grammar"},
    {"parsing", "readers"},
    {"document"},
    {"spelling", "vocabulary"},
    {"text"},
    {"workers"},
    {"own_modules"},
    {"compiled"},
    {"errors", "dataclass", "ends", "folders", "late_modules", "regular_files", "threads"},
)
FLOORS = (  # inside parsing
    {"parse"},
    {"linking"},
    {"abbreviations"},
    {"references", "citations", "callouts"},
    {"structure"},
    {"damage", "names"},
    {"language"},
    {"abstract", "statistics", "quantities"},
    {"outside"},
    {"kept", "weight_tables"},
)
FORMATS = {
    path.parent.name
    for path in (PACKAGE / "readers").glob("*/__init__.py")
    if "FORMATS" in path.read_text(encoding="utf-8")
} - {"bibliography"}  # which the readers of manuscripts share
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FLOOR = {name: rank for rank, floor in enumerate(FLOORS) for name in floor}


def modules(path: Path) -> Iterator[list[str]]:
    """Yield the modules of ours that a file imports, early or late, as the parts of their names below the package."""
    for node in nodes(path):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("lint_article"):
                yield from (f"{module}.{alias.name}".split(".")[1:] for alias in names)
            case ast.Import(names=names):
                yield from (alias.name.split(".")[1:] for alias in names if alias.name.startswith("lint_article."))


def imported(path: Path) -> Iterator[str]:
    yield from (names[0] for names in modules(path) if names[0] in RANK)


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms of its own layer that a file imports, its own room aside."""
    rooms = {names[1] for names in modules(path) if len(names) > 2 and names[0] == path.parts[0]}
    return rooms - {layer(Path(path.parts[1]))}


def layer(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def test_imports_point_down() -> None:
    wrong = {
        f"{path}: {layer(path)} is not above {name}"
        for path in FILES
        if path != Path("__init__.py")
        for name in imported(path)
        if name != layer(path) and RANK[name] <= RANK[layer(path)]
    }
    assert wrong == set()


def test_parsings_rooms_import_downwards() -> None:
    rooms = {path: layer(Path(path.parts[1])) for path in FILES if path.parts[0] == "parsing" and len(path.parts) > 1}
    wrong = {
        f"{path}: {own} is not above {room}"
        for path, own in rooms.items()
        if own in FLOOR
        for room in imported_rooms(path)
        if FLOOR[room] <= FLOOR[own]
    }
    assert wrong == set()


def test_no_format_imports_another() -> None:
    readers = [path for path in FILES if path.parts[0] == "readers"]
    assert {path: found for path in readers if (found := imported_rooms(path) & FORMATS)} == {}


def test_nothing_relative() -> None:
    assert [path for path in FILES for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.level] == []
