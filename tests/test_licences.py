"""docs/licences.md lists what is installed and what data is shipped, as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from licences import installed_with, licence_of

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/licences.md"
EXTRAS = ("languagetool", "lsp", "lingotweaker")
_PACKAGES = re.compile(r"(?<=<!-- packages -->\n).*?(?=<!-- /packages -->)", re.DOTALL)
_OURS = {".py", ".toml", ".weir", ".css", ".js", ".html", ".md", ".typed", ".pyc"}


def packages_table() -> str:
    """Return the table of what is installed, beginning with what every installation has."""
    always = installed_with("lint-article")
    rows = [(name, "always") for name in sorted(always)]
    for extra in EXTRAS:
        rows += [(name, f"extra `{extra}`") for name in sorted(installed_with("lint-article", extra) - always)]
    lines = [f"| {name} | {licence_of(name)} | {when} |" for name, when in rows]
    return "\n".join(["| package | licence, as it states it | installed |", "|---|---|---|", *lines])


def test_the_table_of_packages(assert_written: Callable[[Path, str], None]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert_written(PAGE, _PACKAGES.sub(lambda _: f"\n{packages_table()}\n\n", text))


def test_every_package_states_a_licence() -> None:
    for extra in ("", *EXTRAS):
        assert [name for name in installed_with("lint-article", extra) if not licence_of(name)] == []


def test_what_every_installation_has_may_be_used_by_anybody() -> None:
    strict = re.compile(r"\bA?GPL|CC-BY-NC|proprietary", re.IGNORECASE)
    assert [name for name in installed_with("lint-article") if strict.search(licence_of(name))] == []


def test_all_shipped_data_is_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    shipped = [path for path in (ROOT / "src/lint_article").rglob("*") if path.is_file() and path.suffix not in _OURS]
    assert [path.name for path in shipped if f"`{path.name}`" not in text] == []
