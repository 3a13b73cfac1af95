"""Imports only point down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src/lint_article"
LAYERS = (
    {"__main__"},
    {"cli"},
    {"commands"},
    {"server"},
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
    {"compiled", "errors", "dataclass", "ends", "folders", "regular_files"},
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
    {"kept"},
)
FORMATS = {
    path.parent.name
    for path in (PACKAGE / "readers").glob("*/__init__.py")
    if "FORMATS" in path.read_text(encoding="utf-8")
} - {"bibliography"}  # which the readers of manuscripts share
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FLOOR = {name: rank for rank, floor in enumerate(FLOORS) for name in floor}
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def modules(tree: ast.AST) -> Iterator[list[str]]:
    """Yield the modules of ours that a file imports, early or late, as the parts of their names below the package."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("lint_article"):
                yield from (f"{module}.{alias.name}".split(".")[1:] for alias in names)
            case ast.Import(names=names):
                yield from (alias.name.split(".")[1:] for alias in names if alias.name.startswith("lint_article."))


def imported(tree: ast.AST) -> Iterator[str]:
    yield from (names[0] for names in modules(tree) if names[0] in RANK)


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms of its own layer that a file imports, its own room aside."""
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    rooms = {names[1] for names in modules(tree) if len(names) > 2 and names[0] == path.parts[0]}
    return rooms - {layer(Path(path.parts[1]))}


def layer(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_point_down(path: Path) -> None:
    if path.name == "__init__.py" and len(path.parts) == 1:
        return
    own = layer(path)
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    wrong = {name for name in imported(tree) if name != own and RANK[name] <= RANK[own]}
    assert not wrong, f"{own} is not above {', '.join(sorted(wrong))}"


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parts[0] == "parsing" and len(path.parts) > 1], ids=str
)
def test_parsings_rooms_import_downwards(path: Path) -> None:
    own = FLOOR.get(layer(Path(path.parts[1])))
    if own is not None:
        wrong = {room for room in imported_rooms(path) if FLOOR[room] <= own}
        assert not wrong, f"{path.parts[1]} is not above {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("path", [path for path in FILES if path.parts[0] == "readers"], ids=str)
def test_no_format_imports_another(path: Path) -> None:
    assert not imported_rooms(path) & FORMATS


def test_nothing_relative() -> None:
    for path in FILES:
        tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level], path
