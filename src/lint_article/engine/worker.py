"""A process of the pool: a job comes in, its report goes out, both pickled."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from lint_article import compiled
from lint_article.workers.child import Answers, serve


def _load_answers() -> Answers:
    compiled.use()
    from lint_article.engine.grammar import Grammar  # late: the input is listened to before
    from lint_article.engine.report_cache import check_or_recall

    grammar = Grammar()

    def answers(message: bytes) -> Iterator[bytes]:
        yield pickle.dumps(check_or_recall(pickle.loads(message), grammar))  # noqa: S301 - our own parent has written it
        compiled.keep()

    return answers


if __name__ == "__main__":
    serve(_load_answers)
