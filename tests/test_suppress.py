"""What comments and settings silence, and which suppressions are not used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint_article.config import Ignore
from lint_article.document import Block, Comment, Document
from lint_article.engine.lint import lint
from lint_article.engine.suppress import Suppressed, suppress
from lint_article.rulebook import Rulebook
from lint_article.text import Span
from making import document, rule

BAD, UGLY = rule(pattern=r"poor\d", name="bad-word"), replace(rule(pattern="foul", name="ugly-word"), code="TXT998")
BOOK = Rulebook([BAD, UGLY])


def with_comments(text: str) -> Document:
    """Return a document whose paragraphs are blocks and whose comments are in braces."""
    parsed = document(text)
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if not paragraph.startswith("{") or not paragraph.endswith("}"):
            blocks.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    comments = []
    for start, char in enumerate(text):
        if char == "{":
            end = text.index("}", start)
            comments.append(Comment(Span(start, end + 1), text[start + 1 : end]))
    return replace(parsed, blocks=tuple(blocks), comments=tuple(comments))


def remaining(text: str, *ignores: Ignore) -> Suppressed:
    parsed = with_comments(text)
    return suppress(parsed, lint(parsed, [BAD, UGLY]), ignores, [BAD, UGLY], BOOK)


def words(text: str, *ignores: Ignore) -> list[str]:
    return [found.span.of(text) for found in remaining(text, *ignores).kept]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{lint-article: ignore bad-word -- a quotation}\n\nA poor1 one.\n\nA poor2 one.", ["poor2"]),
        ("A poor1 one. {lint-article: ignore bad-word}\n\nA poor2 one.", ["poor2"]),
        ("A poor1 foul one. {lint-article: ignore bad-word}", ["foul"]),
        ("A poor1 foul one. {lint-article: ignore bad-word, ugly-word}", []),
        ("A poor1 foul one. {lint-article: ignore TXT}", []),
        ("A poor1 foul one. {lint-article: ignore}", []),
        ("A poor1 foul one. {lint-article: ignore TXT999}", ["foul"]),
        ("poor1\n\n{lint-article: disable}\n\npoor2\n\n{lint-article: enable}\n\npoor3", ["poor1", "poor3"]),
        ("{lint-article: disable bad-word}\n\nfoul\n\n{lint-article: enable ugly-word}\n\npoor1", ["foul"]),
        ("A poor1 one. {a comment that is none of ours}", ["poor1"]),
        ("poor1\n\nA foul one.\n\n{lint-article: ignore-file bad-word}\n\npoor2", ["foul"]),
        ("poor1\n{lint-article: ignore-next-line}\npoor2\npoor3", ["poor1", "poor3"]),
    ],
)
def test_comments(text: str, kept: list[str]) -> None:
    assert words(text) == kept


@pytest.mark.parametrize(
    ("text", "rule_name", "why"),
    [
        ("A word. {lint-article: ignore bad-word}", "bad-word", "it reports nothing here"),
        ("A word. {lint-article: ignore bad-wrod}", "bad-wrod", "no rule has this name (did you mean `bad-word`?)"),
        (
            "A word. {lint-article: ignroe bad-word}",
            "bad-word",
            "there is no directive `ignroe` (did you mean `ignore`?)",
        ),
        ("A word. {lint-article: disable}", "all", "it reports nothing here"),
    ],
)
def test_an_unused_suppression_is_a_finding(text: str, rule_name: str, why: str) -> None:
    [(claim, _)] = remaining(text).unused
    assert dict(claim.values) == {"rule": rule_name, "why": why}
    assert claim.span.of(text).startswith("{lint-article")


def test_a_rule_that_was_not_run_is_not_missed() -> None:
    parsed = with_comments("A word. {lint-article: ignore ugly-word}")
    assert suppress(parsed, lint(parsed, [BAD]), [], [BAD], BOOK).unused == []


def test_quotes_in_the_settings_are_anchored_to_words() -> None:
    text = "A poor1\nidea, and a poor2 plan."
    assert words(text, Ignore("bad-word", "a poor2 plan")) == ["poor1"]
    assert words(text, Ignore("bad-word", "poor1 idea")) == ["poor2"]
    assert words(text, Ignore("TXT", "poor1"), Ignore("TXT", "poor2")) == []
    assert remaining(text, Ignore("TXT", "poor1"), Ignore("TXT", "poor2")).count == 2


def test_an_unused_quote() -> None:
    text = "A good plan."
    [(claim, _)] = remaining(text, Ignore("bad-word", "good plan")).unused
    assert claim.span.of(text) == "good plan"
    assert remaining(text, Ignore("bad-word", "not here")).unused == []
    [(claim, _)] = remaining(text, Ignore("bad-word", "not here", path="draft.txt")).unused
    assert claim.span == Span(0, 0)
