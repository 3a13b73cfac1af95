"""A page with thirteen queries of a copy editor: each is found at its place, in every format."""

from __future__ import annotations

from html import escape

import pytest

from lint_article.config import Settings
from lint_article.engine.lint import lint
from lint_article.engine.select import selection
from lint_article.errors import UserError
from lint_article.rulebook import rulebook
from making import document
from packages import docx, p, t

PARAGRAPHS = (
    "The ferries were slow (Table 2), the tugs were slower (Table 1), and both were slowest at spring tide (Figure 4).",
    "The colour of the hulls was recorded, and the color of the sails was not. The organisation of the port is not the"
    " organization of the quay.",
    "TEL was high in winter (TODO check this). TEL means tidal energy loss, and TEL rose in ??? of the cases.",
    'The pilot said "they were late at XXX quays and left.',
    "[INSERT FIGURE 1 HERE]",
    "The planks are 12mm thick and the beams 14 mm (REF). The gap was significant, t(28) = 2.20, p = .001.",
)
QUERIES = [
    ("callout-order", "Table 2"),
    ("callout-order", "Figure 4"),
    ("word-in-two-spellings", "color"),
    ("word-in-two-spellings", "organization"),
    ("late-abbreviation", "TEL"),
    ("placeholder", "(TODO check this)"),
    ("placeholder", "???"),
    ("unbalanced-quotation-mark", '"'),
    ("placeholder", "XXX"),
    ("placeholder", "[INSERT FIGURE 1 HERE]"),
    ("missing-unit-space", "12mm"),
    ("placeholder", "(REF)"),
    ("p-value-mismatch", "t(28) = 2.20, p = .001"),
]
BODY = "\n\n".join(PARAGRAPHS)
LATEX = "\\documentclass{article}\n\\begin{document}\n\\section{Ferry times}\n\n%s\n\\end{document}\n"
FORMATS = {
    "plain": BODY.encode(),
    "markdown": f"# Ferry times\n\n{BODY}\n".encode(),
    "latex": (LATEX % BODY).encode(),
    "docx": docx("".join(p(t(escape(paragraph, quote=False))) for paragraph in PARAGRAPHS)),
    "html": f"<html><body>{''.join(f'<p>{escape(one)}</p>' for one in PARAGRAPHS)}</body></html>".encode(),
}


@pytest.mark.parametrize("form", FORMATS)
def test_all_thirteen_queries_are_found_and_nothing_else(form: str) -> None:
    parsed = document(FORMATS[form], form)
    rules = [rule for rule in rulebook() if rule.kind != "grammar" and rule.is_on]
    found = sorted(lint(parsed, rules), key=lambda one: one.span)
    assert [(one.rule, one.span.of(parsed.text)) for one in found] == QUERIES


def test_a_part_that_does_not_exist_is_refused_with_the_nearest_one() -> None:
    settings = Settings(rules={"missing-part": {"required": ["fundin"]}})
    with pytest.raises(UserError) as caught:
        selection(settings, rulebook(), "draft.txt")
    assert str(caught.value) == "`rules.missing-part.required` cannot have `fundin`."
    assert caught.value.hint == "Did you mean `funding`?"


def test_a_rule_that_is_off_runs_where_it_is_named_or_given_a_severity() -> None:
    def names(settings: Settings) -> set[str]:
        return {rule.name for rule in selection(settings, rulebook(), "draft.txt")}

    off = "unused-abbreviation"
    assert off not in names(Settings()) | names(Settings(select=("abbreviations",)))
    assert off not in names(Settings(rules={"abbreviations": {"severity": "warning"}}))
    assert off in names(Settings(extend_select=(off,))) & names(Settings(select=("ABB004",)))
    assert off in names(Settings(rules={off: {"severity": "warning"}}))


BYLINES = {
    "markdown": "---\ntitle: Ferry times\nauthor: [Anna Lind, Bo Ek, Pat Quist]\n---\n\n"
    "They were late.\n\n# Author contributions\n\n{}\n",
    "latex": "\\documentclass{{article}}\n\\title{{Ferry times}}\n\\author{{Anna Lind \\and Bo Ek \\and Pat Quist}}\n"
    "\\begin{{document}}\n\\maketitle\nThey were late.\n\\section*{{Author contributions}}\n{}\n\\end{{document}}\n",
    "plain": "Ferry times\n\nAnna Lind, Bo Ek and Pat Quist\n\nThey were late.\n\nAuthor contributions\n\n{}\n",
}


@pytest.mark.parametrize("form", BYLINES)
def test_contributions_are_compared_with_the_byline_of_every_format(form: str) -> None:
    statement = "AL and BE planned the study, BE asked the pilots, and XY and AL wrote the paper."
    parsed = document(BYLINES[form].format(statement).encode(), form)
    rules = [rulebook().rule(name) for name in ("contributor-not-in-byline", "author-without-contribution")]
    found = [(one.rule, one.span.of(parsed.text)) for one in lint(parsed, rules)]
    assert found == [("author-without-contribution", "Pat Quist"), ("contributor-not-in-byline", "XY")]
