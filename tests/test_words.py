"""The words of `check` as they are read without typer: the same as typer reads them, or left to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from lint_article import cli
from lint_article.commands.check_options import describe_options
from lint_article.commands.words import read_words

GROUP: Any = typer.main.get_command(cli.app)


OPTIONS, COMMANDS = describe_options(cli.app)


def test_each_option_has_a_kind() -> None:
    assert [name for name, (_, kind) in OPTIONS.items() if not kind] == []


def by_typer(words: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    """Return what typer calls `check` with, without the defaults; None for what it refuses or answers itself."""
    said: list[dict[str, Any]] = []
    monkeypatch.setattr(cli, "start_check", lambda **found: said.append(found))
    try:
        GROUP.main(list(words), standalone_mode=False)
    except (typer._click.exceptions.ClickException, typer.Exit, SystemExit):
        return None
    if not said:
        return None
    defaults = {option.name: option.default for option in GROUP.commands["check"].params}
    return {name: value for name, value in said[0].items() if value not in (defaults[name], [], None)}


VALUES = st.sampled_from(
    [
        "a.txt",
        "-",
        "",
        "--",
        "CIT,REF",
        "json",
        "json=x.json",
        "always",
        "error",
        "2",
        "-1",
        "02",
        "x y",
        "use",
        "--fix",
    ]
)
WORDS = st.one_of(
    st.sampled_from([*OPTIONS, "-h", "--version", "-V", "-qo", "--no-such", "check", *COMMANDS]),
    VALUES,
    st.builds("{}={}".format, st.sampled_from(sorted(OPTIONS)), VALUES),
)


@given(st.lists(WORDS, max_size=6))
def test_typer_reads_the_same(words: list[str]) -> None:
    ours = read_words(words, OPTIONS, COMMANDS)
    if ours is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        theirs = by_typer(words, patch)
    assert theirs is not None
    assert {name: value for name, value in ours.items() if value != DEFAULTS[name]} == theirs


DEFAULTS = {option.name: option.default for option in GROUP.commands["check"].params}

PLAIN: list[tuple[list[str], dict[str, Any]]] = [
    (["check"], {}),
    (["./a.txt", "-q", "--jobs", "2"], {"paths": ["./a.txt"], "quiet": True, "jobs": 2}),
    (["--select", "CIT", "x", "--select=REF"], {"select": ["CIT", "REF"], "paths": ["x"]}),
    (["check", "-", "-o", "out", "--color=always"], {"paths": ["-"], "output": Path("out"), "color": "always"}),
    (["check", "--baseline", "use", "known"], {"baseline": ("use", "known")}),
]


@pytest.mark.parametrize(("words", "said"), PLAIN)
def test_plain_words(words: list[str], said: dict[str, Any]) -> None:
    assert read_words(words, OPTIONS, COMMANDS) == said


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["rules"],
        ["helo"],
        ["check", "-h"],
        ["--version"],
        ["./a", "--jobs", "x"],
        ["./a", "--colour", "x"],
        ["--", "./a"],
    ],
    ids=" ".join,
)
def test_what_is_left_to_typer(words: list[str]) -> None:
    assert read_words(words, OPTIONS, COMMANDS) is None
