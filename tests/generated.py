"""Pages that are generated: the README's table of rules, and docs/settings.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from lint_article.commands.show import toml
from lint_article.config import Ignore, Settings
from lint_article.config.typed import keys
from lint_article.grammar.settings import GrammarSettings, LanguageToolSettings
from lint_article.rulebook import FAMILIES, read_examples, rulebook, sheets

_ENTRY = re.compile(r"((?:`[\w-]+`, )*`[\w-]+`): ")


def rules_table() -> str:
    """Return the table of all rules, family by family."""
    lines = ["| code | rule | severity | fix | what it finds |", "|---|---|---|---|---|"]
    for rule in sorted(rulebook(), key=lambda rule: (list(FAMILIES).index(rule.code[:3]), rule.code)):
        fixes = any(example.fixed is not None for example in read_examples(sheets()[rule.name]))
        cells = (rule.code, f"`{rule.name}`", rule.severity, "yes" if fixes else "", rule.summary.replace("|", "\\|"))
        lines.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))
    return "\n".join(lines)


def settings_page() -> str:
    """Return docs/settings.md."""
    return "\n".join(_settings_lines()) + "\n"


def _settings_lines() -> Iterator[str]:
    yield "# Settings"
    yield ""
    yield from _INTRODUCTION.strip().splitlines()
    for title, kind, table in _TABLES:
        yield from ("", f"## {title}", "", "| setting | default | meaning |", "|---|---|---|")
        defaults = _defaults(kind)
        for key, meaning in _documented(kind).items():
            default = f" `{defaults[key]}`" if key in defaults else ""
            yield f"| `{key}` |{default} | {meaning} |"
        if table:
            yield from ("", f"In `pyproject.toml` this is the table `[tool.lint-article.{table}]`.")


def _documented(kind: type[Any]) -> dict[str, str]:
    """Return what a dataclass's docstring says of each setting; every setting must have its line."""
    pieces = _ENTRY.split(" ".join((kind.__doc__ or "").split()))
    said = {
        name.replace("_", "-"): text.strip().rstrip(";")
        for names, text in zip(pieces[1::2], pieces[2::2], strict=True)
        for name in re.findall(r"[\w-]+", names)
    }
    known = keys(kind)
    missing = known.keys() - said.keys() - {"languagetool"}
    assert not missing, f"the docstring of {kind.__name__} says nothing of {', '.join(missing)}"
    return {key: said[key] for key in known if key in said}


def _defaults(kind: type[Any]) -> dict[str, str]:
    if kind is Ignore:
        return {}
    lines = (line.partition(" = ") for line in toml(kind()) if " = " in line and not line.startswith("#"))
    own = {f.name.replace("_", "-") for f in fields(kind)}
    return {key: value for key, _, value in reversed([line for line in lines if line[0] in own])}


_TABLES = (
    ("All settings", Settings, ""),
    ("Entries of `ignore`", Ignore, ""),
    ("Grammar", GrammarSettings, "grammar"),
    ("LanguageTool", LanguageToolSettings, "languagetool"),
)

_INTRODUCTION = """
Settings stand in `lint-article.toml`, or in `pyproject.toml` under `[tool.lint-article]`. The nearest file upwards from
the manuscript counts, `lint-article.toml` before `pyproject.toml`; the command line comes last. Your own settings for
manuscripts that have none are in `~/.config/lint-article/lint-article.toml`; of these, `languagetool` and
`grammar.cache-dir` hold everywhere.
`--config FILE` reads another file, `--isolated` reads none, and `--show-settings` prints what holds and where from.

```toml
select = ["all"]
ignore = ["reference-order", "GRM"]
fail-on = "error"
exclude = ["drafts/"]

[rules.uncited-reference]
severity = "suggestion"

[per-file-ignores]
"supplement*.md" = ["citations"]

```

A finding that is right but wanted is ignored by its words, which still holds when lines move:

```toml
[[ignore]]
rule = "citation-without-reference"
quote = "as Marlowe (1599) has it"
reason = "a play, quoted and not cited"
```

`ignore` is then a list of such tables, and a rule that is ignored everywhere is one with `rule` alone. In formats that
have comments, a comment does the same: `lint-article: ignore RULE -- reason` for its paragraph or the next one,
`lint-article: disable RULE` and `lint-article: enable RULE` for a stretch. What is suppressed in vain is reported
(`unused-suppression`).
"""
