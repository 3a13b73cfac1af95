"""The kinds of rules of one's own, their scopes, and the commands that write and test their sheets."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_line import run
from lint_article.commands.new_rule import kinds
from lint_article.engine.examples import failures
from lint_article.kinds.phrase import match_case
from lint_article.kinds.phrase_search import find_phrases, longest
from lint_article.kinds.scope import stretches
from lint_article.rulebook import Rule, read_examples
from lint_article.rulebook.own import read_own_sheet
from making import document

ARTICLE = """---
title: Ships and tides
abstract: Ships are late.
---

# Old ports

Ships came “like ships” here. See ships.[^1]

> Ships are quoted.

- ships of oak

## Methods

Ships were counted.

### Sites

Ships lay there.

## 2. Results

| ships | tides |
|-------|-------|
| two   | ships |

Table: Ships by tide

[^1]: Ships in a note.

## References

Abel, A. (2001). Ships. *Boats*, 1, 1–2.
"""


def sheet(folder: Path, text: str) -> Rule:
    (folder / "own").mkdir(exist_ok=True)
    path = folder / "own/a-rule.toml"
    path.write_text(f'message = "`{{text}}`"\n{text}', encoding="utf-8")
    return read_own_sheet(path, "own")


def flagged(folder: Path, text: str, manuscript: str, form: str = "markdown") -> list[str]:
    from lint_article.engine.lint import lint

    parsed = document(manuscript, form)
    return [one.span.of(parsed.text) for one in lint(parsed, [sheet(folder, text)])]


@pytest.mark.parametrize(
    ("scope", "lines"),
    [
        ("heading", []),
        ("quotation", ["“like ships”", "Ships are quoted"]),
        ("item", ["ships of oak"]),
        ("section: Methods", ["Ships were counted", "Ships lay there"]),
        ("section: results", ["ships | tides", "| ships |", "Ships by tide", "Ships in a note"]),
        ("table", ["ships | tides", "| ships |"]),
        ("caption", ["Ships by tide"]),
        ("footnote", ["Ships in a note"]),
        ("reference", ["Ships. "]),
    ],
)
def test_a_scope_is_a_part_of_the_document(tmp_path: Path, scope: str, lines: list[str]) -> None:
    parsed = document(ARTICLE, "markdown")
    rule = f'kind = "phrase"\nphrases = ["ships"]\nscope = ["{scope}"]\n'
    found = flagged(tmp_path, rule, ARTICLE)
    assert len(found) == len(lines)
    covered = " ".join(span.of(parsed.text) for span in stretches(parsed, [scope]))
    assert all(any(word in covered for word in line.strip("| .").split(" | ")) for line in lines)
    everywhere = flagged(tmp_path, 'kind = "phrase"\nphrases = ["ships"]\nscope = []\n', ARTICLE)
    rest = flagged(tmp_path, rule.replace(f'"{scope}"', f'"~{scope}"'), ARTICLE)
    assert len(rest) + len(found) == len(everywhere)


@pytest.mark.parametrize(
    ("form", "opening"),
    [
        ("markdown", "# Tides\n\n## Zusammenfassung\n\n"),
        ("markdown", "# Tides\n\n**Abstract**\n\n"),
        ("plain", "Mareas\n\nRESUMEN\n\n"),
        ("plain", "Tides\n\nSummary:\n"),
        ("latex", "\\begin{abstract}"),
    ],
)
def test_an_abstract_is_known_in_any_language(tmp_path: Path, form: str, opening: str) -> None:
    end = (
        "\\end{abstract}\\section{Ports}" if form == "latex" else "\n\n## Ports" if form == "markdown" else "\n\nPorts"
    )
    text = f"{opening}Ships came.{end}\n\nHere ships lay.\n"
    assert flagged(tmp_path, 'kind = "phrase"\nphrases = ["ships"]\nscope = ["abstract"]\n', text, form) == ["Ships"]


def test_without_a_scope_the_words_of_others_are_left_alone(tmp_path: Path) -> None:
    text = "Ships came. “No ships,” he said.\n\nReferences\n\nAbel, A. (2001). Ships. Boats, 1, 1–2.\n"
    assert flagged(tmp_path, 'kind = "phrase"\nphrases = ["ships"]\n', text, "plain") == ["Ships"]


def test_plain_text_has_headings_and_sections(tmp_path: Path) -> None:
    text = "1. Methods\n\nShips were counted in the port at dawn.\n\n2. Results\n\nShips were few.\n"
    rule = 'kind = "phrase"\nphrases = ["ships"]\nscope = ["section: Methods"]\n'
    assert flagged(tmp_path, rule, text, "plain") == ["Ships"]
    title = 'kind = "capitalisation"\nstyle = "upper"\n'
    assert flagged(tmp_path, title, text, "plain") == ["1. Methods", "2. Results"]


def test_phrases_are_found_over_lines_and_in_any_case(tmp_path: Path) -> None:
    rule = 'kind = "phrase"\nswap = { "in order to" = "to", "don\'t" = "do not", "in order" = "x", "机器" = "y" }\n'
    text = "In\norder to go, in order  to stay, Don’t. Border to. 在机器里 in orders to.\n"
    assert flagged(tmp_path, rule, text, "plain") == ["In\norder to", "in order  to", "Don’t"]
    assert flagged(tmp_path, rule, "URL: https://example.org/in-order-to don't", "plain") == ["don't"]
    assert flagged(tmp_path, f"{rule}ignore-case = false\n", "In order to; in order to", "plain") == ["in order to"]


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ("utilise", "use", "use"),
        ("Utilise", "use", "Use"),
        ("UTILISE", "use", "USE"),
        ("javascript", "JavaScript", "JavaScript"),
    ],
)
def test_a_replacement_takes_over_capitals(old: str, new: str, result: str) -> None:
    assert match_case(old, new) == result


WORDS = st.sampled_from("a b ab ba aba".split())


@given(st.lists(WORDS, max_size=12), st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=8))
def test_of_many_phrases_the_longest_at_each_place_is_found(tokens: list[str], said: list[list[str]]) -> None:
    phrases = tuple(sorted({" ".join(phrase) for phrase in said}))
    text, expected, at = " ".join(tokens), [], 0
    while at < len(tokens):
        here = [words for words in map(str.split, phrases) if tokens[at : at + len(words)] == words]
        longest_here = max(here, key=len, default=[])
        expected += [" ".join(longest_here)] if longest_here else []
        at += max(len(longest_here), 1)
    found = longest(find_phrases(text, phrases))
    assert [phrases[index] for _, index in found] == [span.of(text) for span, _ in found] == expected


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ('per = "paragraph"\nmax = 1\npattern = "!"', "A! B! C!\n\nD!\n", ["!"]),
        ('per = "document"\nmax = 2\npattern = "!"\nflag = "first"', "A! B! C!\n", ["!"]),
        ('per = "document"\nmin = 2\npattern = "!"', "A! B.\n", ["!"]),
        ('per = "document"\nmin = 1\npattern = "!"', "A. B.\n", [""]),
        (
            'per = "sentence"\nmax = 5',
            "Dr. Abel et al. went. They all went away at once. See Fig. 2.\n",
            ["They all went away at once"],
        ),
        ('scope = ["heading"]\nmax = 2', "# One two\n\n# One two three\n\nOne two three.\n", ["One two three"]),
    ],
)
def test_occurrences_are_counted_in_parts(tmp_path: Path, rule: str, text: str, found: list[str]) -> None:
    assert flagged(tmp_path, f'kind = "occurrence"\n{rule}\n', text) == found


@pytest.mark.parametrize(
    ("style", "heading", "wrong"),
    [
        ("title", "The Tides of the ocean", True),
        ("title", "The Tides of the Sea", False),
        ("title", "Tides in a well-known pH Range: a Study", True),
        ("sentence", "Tides and the Sea", True),
        ("sentence", "Tides of Norway: A study of DNA", False),
        ("sentence", "tides", True),
        ("lower", "Tides", True),
        ("upper", "TIDES", False),
        (r"Tides.*", "Tides rise", False),
        (r"Tides", "Tides rise", True),
    ],
)
def test_headings_are_capitalised(tmp_path: Path, style: str, heading: str, wrong: bool) -> None:
    text = f"# {heading}\n\nThe sea, an ocean, is deep; a study of Norway.\n"
    rule = f"kind = \"capitalisation\"\nstyle = '{style}'\n"
    assert flagged(tmp_path, rule, text) == ([heading] if wrong else [])


def test_new_rules_pass_their_tests(tmp_path: Path) -> None:
    for kind in kinds():
        assert run(tmp_path, "new-rule", f"my-{kind}", "--kind", kind).status == 0
    ran = run(tmp_path, "test-rules")
    assert ran.out.splitlines()[-1] == "16 passed in 8 rules" and ran.status == 0
    codes = [(tmp_path / f"house-rules/my-{kind}.toml").read_text("utf-8").count('code = "HSE00') for kind in kinds()]
    assert codes == [1] * 8 and "HSE008" in (tmp_path / f"house-rules/my-{kinds()[-1]}.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new-rule", "Long"], "`Long` cannot be a rule's name.\n  hint: Use small letters"),
        (["new-rule", "long", "--kind", "phrse"], "No kind is called `phrse`.\n  hint: Did you mean `phrase`?"),
        (["test-rules"], "There are no rules of your own.\n  hint: `lint-article new-rule NAME`"),
        (["test-rules", "nowhere"], "There is no folder nowhere."),
    ],
)
def test_mistakes_on_the_command_line(tmp_path: Path, words: list[str], said: str) -> None:
    ran = run(tmp_path, *words)
    assert ran.status == 2 and said in ran.err


def test_settings_that_name_no_folder_of_rules(tmp_path: Path) -> None:
    (tmp_path / "lint-article.toml").write_text('extend = "journal"\n', encoding="utf-8")
    made = run(tmp_path, "new-rule", "wordy")
    assert 'Add to your settings: rule-folders = ["house-rules"]' in made.err
    assert "run `lint-article test-rules house-rules`" in made.err
    ran = run(tmp_path, "test-rules")
    assert ran.status == 2 and "The settings do not name house-rules" in ran.err
    assert run(tmp_path, "test-rules", "house-rules").status == 0


def test_an_example_that_fails_is_shown_with_its_line(tmp_path: Path) -> None:
    run(tmp_path, "new-rule", "wordy")
    path = tmp_path / "house-rules/wordy.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('at = ["Utilise", ', 'at = ["utilize", '), encoding="utf-8")
    ran = run(tmp_path, "test-rules", "house-rules")
    line = text[: text.index("[[bad]]")].count("\n") + 1
    said = "flagged: `Utilise`, `in order to`; expected: `utilize`, `in order to`"
    assert ran.out.splitlines() == [
        "house-rules/wordy.toml F.",
        f"FAILED house-rules/wordy.toml:{line}: {said}",
        "1 passed, 1 failed in 1 rule",
    ]
    assert ran.status == 1
    path.write_text(text.replace("swap", "swop"), encoding="utf-8")
    ran = run(tmp_path, "test-rules", "house-rules")
    assert ran.status == 2 and "a phrase has no key `swop`" in ran.err
    assert run(tmp_path, "new-rule", "wordy").err.startswith("error: house-rules/wordy.toml exists already.")


def test_the_examples_of_the_page_pass(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs/own-rules.md").read_text(encoding="utf-8")
    sheets = [
        block for block in re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE) if "kind =" in block
    ]
    named = {tomllib.loads(block)["kind"] for block in sheets}
    assert named == set(kinds()), "each kind has an example"
    for number, block in enumerate(sheets):
        path = tmp_path / f"page-{number}.toml"
        path.write_text(block, encoding="utf-8")
        rule = read_own_sheet(path, "page")
        assert [list(failures(rule, example, tmp_path)) for example in read_examples(path)] == [[], []], block
