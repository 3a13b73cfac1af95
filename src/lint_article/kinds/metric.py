"""Report a document of which a formula over its counts meets a condition, as of a readability grade.

`formula`: arithmetic over `words`, `sentences`, `paragraphs`, `characters`, `syllables`, `long_words` (over 6
letters), `complex_words` and `polysyllabic_words` (3 syllables or more), `heading_h1` to `heading_h6`, `list` and
`blockquote`, with the functions of `math`. `condition`: what its value must not meet, as in `> 12`. Value: `value`.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lint_article.document import Document, Finding
from lint_article.kinds.paragraphs import paragraphs, sentences
from lint_article.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|es|ed)$")
_LONG, _COMPLEX = 6, 3
_OPERATIONS: Mapping[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the beginning, if the condition is met."""
    counts = _counts(document)
    if not counts["words"]:
        return
    value = _evaluate(str(options["formula"]), counts)
    if _evaluate(f"({value!r}) {options['condition']}", counts):
        yield Finding(Span(0, 0), {"text": "", "value": f"{value:.2f}"})


def is_formula(formula: str) -> bool:
    """Tell whether a formula can be evaluated."""
    names = {*_NAMES, *(f"heading_h{level}" for level in range(1, 7))}
    try:
        _evaluate(formula, dict.fromkeys(names, 1.0))
    except (ValueError, SyntaxError, TypeError):
        return False
    except ArithmeticError:
        return True
    return True


_NAMES = (
    "words",
    "sentences",
    "paragraphs",
    "characters",
    "syllables",
    "long_words",
    "complex_words",
    "polysyllabic_words",
    "list",
    "blockquote",
)


def _counts(document: Document) -> dict[str, float]:
    headings = {block.span for block in document.blocks if block.kind == "heading"}
    parts = [part for part in paragraphs(document) if part not in headings]
    words = [word for part in parts for word in _WORD.findall(part.of(document.prose))]
    syllables = [_syllables(word) for word in words]
    kinds = [block.kind for block in document.blocks]
    levels = [block.level for block in document.blocks if block.kind == "heading"]
    return {
        "words": len(words),
        "sentences": max(sum(1 for part in parts for _ in sentences(document.prose, part)), 1),
        "paragraphs": len(parts),
        "characters": sum(map(len, words)),
        "syllables": sum(syllables),
        "long_words": sum(len(word) > _LONG for word in words),
        "complex_words": sum(count >= _COMPLEX for count in syllables),
        "polysyllabic_words": sum(count >= _COMPLEX for count in syllables),
        "list": kinds.count("item"),
        "blockquote": kinds.count("quote"),
        **{f"heading_h{level}": levels.count(level) for level in range(1, 7)},
    }


def _syllables(word: str) -> int:
    small = word.lower()
    return max(len(_VOWELS.findall(_SILENT.sub("", small) or small)), 1)


def _evaluate(formula: str, counts: Mapping[str, float]) -> Any:
    """Return the value of a formula; raise ValueError for what is no arithmetic."""
    written = formula.replace("&&", " and ").replace("||", " or ").replace("heading.h", "heading_h")
    return _value(ast.parse(written.strip(), mode="eval").body, counts)


def _value(node: ast.AST, counts: Mapping[str, float]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.Name(id=name) if name in counts:
            return counts[name]
        case ast.UnaryOp(op=op, operand=operand) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(operand, counts))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(left, counts), _value(right, counts))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(left, counts), _value(right, counts))
        case ast.BoolOp(op=op, values=values):
            return (all if isinstance(op, ast.And) else any)(_value(value, counts) for value in values)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=args, keywords=[]):
            return getattr(math, name.lower())(*(_value(one, counts) for one in args))
    raise ValueError(f"`{ast.unparse(node)}` is not arithmetic")
