"""Questions to the tables, in the SQL of DuckDB."""

from __future__ import annotations

from collections.abc import Iterator

from lint_article.backlist.outputs import Outputs

_QUESTIONS = (
    (
        "How many manuscripts of each journal and year have a broken citation?",
        """select m.journal, m.year, count(distinct f.path) as broken, count(distinct m.path) as manuscripts
from {manuscripts} m left join {findings} f on f.path = m.path and f.code like 'CIT%'
where m.status in ('checked', 'incomplete')
group by all order by m.journal, m.year;""",
    ),
    (
        "What is found most often, with an example?",
        """select code, rule, count(*) as findings, count(distinct path) as manuscripts, any_value(message) as example
from {findings} group by all order by findings desc limit 20;""",
    ),
    (
        "Which words are misspelt in most manuscripts?",
        """select lower(words) as word, count(distinct path) as manuscripts
from {findings} where rule = 'misspelt-word'
group by all order by manuscripts desc limit 50;""",
    ),
    (
        "Why was something not checked?",
        """select status, reason, count(*) as manuscripts
from {manuscripts} where reason is not null
group by all order by manuscripts desc;""",
    ),
)


def queries(outputs: Outputs) -> Iterator[tuple[str, str]]:
    """Yield each question, with the SQL that asks it."""
    names = {
        "findings": _quote(outputs.findings.name),
        "manuscripts": _quote(outputs.manuscripts.name),
    }
    return ((question, sql.format(**names)) for question, sql in _QUESTIONS)


def _quote(name: str) -> str:
    return f"'{name.replace(chr(39), chr(39) * 2)}'"
