"""The sections of the page, in their order; one without content is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from lint_article.backlist.outputs import Outputs
from lint_article.backlist.summary.charts import bar, columns, shade
from lint_article.backlist.summary.queries import queries
from lint_article.backlist.summary.totals import Totals
from lint_article.errors import UserError
from lint_article.reporters.review.markup import code, text
from lint_article.rulebook import rule_of
from lint_article.text.phrases import count_of

_MOST_RULES, _MOST_JOURNALS, _MOST_SHADED, _MOST_YEARS = 40, 40, 15, 30
_FEW = 5  # manuscripts; the mean of fewer says little


def lead(totals: Totals) -> str:
    """Return what is said first."""
    checked, statuses = totals.checked_count, totals.statuses
    said = [f"<b>{totals.findings:,}</b> findings in <b>{checked:,}</b> manuscripts"]
    said += [f"<b>{totals.findings / checked:.1f}</b> for each"] if checked else []
    said += [f"<b>{statuses['incomplete']:,}</b> checked in part"] if statuses["incomplete"] else []
    said += [f'<a href="#unread"><b>{statuses["failed"]:,}</b> not checked</a>'] if statuses["failed"] else []
    said += [f"<b>{statuses['part']:,}</b> parts of others"] if statuses["part"] else []
    said += [f"<b>{totals.size / 1e6:,.1f}</b> MB in <b>{totals.seconds / 3600:,.2f}</b> hours of one processor"]
    return f'<p class="sum">{"; ".join(said)}.</p>'


def all_sections(outputs: Outputs, totals: Totals) -> Iterator[str]:
    """Yield the sections."""
    made = (
        ("rules", "Findings by rule", _rules(totals)),
        ("years", "Findings by year", _years(totals)),
        ("shares", "Rules by year", _shades(totals)),
        ("journals", "Findings by journal", _journals(totals)),
        ("worst", "Manuscripts with the gravest findings", _worst(totals)),
        ("unread", "Not checked", _unread(totals)),
        ("formats", "Time by format", _formats(totals)),
        ("sql", "Ask more", _queries(outputs)),
    )
    yield from (f'<section id="{name}"><h2>{title}</h2>{body}</section>' for name, title, body in made if body)


def _rules(totals: Totals) -> str:
    if not totals.rules:
        return "<p>Nothing was found.</p>"
    ranked = sorted(totals.rules.items(), key=lambda entry: (-entry[1], entry[0]))
    most = ranked[0][1]
    rows = [_rule_row(totals, name, number, most) for name, number in ranked]
    heads = ("Rule", "", "Findings", "Manuscripts", "Share")
    more = len(rows) - _MOST_RULES
    rest = f"<details><summary>{count_of(more, 'more rule')}</summary>{_table(heads, rows[_MOST_RULES:])}</details>"
    return f"{_table(heads, rows[:_MOST_RULES])}{rest if more > 0 else ''}"


def _rule_row(totals: Totals, name: str, number: int, most: int) -> str:
    rule_code, severity = totals.codes[name]
    said, manuscripts = _summary(rule_code) or name, totals.manuscripts_of_rule[name]
    title = f'<b class="s-{severity}">{text(rule_code)}</b> {text(said)}'
    shown = bar(number, most, f"s-{severity}")
    return _row(title, shown, f"{number:,}", f"{manuscripts:,}", f"{manuscripts / max(totals.checked_count, 1):.1%}")


def _summary(rule_code: str) -> str:
    try:
        return rule_of(rule_code).summary
    except (KeyError, UserError):  # a rule of the user's own
        return ""


def _years(totals: Totals) -> str:
    if not totals.years:
        return ""
    known = [(str(year), totals.years[year]) for year in sorted(totals.years)]
    values = [(year, {one: sums[f"{one}s"] / sums["manuscripts"] for one in _SEVERITIES}) for year, sums in known]
    rows = (_mean_row(text(year), sums) for year, sums in known)
    key = "".join(f'<span class="s-{one}">{one}s</span> ' for one in _SEVERITIES)
    plot = columns(values, "Findings for each manuscript, by year")
    table = f"<details><summary>As a table</summary>{_table(('Year', *_MEANS), rows)}</details>"
    return f'<p class="key">Findings for each manuscript: {key}</p>{plot}{table}'


_SEVERITIES = ("error", "warning", "suggestion")
_MEANS = ("Manuscripts", "Findings each", "Errors each", "Warnings each", "Suggestions each")


def _mean_row(title: str, sums: Counter[str], *more: str) -> str:
    count = sums["manuscripts"]
    means = (f"{sums[name] / count:.1f}" for name in ("findings", "errors", "warnings", "suggestions"))
    return _row(title, *more, f"{count:,}", *means)


def _shades(totals: Totals) -> str:
    years = sorted(totals.years)[-_MOST_YEARS:]
    if len(years) < 2:
        return ""
    ranked = [name for name, _ in totals.manuscripts_of_rule.most_common(_MOST_SHADED)]
    shares = {(name, year): _share(totals, name, year) for name in ranked for year in years}
    most = max(shares.values())
    rows = (
        f'<tr><th scope="row">{text(totals.codes[name][0])} {text(_summary(totals.codes[name][0]) or name)}</th>'
        + "".join(f'<td class="{shade(shares[name, year], most)}">{shares[name, year]:.0%}</td>' for year in years)
        + "</tr>"
        for name in ranked
    )
    table = _table(("Rule", *map(str, years)), rows, "shades")
    return f"<p>The share of a year's manuscripts in which a rule has findings.</p>{table}"


def _share(totals: Totals, name: str, year: int) -> float:
    return totals.manuscripts_of_rule_in_year[name, year] / totals.years[year]["manuscripts"]


def _journals(totals: Totals) -> str:
    if not totals.journals:
        return ""
    ranked = sorted(totals.journals.items(), key=lambda entry: (-entry[1]["manuscripts"], entry[0]))
    shown = ranked[:_MOST_JOURNALS]
    most = max(sums["findings"] / sums["manuscripts"] for _, sums in shown)
    rows = (_mean_row(text(name), sums, bar(sums["findings"] / sums["manuscripts"], most)) for name, sums in shown)
    more = len(ranked) - len(shown)
    rest = f"<p>{count_of(more, 'journal')} with fewer manuscripts not shown.</p>" if more else ""
    return f"{_table(('Journal', '', *_MEANS), rows)}{rest}"


def _worst(totals: Totals) -> str:
    rows = (_row(text(one.path), f"{one.errors:,}", f"{one.warnings:,}", f"{one.findings:,}") for one in totals.worst)
    return _table(("Manuscript", "Errors", "Warnings", "Findings"), rows) if totals.worst else ""


def _unread(totals: Totals) -> str:
    if not totals.failed:
        return ""
    most = totals.reasons.most_common(1)[0][1]
    reasons = (
        _row(code(why), bar(count, most), f"{count:,}") for why, count in totals.reasons.most_common(_MOST_RULES)
    )
    named = (_row(text(path), code(why)) for path, why in totals.failed)
    shown = f"The first {len(totals.failed)}" if totals.statuses["failed"] > len(totals.failed) else "Each of them"
    table = _table(("Manuscript", "Reason"), named, "words")
    return f"{_table(('Reason', '', 'Manuscripts'), reasons)}<details><summary>{shown}</summary>{table}</details>"


def _formats(totals: Totals) -> str:
    ranked = sorted(totals.formats.items(), key=lambda entry: -entry[1]["milliseconds"])
    most = max((_milliseconds(sums) for _, sums in ranked), default=0)
    rows = (
        _row(
            text(name),
            bar(_milliseconds(sums), most),
            f"{_milliseconds(sums) / 1000:.2f}",
            f"{sums['manuscripts']:,}",
            f"{sums['size'] / 1e6:,.1f}",
        )
        for name, sums in ranked
    )
    return _table(("Format", "", "Seconds each", "Manuscripts", "MB"), rows) if ranked else ""


def _milliseconds(sums: Counter[str]) -> float:
    return sums["milliseconds"] / sums["manuscripts"]


def _queries(outputs: Outputs) -> str:
    asked = (f"<h3>{title}</h3><pre><code>{escape(sql)}</code></pre>" for title, sql in queries(outputs))
    return f"<p>The tables are Parquet: DuckDB, pandas, Polars, R and Spark read them. In DuckDB:</p>{''.join(asked)}"


def _table(heads: Sequence[str], rows: Iterable[str], look: str = "") -> str:
    cells = "".join(f'<th scope="col">{text(head)}</th>' if head else "<td></td>" for head in heads)
    return (
        f'<div class="scroll" tabindex="0"><table class="{look}"><thead><tr>{cells}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(title: str, *cells: str) -> str:
    return f'<tr><th scope="row">{title}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
