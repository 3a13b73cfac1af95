"""A process of ours that checks items: instructions come with the first one, and when others hold from then on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count

from lint_article import compiled, own_modules
from lint_article.workers.child import Answers, serve
from lint_article.workers.lines import know_lines
from lint_article.workers.messages import pack, unpack


def _load_answers() -> Answers:
    own_modules.use()
    from lint_article.backlist.checking import check_item  # late: the input is listened to before
    from lint_article.backlist.item import Instructions
    from lint_article.grammar.embedded import use_one_processor

    use_one_processor()
    known: list[Instructions] = []
    numbers = count(1)

    def answers(message: bytes) -> Iterator[bytes]:
        item, instructions = unpack(message)
        known[:] = instructions or known
        yield pack(check_item(item, known[0]))
        if next(numbers).bit_count() == 1:  # after 1, 2, 4, 8 items: hardly anything is new after many
            compiled.keep()

    return answers


if __name__ == "__main__":
    know_lines(sys.argv[1:])
    serve(_load_answers)
