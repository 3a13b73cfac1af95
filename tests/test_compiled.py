"""What is kept of patterns and tables: the same as what is made anew."""

from __future__ import annotations

import marshal
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import regex
from platformdirs import user_cache_dir

from command_line import Ran, check
from lint_article import compiled
from lint_article.folders import user_cache_folder

TEXT = (
    "The mayor spoke of sugar (Tverr, 2001). See doi:10.1000/x1.\n\nReferences\n\nTverr J (2002) Sugar. Leeds: Ash.\n"
)


COMPILER = re._compiler  # type: ignore[attr-defined]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that the first run leaves in the user's cache."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return tmp_path / f"cache/lint-article/lint-article.{sys.implementation.cache_tag}.compiled"


def ran(kept: Path) -> Ran:
    return check(kept.parents[2], "--isolated", "--no-cache", "a.txt")


def entries(kept: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = marshal.loads(kept.read_bytes().removeprefix(compiled._head()))  # noqa: S302
    return found


def test_a_second_run_makes_nothing_and_says_the_same(kept: Path) -> None:
    first = ran(kept)
    before = kept.stat().st_mtime_ns, set(entries(kept))
    assert {key[0] for key in before[1]} == {"re", "regex", "table"}
    assert ran(kept) == first
    assert (kept.stat().st_mtime_ns, set(entries(kept))) == before


def test_what_is_kept_is_what_is_compiled_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The members of a set have an order of their own in each process."""
    ran(kept)
    found = {key: value for key, value in entries(kept).items() if key[0] != "table"}
    regex.purge()  # else some would not be compiled
    monkeypatch.setattr(compiled, "_is_on", True)
    monkeypatch.setattr(compiled, "_known", {})
    for kind, pattern, *more in found:
        if kind == "regex":
            compiled.compile_regex(pattern, more[0])
        else:
            compiled._compile(COMPILER, "_sre", (kind, pattern, *more), partial(COMPILER.compile, pattern, more[0]))
    made = {key: sort_lists(marshal.loads(value)) for key, value in compiled._known.items()}  # noqa: S302
    assert made == {key: sort_lists(marshal.loads(value)) for key, value in found.items()}  # noqa: S302


def sort_lists(said: tuple[Any, ...]) -> list[Any]:
    return [sorted(one) if isinstance(one, list) else one for one in said]


def test_words_of_a_manuscript_are_not_kept(kept: Path) -> None:
    ran(kept)
    assert [word for word in (b"Tverr", b"sugar", b"mayor") if word in kept.read_bytes()] == []


def test_nothing_is_written_where_that_is_not_possible(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ran(kept)
    blocked = kept.parents[2] / "blocked"
    blocked.write_text("mine", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert ran(kept) == first
    assert blocked.read_text("utf-8") == "mine"


def test_a_pattern_is_the_same_by_either_way() -> None:
    assert compiled.compile_regex(r"(?P<a>\p{Lu}+)", regex.IGNORECASE) == regex.compile(
        r"(?P<a>\p{Lu}+)", regex.IGNORECASE
    )
    assert compiled.compile_re(r"(?P<a>[A-Z]+)", re.IGNORECASE) == re.compile(r"(?P<a>[A-Z]+)", re.IGNORECASE)


def test_sheets_of_ones_own_are_kept_until_they_change(kept: Path) -> None:
    folder = kept.parents[2]
    (folder / "house").mkdir()
    (folder / "lint-article.toml").write_text('rule-folders = ["house"]\ngrammar = "none"\n', "utf-8")
    sheet = 'kind = "phrase"\nmessage = "No {text}."\nphrases = ["WORD"]\n'
    (folder / "house/wordy.toml").write_text(sheet.replace("WORD", "sugar"), "utf-8")
    (folder / "house/dated.toml").write_text(f"{sheet}[options]\nsince = 2026-01-01\n", "utf-8")
    (folder / "house/gone.toml").symlink_to("nowhere.toml")
    words = ("--no-cache", "--select", "wordy", "--output-format", "concise", "a.txt")
    assert "No sugar." in check(folder, *words).out
    names = {Path(key[1]).name for key in entries(kept) if key[0] == "table"}
    assert "wordy.toml" in names and not {"dated.toml", "gone.toml"} & names, "a date is no plain value"
    (folder / "house/wordy.toml").write_text(sheet.replace("WORD", "mayor"), "utf-8")
    ran = check(folder, *words)
    assert "No mayor." in ran.out and "gone.toml: it cannot be read" in ran.err and ran.status == 2


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of this process, which keeps nothing yet."""
    path = tmp_path / "kept" / "compiled"
    for name, value in {"_is_on": True, "_is_new": False, "_known": {}, "_used": {}, "_places": lambda: [path]}.items():
        monkeypatch.setattr(compiled, name, value)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return path


def keep_patterns(*patterns: str) -> None:
    """Do as a process does that needs these patterns."""
    regex.purge()
    compiled._known = compiled._read()
    compiled._used = {}
    for pattern in patterns:
        compiled.compile_regex(pattern)
    compiled.keep()


def kept_patterns() -> set[str]:
    return {key[1] for key in compiled._read()}


def test_what_other_runs_have_made_is_kept_too(alone: Path) -> None:
    keep_patterns("a+b", "b+c")
    keep_patterns("a+b", "c+d")
    assert kept_patterns() == {"a+b", "b+c", "c+d"}
    assert alone.is_file()


@pytest.mark.parametrize("data", [b"", b"other", b"%s", b"%s\xff\xff"], ids=["empty", "foreign", "cut", "damaged"])
def test_a_file_of_no_use_is_made_anew(alone: Path, data: bytes) -> None:
    keep_patterns("a+b")
    alone.write_bytes(data.replace(b"%s", compiled._head()))
    assert kept_patterns() == set()
    keep_patterns("b+c")
    assert kept_patterns() == {"b+c"}


@pytest.mark.usefixtures("alone")
def test_of_too_much_only_what_was_used_last_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_patterns("a+b", "b+c")
    monkeypatch.setattr(compiled, "_LARGEST", 100)
    keep_patterns("a+b", "c+d")
    assert kept_patterns() == {"a+b", "c+d"}


@pytest.mark.usefixtures("alone")
def test_another_version_makes_all_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_patterns("a+b")
    monkeypatch.setattr(compiled, "__version__", "0")
    assert kept_patterns() == set()


@pytest.mark.usefixtures("alone")
def test_a_pattern_of_another_thread_is_not_taken_for_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = regex.compile

    def compile_two(pattern: str, flags: int = 0) -> regex.Pattern[str]:
        usual("of another thread")
        return usual(pattern, flags)

    monkeypatch.setattr(regex, "compile", compile_two)
    keep_patterns("a+b")
    assert kept_patterns() == {"a+b"}


@pytest.mark.parametrize("said", [None, "", " ", "/somewhere/else", "here"])
def test_the_users_cache_is_where_platformdirs_has_it(monkeypatch: pytest.MonkeyPatch, said: str | None) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if said is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", said)
    assert user_cache_folder() == user_cache_dir("lint-article", appauthor=False)
