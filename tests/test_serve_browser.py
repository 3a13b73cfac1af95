"""The page to drop a file on, and the review page, in a real browser: skipped where there is none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if not CHROMIUM:
    pytest.skip("Chromium is not installed", allow_module_level=True)

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules/axe-core/axe.min.js"))
DOCX = ROOT / "fixtures/manuscripts/salt-roads/salt-roads.docx"
HOSTILE = """# Ferries <script>document.title = "run"</script> ]]>

A [link](javascript:document.title="run"), \u202eof\u202c <img src=x onerror='document.title="run"'> the the tides.

We recieve it.
"""
DROP = """({ name, text }) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    words = [sys.executable, "-m", "lint_article", "serve", "--port", "0", "--isolated", "--grammar", "none"]
    folder = tmp_path_factory.mktemp("served")
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr
        found = re.search(r"http://\S+/", serving.stderr.readline())
        assert found
        yield found[0]
        serving.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """Give the page to drop on, and assert in the end that no script failed."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    page = context.new_page()
    failed: list[object] = []
    page.on("pageerror", lambda error: failed.append(error))
    page.goto(address)
    yield page
    context.close()
    assert failed == []


def violations(page: Any) -> list[str]:
    """Return what axe-core objects to on a page, as `rule: element`."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm install axe-core, or name axe.min.js in AXE_CORE")
    page.evaluate(AXE.read_text(encoding="utf-8") + "\n;0")
    result = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [f"{one['id']}: {node['html'][:80]}" for one in result["violations"] for node in one["nodes"]]


def review(page: Any, path: Path = DOCX) -> None:
    page.set_input_files("#file", path)
    page.wait_for_url("**/review")


def test_a_dropped_file_leads_to_its_review(page: Any) -> None:
    page.evaluate(DROP, {"name": "draft.md", "text": "# Tides\n\nWe recieve the the tea.\n"})
    page.wait_for_url("**/review")
    assert page.locator("h1").first.inner_text() == "draft.md"
    assert page.locator(".card").count() == 2
    page.get_by_text("Check another").click()
    assert page.locator(".one .name").inner_text() == "draft.md"  # it is still there
    page.get_by_role("button", name="Forget draft.md").click()
    page.reload()
    assert page.locator(".one").count() == 0


def test_several_files_are_a_list_and_one_that_is_not_read_says_so(page: Any, tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    page.set_input_files("#file", [DOCX, tmp_path / "old.doc"])
    page.locator(".failed").wait_for()
    page.locator(".result:not([hidden])").wait_for()
    assert page.locator(".one .name").all_inner_texts() == ["salt-roads.docx", "old.doc"]
    assert page.locator(".counts li").all_inner_texts() == ["2 errors", "1 warning", "1 suggestion"]
    with page.expect_download() as downloading:
        page.get_by_text("Word, with comments").click()
    assert downloading.value.suggested_filename == "salt-roads.checked.docx"
    assert Path(downloading.value.path()).read_bytes()[:2] == b"PK"
    assert violations(page) == []


def test_filters_keys_and_jumps_of_the_review(page: Any) -> None:
    review(page)
    cards = page.locator(".card:visible")
    assert cards.count() == 4
    page.locator("label[class*='s-error']").click()
    assert cards.count() == 2
    page.locator("label[class*='s-error']").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".card.on").get_attribute("id") == "m0k1"
    page.keyboard.press("/")
    page.keyboard.type("no-such-words")
    assert cards.count() == 0
    page.fill("#search", "")
    cite = page.locator("a.cite").first
    entry = cite.get_attribute("href")
    cite.click()
    assert page.url.endswith(entry)
    playwright.expect(page.locator(entry)).to_be_in_viewport()


@pytest.mark.parametrize(("width", "scheme"), [(380, "light"), (1400, "light"), (1400, "dark")])
def test_axe_finds_nothing(browser: Any, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    found = violations(page)
    review(page)
    assert (found, violations(page)) == ([], [])
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_nothing_of_a_hostile_manuscript_runs(page: Any, tmp_path: Path) -> None:
    (tmp_path / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    review(page, tmp_path / "hostile.md")
    assert page.title() == "hostile.md"
    assert page.locator("img, iframe, a[href^='javascript']").count() == 0
    assert page.locator(".card").count() >= 2


def test_the_review_works_without_scripts(browser: Any, page: Any) -> None:
    review(page)
    content = page.content()
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.set_content(re.sub(r"<script>.*?</script>", "", content, flags=re.DOTALL))
    assert still.locator(".card:visible").count() == 4
    still.locator("label[class*='s-error']").click()
    assert still.locator(".card:visible").count() == 2
    context.close()


def test_a_long_hostile_manuscript_stays_usable(page: Any, tmp_path: Path) -> None:
    """A second for a key, a filter or a search of a thousand findings is much; it was half a minute once."""
    (tmp_path / "long.md").write_text(HOSTILE + "We recieve the the fares of the tides.\n\n" * 1200, encoding="utf-8")
    review(page, tmp_path / "long.md")
    assert page.locator(".card").count() > 1000
    page.set_default_timeout(4000)
    page.keyboard.press("j")
    page.locator("label[class*='s-suggestion']").click()
    page.fill("#search", "recieve")
    playwright.expect(page.locator("#shown")).to_have_text(re.compile(r"^\d+ of \d{4} shown$"))
    assert page.title() == "long.md"
