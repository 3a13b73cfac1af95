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
    {"reporters"},
    {"engine"},
    {"config", "rulebook"},
    {"kinds"},
    {"checks", "grammar"},
    {"parsing", "readers"},
    {"document"},
    {"spelling", "text"},
    {"workers"},
    {"errors", "dataclass", "ends"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of ours that a file imports, early or late."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith("lint_article."):
                yield module.split(".")[1]
            case ast.ImportFrom(module="lint_article", names=names):
                yield from (alias.name for alias in names if alias.name in RANK)
            case ast.Import(names=names):
                yield from (alias.name.split(".")[1] for alias in names if alias.name.startswith("lint_article."))


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


def test_nothing_relative() -> None:
    for path in FILES:
        tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level], path
