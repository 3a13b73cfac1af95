"""The pages of the rules: what each reports and leaves alone, why, its options, and what was measured of it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from lint_article.rulebook import FAMILIES, Example, Rule, read_examples, rulebook, sheets

_MEASURED = Path(__file__).with_name("measured.toml")


def write_rule_pages(folder: Path) -> None:
    """Write a page for each rule into a folder, and the list of them; what is up to date is left as it is."""
    folder.mkdir(exist_ok=True)
    pages = {rule.name: rule_page(rule) for rule in rulebook()} | {"index": rules_index()}
    for name, text in pages.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in folder.glob("*.md"):
        if path.stem not in pages:
            path.unlink()


def rules_index() -> str:
    """Return the page that lists the rules by family."""
    return "\n".join(_index_lines()) + "\n"


def rule_page(rule: Rule) -> str:
    """Return the page of a rule."""
    return "\n\n".join(_paragraphs(rule, read_examples(sheets()[rule.name]))) + "\n"


def _index_lines() -> Iterator[str]:
    yield from ("# Rules", "")
    yield "Each page is made from the rule's sheet, whose examples are run as tests."
    for code, family in FAMILIES.items():
        rules = rulebook().find_rules(family)
        yield from ("", f"## {family.capitalize()} ({code})", "", "| code | rule | severity | what it finds |")
        yield "|---|---|---|---|"
        for rule in rules:
            yield f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity} | {_cell(rule.summary)} |"
        yield from ("", "```{toctree}", ":hidden:", "", *(rule.name for rule in rules), "```")


def _paragraphs(rule: Rule, examples: Sequence[Example]) -> Iterator[str]:
    fixes = any(example.fixed is not None for example in examples)
    yield f"# {rule.name}"
    yield f"**{rule.code}** · {rule.severity} · family `{rule.family}`{' · has a fix' if fixes else ''}"
    yield f"{rule.summary}."
    yield rule.why
    yield from _examples("Reported", [one for one in examples if one.at])
    yield from _examples("Not reported", [one for one in examples if not one.at])
    if rule.known_problems:
        yield f"## Known problems\n\n{rule.known_problems}"
    yield "\n\n".join(["## Measured", *_measured(rule), "How this was measured: [Accuracy](../accuracy.md)."])
    yield "## Options"
    yield "\n".join(_option_rows(rule))
    yield _how_to_set(rule)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    shown = [one for one in examples if one.text.strip()]
    if shown:
        yield f"## {title}"
    for one in shown:
        yield _fenced(one.text.strip("\n"))
        if one.at:
            marked = ", ".join(_code(" ".join(words.split())) for words in one.at)
            yield f"Reported: {marked}" + (f" – {one.message}" if one.message and "`" not in one.message else "")
        if one.message and "`" in one.message:
            yield f"> {one.message}"
        if one.fixed is not None and len(one.fixed) < 400:
            yield "After the fix:"
            yield _fenced(one.fixed.strip("\n"))


def _option_rows(rule: Rule) -> Iterator[str]:
    yield "| option | default | meaning |"
    yield "|---|---|---|"
    for key in rule.settable:
        default = _cell(json.dumps(rule.options[key], ensure_ascii=False))
        yield f"| `{key}` | `{default}` | {_cell(rule.option_help[key])} |"


def _how_to_set(rule: Rule) -> str:
    return (
        "In the [settings](../settings.md), where `severity` may be `error`, `warning`, `suggestion` or `off`:\n\n"
        f'```toml\n[rules.{rule.name}]\nseverity = "{rule.severity}"\n'
        f"{rule.settable[0]} = {json.dumps(rule.options[rule.settable[0]], ensure_ascii=False)}\n```\n\n"
        f"For one passage, a [comment](../settings.md#comments-in-the-manuscript): `lint-article: ignore {rule.name}`."
    )


def _measured(rule: Rule) -> Iterator[str]:
    """Yield what was measured of the rule, and what only of its family as a whole."""
    measured = _measurements()
    yield measured["rules"].get(rule.name, "Nothing was measured of this rule alone.")
    if family := measured["families"].get(rule.family):
        yield f"Of all rules of the family together: {family}"


@cache
def _measurements() -> dict[str, dict[str, str]]:
    return tomllib.loads(_MEASURED.read_text(encoding="utf-8"))


def _fenced(text: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in _ticks(text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _code(text: str) -> str:
    ticks = "`" * (1 + max((len(run) for run in _ticks(text)), default=0))
    pad = " " if "`" in text else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _ticks(text: str) -> list[str]:
    return [run for run in "".join(char if char == "`" else " " for char in text).split() if run]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
