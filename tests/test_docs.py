"""What is generated in the README and in docs/ is what sheets and settings say; the README's commands are real."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docs import rule_pages
from docs.picture import picture

import generated
from lint_article.reporters.formats import full
from lint_article.reporters.style import style_for
from lint_article.rulebook import FAMILIES, read_examples, rulebook, sheets
from making import checked

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_UNREAD = re.compile(r"(?<=<!-- unread -->\n).*?(?=<!-- /unread -->)", re.DOTALL)
_TABLE = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", re.DOTALL)


def test_the_readmes_table_of_rules(assert_written: Callable[[Path, str], None]) -> None:
    text = README.read_text(encoding="utf-8")
    assert _TABLE.search(text)
    assert_written(README, _TABLE.sub(lambda _: f"\n{generated.rules_table()}\n\n", text))


def test_the_list_of_formats_that_are_not_read(assert_written: Callable[[Path, str], None]) -> None:
    page = ROOT / "docs/formats.md"
    text = page.read_text(encoding="utf-8")
    assert _UNREAD.search(text)
    assert_written(page, _UNREAD.sub(lambda _: f"\n{generated.unread_table()}\n\n", text))


def test_the_page_of_settings(assert_written: Callable[[Path, str], None]) -> None:
    assert_written(ROOT / "docs/settings.md", generated.settings_page())


def test_the_picture_of_a_run(monkeypatch: pytest.MonkeyPatch, assert_written: Callable[[Path, str], None]) -> None:
    """The first findings of a manuscript, as they are printed."""
    monkeypatch.chdir(ROOT)
    shown = "salt-roads.md"
    report = replace(checked(f"fixtures/manuscripts/salt-roads/{shown}"), path=shown)
    printed = [*full.lines([report], style_for(sys.stdout, "always"))]
    assert_written(ROOT / "docs/images/run.svg", picture(f"lint-article {shown}", printed))


def test_every_rule_has_a_page_with_its_examples() -> None:
    for rule in rulebook():
        page = rule_pages.rule_page(rule)
        assert page.startswith(f"# {rule.name}\n") and rule.why in page
        assert all(example.text.strip("\n") in page for example in read_examples(sheets()[rule.name]))
        assert f"({rule.name}.md)" in rule_pages.rules_index()


def test_every_page_is_in_the_contents_of_the_site() -> None:
    contents = (ROOT / "docs/index.md").read_text(encoding="utf-8").splitlines()
    assert {page.stem for page in (ROOT / "docs").glob("*.md")} - {"index"} <= set(contents)


def test_what_was_measured_is_of_rules_that_exist() -> None:
    measured = rule_pages._measurements()
    assert set(measured["rules"]) <= {rule.name for rule in rulebook()}
    assert set(measured["families"]) <= set(FAMILIES.values())


def test_the_readmes_commands_are_one_line_each_and_name_files_that_exist() -> None:
    commands = re.findall(r"^python3 -m venv \.venv && .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    assert [command for command in commands if "-m pytest" in command]
    for path in re.findall(r"fixtures/\S+", " ".join(commands)):
        assert (ROOT / path).is_file()


def test_the_readmes_finding_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    found = re.search(
        r"^One of its findings:\n\n```text\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found
    monkeypatch.chdir(ROOT)
    assert found[1] in "\n".join(full.lines([checked(found[1].partition(":")[0])]))


@pytest.mark.parametrize("page", [README, *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
