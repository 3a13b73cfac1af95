"""Names: predicates ask a question, functions are verb phrases, a class name has one meaning."""

from __future__ import annotations

import ast

from sources import FILES, functions, nodes

QUESTIONS = ("is", "has", "can", "are", "was", "may", "does", "needs")
# Actions that tell whether they did anything: `skip_separator`, `read_name`.
ACTIONS = ("add", "exchange", "expect", "leave", "put", "read", "replace", "skip", "stop", "take", "write")
RELATIONS = ("contains", "overlaps")  # of two spans, as in geometry
OF_PYTHON = ("isatty", "readable", "writable")  # names that Python's own protocols ask for
PARTICIPLES = frozenset("made found known shown given built held told met drawn gone written taken seen spelt".split())
NO_PARTICIPLES = ("feed", "seed", "speed", "need", "embed", "exceed", "proceed")


def is_question(name: str) -> bool:
    return name.strip("_").split("_")[0] in (*QUESTIONS, *ACTIONS) or name in (*RELATIONS, *OF_PYTHON)


def is_participle(name: str) -> bool:
    word = name.strip("_")
    return word in PARTICIPLES or (word.isalpha() and word.endswith("ed") and word not in NO_PARTICIPLES)


def test_what_returns_true_or_false_asks_a_question() -> None:
    answers = [
        (str(path), node.name)
        for path in FILES
        for node in functions(path)
        if isinstance(node.returns, ast.Name) and node.returns.id == "bool"
    ]
    assert [(path, name) for path, name in answers if not is_question(name)] == []


def test_no_function_is_named_by_a_bare_participle() -> None:
    assert [(str(path), node.name) for path in FILES for node in functions(path) if is_participle(node.name)] == []


def test_no_class_name_has_two_meanings() -> None:
    named: dict[str, list[str]] = {}
    for path in FILES:
        for node in nodes(path):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(str(path))
    assert {name: paths for name, paths in named.items() if len(paths) > 1} == {}
