"""The process that holds Harper.

Its arguments are the limit and, if it is the original of copies, the line on which they are asked for.
In: `{"dialect": "GB" | "US" | …, "texts": [...], "parts": N}` as JSON; up to N processes answer at once.
Out: for each text the rows of its matches, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from lint_article import compiled, own_modules
from lint_article.workers.child import Answers, serve
from lint_article.workers.copies import serve_copies
from lint_article.workers.forks import answer_in_parts

_ANY = "This is a sentence."  # some of the engine is loaded for the first, which copies then share
_LIMIT = float(sys.argv[1]) if __name__ == "__main__" else 0.0


def _load_answers() -> Answers:
    own_modules.use()
    from lint_article.grammar.harper.linting import check_rows, new_linter  # late: the input is listened to before

    linter = lru_cache(1)(new_linter)  # it is made in 0.01 s, and what it remembers of texts takes 30 MB
    numbers = count(1)

    def answers(message: bytes) -> Iterator[bytes]:
        request = json.loads(message)
        loaded = linter(request["dialect"])
        yield from answer_in_parts(
            request["texts"], lambda text: json.dumps(check_rows(loaded, text)).encode(), request["parts"], _LIMIT
        )
        if next(numbers) == 1:  # the patterns are all met in the first
            compiled.keep()

    check_rows(linter("US"), _ANY)
    return answers


if __name__ == "__main__":
    if line := sys.argv[2:]:
        serve_copies(_load_answers, int(line[0]), _LIMIT)
    serve(_load_answers, limit=_LIMIT)
