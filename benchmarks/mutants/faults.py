"""The faults that are put in: one operator, constant or condition of a module is another one."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}

_PROMISES = {"strict", "init", "repr", "compare"}  # what sound code does not depend on


class Mutant(NamedTuple):
    """One fault of a module: the lines of the place, what is changed, and which of the module's nodes that is."""

    module: ast.Module
    lines: range
    is_inside: bool  # a function
    change: str
    number: int

    def tree(self) -> ast.Module:
        """Return the module with this fault."""
        changed = copy.deepcopy(self.module)
        _mutate([*ast.walk(changed)][self.number])
        return ast.fix_missing_locations(changed)


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, in the order of the text."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    left = {id(inner) for node in nodes for outer in _left_out(node) for inner in ast.walk(outer)}
    changes = {n: _mutate(copy.deepcopy(node)) for n, node in enumerate(nodes) if id(node) not in left}
    inside = {id(inner) for node in nodes if isinstance(node, ast.FunctionDef) for inner in ast.walk(node)}
    places = (n for n, change in changes.items() if change)
    for number in sorted(places, key=lambda n: (nodes[n].lineno, nodes[n].col_offset)):  # type: ignore[attr-defined]
        node = nodes[number]
        lines = range(node.lineno, node.end_lineno + 1)  # type: ignore[attr-defined]
        yield Mutant(tree, lines, id(node) in inside, changes[number], number)


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts that have no effect on what a module does: types, sizes of caches, promises of a dataclass."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield from node.decorator_list
    if isinstance(node, ast.keyword) and node.arg in _PROMISES:
        yield node.value
    for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if isinstance(part, ast.AST):
            yield part


def _mutate(node: ast.AST) -> str:
    """Change a node in its place; return what was done, or "" if nothing can be."""
    before = ast.unparse(node) if isinstance(node, ast.expr) else ""
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARISONS[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS and not before.endswith("None"):
        node.op = _OPERATORS[type(node.op)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and _is_number(node.value):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
    elif isinstance(node, ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    else:
        return ""
    return f"{before} -> {ast.unparse(node)}"


def _is_number(value: object) -> bool:
    return isinstance(value, bool | int | float)
