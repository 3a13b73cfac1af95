"""The sentence that an editor would write to the author about a finding."""

from __future__ import annotations

from itertools import cycle

from lint_article.engine.diagnostic import Diagnostic
from lint_article.reporters.headline import whereabouts
from lint_article.reporters.terminal import visible
from lint_article.rulebook import rule_of

_REQUESTS = {
    "safe": "Please confirm the change.",
    "unsafe": "Please check the suggested change.",
    "shown": "Please correct this if you agree.",
}


def query(found: Diagnostic) -> str:
    """Return a query to the author: where it is, what is wrong, and what is asked of them."""
    where = whereabouts(found.place) or f"line {found.place.line}: "
    return f"{where[0].upper()}{where[1:]}{quote_words(found.message)} {_request(found)}"


def quote_words(message: str) -> str:
    """Return a message with quotation marks in place of its backticks."""
    marks = cycle("“”")
    return "".join(next(marks) if char == "`" else char for char in visible(message))


def _request(found: Diagnostic) -> str:
    return rule_of(found.code).query or _REQUESTS[found.fix.meant if found.fix else "shown"]
