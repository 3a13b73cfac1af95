"""A baseline: known findings stay silent whatever is edited around them, and every new one is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import Ran, run
from lint_article.document import Document
from lint_article.engine.baseline import Comparison, Known, compare, identify, read_baseline
from lint_article.engine.lint import lint
from lint_article.errors import UserError
from lint_article.rulebook import rulebook
from making import document

FIXTURES = Path(__file__).parents[1] / "fixtures/manuscripts/salt-roads"
TEXT = (FIXTURES / "salt-roads.txt").read_text(encoding="utf-8")
PROSE = range(TEXT.index("Salt left"), TEXT.index("References"))
PLACES = [
    at for at in PROSE if TEXT[at] == " " and TEXT[:at].split()[-1].islower() and TEXT[at + 1].islower()
]  # between two small words
WORDS = "copper lantern quietly seven harbours often meadow rather windy pebble orchard slowly barley distant".split()


def known(parsed: Document) -> list[Known]:
    return [identify(parsed, found) for found in lint(parsed, rulebook())]


BEFORE = known(document(TEXT))


def check(folder: Path, *words: str) -> Ran:
    return run(folder, "--grammar", "none", "--output-format", "concise", *words)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(PLACES), min_size=14, max_size=14, unique=True), st.sampled_from(PLACES))
def test_edits_bring_no_old_finding_back_and_hide_no_new_one(places: list[int], new: int) -> None:
    flagged = [found.span for found in lint(document(TEXT), rulebook())]
    edits = dict(zip(places, WORDS, strict=True)) | {new: "river river"}
    text = TEXT
    for at in sorted(edits, reverse=True):
        if not any(span.start <= at <= span.end for span in flagged):
            text = f"{text[:at]} {edits[at]}{text[at:]}"
    shown = compare(known(document(text)), BEFORE)
    assert [(one.rule, one.words) for one in shown.new] == [("repeated-word", "river river")] * ("river river" in text)
    assert shown.stale == ()


@pytest.mark.parametrize(("name", "form"), [("salt-roads.md", "markdown"), ("salt-roads.tex", "latex")])
def test_a_baseline_outlives_a_change_of_format(name: str, form: str) -> None:
    parsed = document((FIXTURES / name).read_text(encoding="utf-8"), form)
    assert compare(known(parsed), BEFORE).new == ()


def one(words: str = "the the", before: str = "", after: str = "", rule: str = "repeated-word") -> Known:
    return Known(rule, words, before, after)


@pytest.mark.parametrize(
    ("found", "entries", "is_known"),
    [
        ([one()], [one()], [True]),
        ([one(), one()], [one()], [True, False]),  # an entry is for one finding
        ([one(before="a b c")], [one(before="x b c")], [True]),
        ([one(before="a b", after="c d e f")], [one(before="x y", after="c d z")], [True]),
        ([one(before="a b c d", after="e f g h")], [one(before="c d x y", after="z g h i")], [True]),
        ([one(before="a b", after="c d")], [one(before="x y", after="z w")], [False]),
        ([one("smith 2010", "a b", "c d")], [one("smith 2010", "x y", "z w")], [True]),  # says enough by itself
        ([one("a b c d e f g h i")], [one("a b c d e f x h i")], [True]),  # a long one was edited inside
        ([one("the the", "a b")], [one("of of", "a b")], [False]),
        ([one(rule="stray-space")], [one()], [False]),
        ([one("")], [one("", "a", "b")], [True]),
    ],
)
def test_what_is_known(found: list[Known], entries: list[Known], is_known: list[bool]) -> None:
    compared = compare(found, entries)
    assert list(compared.is_known) == is_known
    assert len(compared.stale) == len(entries) - sum(is_known)


@given(st.lists(st.builds(one, st.sampled_from(["a", "b b", "c 1"]), st.sampled_from("xyz"), st.sampled_from("pq"))))
def test_everything_is_known_of_itself(entries: list[Known]) -> None:
    assert compare(entries, entries[::-1]) == Comparison((True,) * len(entries), tuple(entries), (), ())


def test_write_use_and_prune(tmp_path: Path) -> None:
    draft = tmp_path / "part" / "draft.txt"
    draft.parent.mkdir()
    draft.write_text("It saw the the sea.\n\nWe met on on a hill.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("It lay in in a bay.\n", encoding="utf-8")
    assert check(tmp_path, "part", "--baseline", "write", "known.json") == (
        0,
        "",
        "The baseline known.json has 2 findings of 1 file.\n"
        "2 findings (2 suggestions) in 1 file; 2 fixable with --fix --unsafe-fixes. Grammar: not checked.\n",
    )
    draft.write_text("New. It saw the the sea.\n\nWe met on a hill. It stood in in a barn.\n", encoding="utf-8")
    ran = check(tmp_path, ".", "--baseline", "use", "known.json", "--fail-on", "suggestion")
    assert ran.status == 1
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["other.txt:1:8:", "part/draft.txt:3:28:"]
    assert "1 in the baseline" in ran.err
    assert "note: 1 entry of the baseline known.json matched nothing; `--baseline prune` removes them." in ran.err
    assert check(tmp_path, ".", "--baseline", "prune", "known.json").err.startswith(
        "The baseline known.json has 1 finding of 1 file."
    )
    assert [row["words"] for row in json.loads((tmp_path / "known.json").read_text())["files"]["part/draft.txt"]] == [
        "the the"
    ]
    check(tmp_path, "other.txt", "--baseline", "write", "known.json")
    assert list(json.loads((tmp_path / "known.json").read_text())["files"]) == ["other.txt", "part/draft.txt"]
    draft.unlink()
    check(tmp_path, "other.txt", "--baseline", "write", "known.json")
    assert list(json.loads((tmp_path / "known.json").read_text())["files"]) == ["other.txt"]


def test_the_settings_name_a_baseline(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("It saw the the sea.\n", encoding="utf-8")
    (tmp_path / "lint-article.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    missing = check(tmp_path, "draft.txt")
    assert (missing.status, missing.out) == (2, "") and "There is no baseline" in missing.err
    assert check(tmp_path, "draft.txt", "--baseline", "write", "known.json").status == 0
    assert check(tmp_path, "draft.txt").out == ""


def test_a_file_that_failed_keeps_its_entries(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("It saw the the sea.\n", encoding="utf-8")
    check(tmp_path, "draft.txt", "--baseline", "write", "known.json")
    draft.write_bytes(b"\x00\x01\x02" * 50)
    ran = check(tmp_path, "draft.txt", "--baseline", "write", "known.json")
    assert ran.status == 2 and "could not be checked" in ran.err
    assert "draft.txt" in json.loads((tmp_path / "known.json").read_text())["files"]


ROW = '{"version": 1, "files": {"a.txt": [{"rule": "x", "words": "", "before": "", "after": "", "count": %s}]}}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "is not a baseline of lint-article"),
        ("{", "is not a baseline of lint-article"),
        ('{"version": 1, "files": {"a.txt": [{"rule": "x"}]}}', "is not a baseline of lint-article"),
        (ROW % "1e400", "is not a baseline of lint-article"),
        (ROW % "1e15", "is not a baseline of lint-article"),
        ('{"version": 9, "files": {}}', "is from another version"),
    ],
)
def test_a_broken_baseline_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        read_baseline(path)
