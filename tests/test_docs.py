"""What is generated in the README and in docs/ is what sheets and settings say; the README's commands are real."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import generated
from lint_article.reporters.formats import full
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


def test_the_readmes_commands_are_one_line_each_and_name_files_that_exist() -> None:
    commands = re.findall(r"^python3 -m venv \.venv && .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    assert [command for command in commands if command.endswith("-m pytest")]
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
