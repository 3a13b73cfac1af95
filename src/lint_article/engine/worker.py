"""A process of the pool: a job comes in, its report goes out, both pickled.

A job comes with the number of its settings and rules, and with these themselves if they are new.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from lint_article import compiled, own_modules
from lint_article.workers.child import Answers, serve
from lint_article.workers.lines import know_lines
from lint_article.workers.messages import pack, unpack


def _load_answers() -> Answers:
    own_modules.use()
    from lint_article.engine.grammar import Grammar  # late: the input is listened to before
    from lint_article.engine.report_cache import check_or_recall
    from lint_article.grammar.embedded import use_one_processor

    use_one_processor()
    grammar = Grammar()
    known: dict[int, Any] = {}
    numbers = count(1)

    def answers(message: bytes) -> Iterator[bytes]:
        number, shared, job = unpack(message)
        settings, rules = known[number] = shared or known[number]
        yield pack(check_or_recall(replace(job, settings=settings, rules=rules), grammar))
        if next(numbers).bit_count() == 1:  # after 1, 2, 4, 8 files: hardly anything is new after many
            compiled.keep()

    return answers


if __name__ == "__main__":
    know_lines(sys.argv[1:])
    serve(_load_answers)
