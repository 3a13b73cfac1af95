"""The review page: well-formed, self-contained, with nothing of the manuscript that could run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lint_article.commands.outputs import split_formats
from lint_article.config import Settings
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport
from lint_article.engine.run import check
from lint_article.engine.select import selection
from lint_article.errors import UserError
from lint_article.reporters.review.page import page
from lint_article.rulebook import rulebook

TEXT = """# Ferries <script>alert(1)</script> ]]>

A [link](javascript:alert(2)) by Eriksen (2014), \u202eof\u202c <img src=x onerror=alert(3)> the the tides.

Weatherby (2003) and Castellanos (2014"><b onclick=alert(4)>) disagree with Castellanos (2014).

| Harbour | Fare |
|---------|------|
| Nordvik | 4.20 |

## References

Castellanos, M. (2015). Who complains at the quay? Journal of Short Journeys, 3(1), 1–18.

Eriksen, T. (2014). Tidal fares. Ferry Economics, 21(4), 201–223. https://example.org/"onmouseover="alert(5)

Grant, L. (2004). A history of the landing stage. Quayside Press.
"""
VOID = {"meta", "input", "br", "img"}


class Checker(HTMLParser):
    """Collects what a page has, and asserts that its elements are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        if tag == "a":
            assert "a" not in self.open
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.names.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag


def review(path: Path, text: str) -> FileReport:
    path.write_text(text, encoding="utf-8")
    settings = Settings()
    rules = selection(settings, rulebook(), str(path))
    return check(Job(str(path), path.name, settings, rules, keep_document=True), Grammar())


def checked(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    assert len(checker.ids) == len(set(checker.ids))
    return checker


@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_the_page_is_well_formed_and_nothing_of_the_manuscript_runs(tmp_path: Path, ending: str) -> None:
    report = review(tmp_path / f"draft{ending}", TEXT)
    html = "\n".join(page([report]))
    found = checked(html)
    assert not found.names & {"img", "iframe", "object"}
    assert html.count("<script>") == 1
    assert not [name for name in found.attributes if name.startswith("on") or name in ("style", "src")]
    assert {href[1:] for href in found.hrefs if href.startswith("#")} <= set(found.ids)
    assert all(re.match("#|https?://", href) for href in found.hrefs)
    assert "\u202e" not in html and "U+202E" in html


def test_the_policy_allows_the_pages_own_style_and_script_only(tmp_path: Path) -> None:
    html = "\n".join(page([review(tmp_path / "draft.md", TEXT)]))
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert content and f"{tag}-src 'sha256-{b64encode(sha256(content[1].encode()).digest()).decode()}'" in html


def test_each_finding_has_a_card_a_place_and_a_query(tmp_path: Path) -> None:
    report = review(tmp_path / "draft.md", TEXT)
    html = "\n".join(page([report]))
    assert len(report.diagnostics) >= 4
    for number, found in enumerate(report.diagnostics):
        assert f'id="m0f{number}"' in html and f'id="m0k{number}"' in html
        assert f'data-f="m0f{number}"' in html, found.rule
    assert "“Castellanos 2014” is cited, but the reference list gives 2015" in html
    assert "Which year is right?" in html


def test_citations_lead_to_their_references_and_back(tmp_path: Path) -> None:
    html = "\n".join(page([review(tmp_path / "draft.md", TEXT)]))
    cite = re.search(r'<a id="m0c(\d+)" class="cite matched"[^>]* href="#m0r1">(.*?)</a>', html)
    assert cite and "Eriksen" in cite[2]
    assert f'href="#m0c{cite[1]}"' in html
    assert '<span class="back uncited">never cited</span>' in html


def test_several_manuscripts_have_an_index(tmp_path: Path) -> None:
    reports = [review(tmp_path / "a.md", TEXT), review(tmp_path / "b.md", "Nothing."), review(tmp_path / "c.md", "")]
    html = "\n".join(page(reports))
    found = checked(html)
    assert {"m0", "m1", "m2"} <= set(found.ids)
    assert '<th scope="row"><a href="#m1">b.md</a></th><td>0</td><td>0</td><td>0</td>' in html


def test_formats_with_a_file_are_written_and_one_is_printed() -> None:
    assert split_formats(["html=a.html", "github"]) == ("github", (("html", Path("a.html")),))
    assert split_formats(["html=a.html"]) == (None, (("html", Path("a.html")),))
    with pytest.raises(UserError, match="no output format `htm`"):
        split_formats(["htm=a.html"])
    with pytest.raises(UserError, match="can be printed"):
        split_formats(["github", "json"])
