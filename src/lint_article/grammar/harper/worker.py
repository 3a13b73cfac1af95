"""The process that holds Harper.

In: `{"dialect": "GB" | "US" | …, "texts": [...]}` as JSON. Out: for each text the rows of its matches, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache

from lint_article.workers.child import Answers, serve


def _load_answers() -> Answers:
    from lint_article.grammar.harper.linting import check_rows, new_linter  # late: the input is listened to before

    linter = cache(new_linter)

    def answers(message: bytes) -> Iterator[bytes]:
        request = json.loads(message)
        for text in request["texts"]:
            yield json.dumps(check_rows(linter(request["dialect"]), text)).encode()

    return answers


if __name__ == "__main__":
    serve(_load_answers, limit=float(sys.argv[1]))
