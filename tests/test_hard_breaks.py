"""Reference lists whose lines end in hard breaks, soft breaks or both: one reference a line, as in plain text."""

from __future__ import annotations

from itertools import product

import pytest

from lint_article.document import Block
from lint_article.engine.lint import lint
from lint_article.parsing.references.entry_lines import of_blocks
from lint_article.rulebook import rulebook
from lint_article.text import Span
from making import document

BODY = "Mud (Abernethy, 2011; Brandvold, 2014; Imrie, 2015; Walcott, 2017)."
ENTRIES = (
    "Abernethy, R. (2011). Mud in motion. Gull Press.",
    "Brandvold, L. (2014). Flushing flows. Gull Press.",
    "Imrie, K. (2015). Channels. Gull Press.",
)
PAGES = {
    "markdown": ("%s\n\n# References\n\n%s\n", ("  \n", "\\\n", "\n", "<br>\n")),
    "html": ("<p>%s</p><h2>References</h2><p>%s</p>", ("<br>", "<br/>\n")),
    "latex": ("%s\n\\section*{References}\n%s\n", ("\\\\\n", "\\newline\n")),
}
CASES = [(form, ends) for form, (_, breaks) in PAGES.items() for ends in product(breaks, repeat=2)]


@pytest.mark.parametrize(("form", "ends"), CASES)
def test_each_line_is_a_reference(form: str, ends: tuple[str, str]) -> None:
    first, second, third = ENTRIES
    parsed = document(PAGES[form][0] % (BODY, first + ends[0] + second + ends[1] + third), form)
    assert [reference.span.of(parsed.text) for reference in parsed.references] == list(ENTRIES)
    found = [(one.rule, one.span.of(parsed.text)) for one in lint(parsed, list(rulebook()))]
    assert found == [("citation-without-reference", "Walcott, 2017")]


def test_a_block_that_begins_with_the_first_entry_and_holds_the_others_is_no_entry() -> None:
    text = "\n\n".join(ENTRIES)
    entries = [Span(text.index(entry), text.index(entry) + len(entry)) for entry in ENTRIES]
    blocks = [Block("paragraph", span) for span in (Span(0, len(text)), *entries)]
    assert of_blocks(text, blocks, ()) == entries
