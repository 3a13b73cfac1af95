"""What is generated: the README's table of rules, docs/settings.md, and the list of formats that are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from lint_article.commands.show import toml
from lint_article.config import Ignore, Override, Settings
from lint_article.config.typed import keys
from lint_article.document import Limits
from lint_article.grammar.settings import GrammarSettings, LanguageToolSettings
from lint_article.readers.unread import UNREAD
from lint_article.rulebook import FAMILIES, read_examples, rulebook, sheets

_ENTRY = re.compile(r"((?:`[\w-]+`, )*`[\w-]+`): ")


def rules_table() -> str:
    """Return the table of all rules, family by family."""
    lines = ["| code | rule | severity | fix | what it finds |", "|---|---|---|---|---|"]
    for rule in sorted(rulebook(), key=lambda rule: (list(FAMILIES).index(rule.code[:3]), rule.code)):
        fixes = any(example.fixed is not None for example in read_examples(sheets()[rule.name]))
        cells = (
            rule.code,
            f"`{rule.name}`",
            rule.severity + ", off" * (not rule.is_on),
            "yes" if fixes else "",
            rule.summary.replace("|", "\\|"),
        )
        lines.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))
    return "\n".join(lines)


def unread_table() -> str:
    """Return the table of the formats that are known and not read."""
    lines = ["| format | extensions | what to do |", "|---|---|---|"]
    for entry in UNREAD:
        name = entry.name.split(" ", 1)[1] if entry.name.startswith(("a ", "an ")) else entry.name
        endings = f"`{' '.join(entry.endings)}`" if entry.endings else "told by its content"
        lines.append(f"| {name} | {endings} | {entry.hint.replace('`', '')} |")
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
    ("Entries of `overrides`", Override, ""),
    ("Limits", Limits, "limits"),
    ("Grammar", GrammarSettings, "grammar"),
    ("LanguageTool", LanguageToolSettings, "languagetool"),
)

_INTRODUCTION = """
Settings are read from `lint-article.toml`, from `.lint-article.toml`, or from `[tool.lint-article]` in
`pyproject.toml`. Only the nearest of these files counts, in the manuscript's folder or a folder above it; in the same
folder, the first of the three takes precedence. Settings files are not merged unless one names others in `extend`, and
a note names one that is not read.
The command line overrides them. Your own settings, for manuscripts without a settings file, are in
`~/.config/lint-article/lint-article.toml`; its `dictionary`, its `languagetool` and `limits` tables and its
`grammar.cache-dir` apply everywhere. `--config FILE` reads another file, `--isolated` reads none, and `--show-settings`
prints the effective settings, each with its origin: a default, a profile, a line of a file, or the command line.

```toml
select = ["all"]
ignore = ["reference-order", "GRM"]
fail-on = "error"
exclude = ["drafts/"]
dictionary = ["Ghent", "words.txt"]  # words that are right, and a file with one a line

[rules]
links = "error"              # a family, or
repeated-word = "off"        # a rule by its name or code
uncited-reference = "suggestion"
reference-order = { severity = "warning", fewest = 12 }  # options: `lint-article explain reference-order`
repeated-line = { except = ["Source: the authors."] }    # every rule has `except`

[per-file-ignores]
"supplement*.md" = ["citations"]

[overrides."letters/**"]     # what is different for these files
fail-on = "error"
rules = { incomplete-reference = "off" }
```

To keep a passage as it is although a finding on it is correct, ignore the finding by quoting its words. This still
works when lines move:

```toml
[[ignore]]
rule = "citation-without-reference"
quote = "as Marlowe (1599) has it"
reason = "a play, quoted and not cited"
```

`ignore` is then a list of such tables; a table with `rule` alone ignores that rule everywhere.
`lint-article --add-ignore REASON draft.docx` writes the tables for all findings of a file.

## Comments in the manuscript

In formats with comments, a comment does the same. RULE is a name, a code or a family, or several with commas; without
one, all rules are meant. Unused suppressions are reported (`unused-suppression`).

| comment | what it silences |
|---|---|
| `lint-article: ignore RULE -- reason` | its own paragraph or, where it is alone on its line, the next one |
| `lint-article: ignore-next-line RULE` | the next line of the file |
| `lint-article: ignore-file RULE` | the whole file |
| `lint-article: disable RULE` | everything up to `lint-article: enable RULE`, or to the end |

| format | how a comment is written |
|---|---|
| Markdown | `<!-- lint-article: ignore RULE -->`, or `[//]: # (lint-article: ignore RULE)` between empty lines |
| MDX, MyST | `{/* lint-article: ignore RULE */}`, `% lint-article: ignore RULE` on a line of its own |
| LaTeX | `% lint-article: ignore RULE` |
| HTML, XML | `<!-- lint-article: ignore RULE -->`; in JATS also `<?lint-article ignore RULE?>` |
| Word | a comment (Review, New Comment) on words of the paragraph; resolved or not, and never an `open-comment` |
| plain text, PDF | none; use `[[ignore]]` |
"""
