"""The tools above the manuscript: filters, contents, search, keys. The filters need no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint_article.engine.report import FileReport
from lint_article.reporters.review.markup import identifier, text
from lint_article.rulebook import FAMILIES, SEVERITIES, Rule, rule_of

_KEYS = (
    ("j", "next finding"),
    ("k", "previous finding"),
    ("c", "copy the query"),
    ("f", "filter by rule"),
    ("/", "search"),
    ("t", "dark or light"),
    ("?", "these keys"),
)


def tools(reports: Sequence[FileReport]) -> str:
    """Return the bar with the tools."""
    severities = Counter(found.severity for report in reports for found in report.diagnostics)
    pills = "".join(
        f'<label class="pill s-{name}"><input type="checkbox" id="severity-{name}" checked>'
        f"{severities[name]} {name}{'' if severities[name] == 1 else 's'}</label>"
        for name in reversed(SEVERITIES)
    )
    keys = "".join(f"<li><kbd>{key}</kbd> {what}</li>" for key, what in _KEYS)
    return (
        '<nav class="tools" aria-label="Tools"><div class="frame">'
        f"<fieldset><legend>Severities</legend>{pills}</fieldset>"
        f'<details id="filter"><summary>Rules</summary><div class="panel">{_rules(reports)}</div></details>'
        '<span hidden class="scripted"><label class="hidden" for="search">Search in the findings</label>'
        '<input type="search" id="search" placeholder="Search"></span>'
        '<span id="shown" role="status"></span>'
        '<button hidden class="scripted push" type="button" id="copy-all">Copy all queries</button>'
        '<button hidden class="scripted" type="button" id="theme">Theme</button>'
        f'<details id="keys" hidden class="scripted"><summary>Keys</summary><div class="panel"><ol>{keys}</ol></div>'
        "</details></div></nav>"
    )


def found_rules(reports: Sequence[FileReport]) -> list[tuple[Rule, int]]:
    """Return the rules that found something and how often, in the order of their codes."""
    counts = Counter(found.code for report in reports for found in report.diagnostics)
    return [(rule_of(code), counts[code]) for code in sorted(counts)]


def filter_styles(reports: Sequence[FileReport]) -> str:
    """Return the style sheet that hides what is not checked in the tools."""
    return "".join(_hides(reports))


def _hides(reports: Sequence[FileReport]) -> Iterator[str]:
    boxes = [(f"severity-{name}", f"s-{name}") for name in SEVERITIES]
    boxes += [(f"rule-{identifier(rule.name)}", f"r-{identifier(rule.name)}") for rule, _ in found_rules(reports)]
    for box, kind in boxes:
        off = f":root:has(#{box}:not(:checked))"
        yield f"{off} :is(.card,a.n,rect).{kind}{{display:none}}{off} mark.only.{kind}{{background:none}}\n"


def _rules(reports: Sequence[FileReport]) -> str:
    rules = found_rules(reports)
    buttons = '<p hidden class="scripted">{}</p>'.format(
        " ".join(_all_button(*one) for one in (("on", "All"), ("", "None")))
    )
    if not rules:
        return '<p class="none">No rule found anything.</p>'
    return buttons + "".join(
        f'<p class="family">{family.capitalize()}</p>'
        + "".join(_box(rule, count) for rule, count in rules if rule.family == family)
        for family in dict.fromkeys((*FAMILIES.values(), *(rule.family for rule, _ in rules)))
        if any(rule.family == family for rule, _ in rules)
    )


def _box(rule: Rule, count: int) -> str:
    return (
        f'<label><input type="checkbox" id="rule-{identifier(rule.name)}" checked><span>{text(rule.summary)}</span>'
        f"<span>{count}</span></label>"
    )


def _all_button(value: str, name: str) -> str:
    return f'<button type="button" data-all="{value}">{name}</button>'
