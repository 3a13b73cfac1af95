"""The process that holds LingoTweaker.

In: `{"dialect": "GB" | "US" | …, "texts": [...]}` as JSON. Out: for each text the rows of its matches, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from lint_article.workers.child import Answers, serve

_DIALECTS = {"US": "en-US", "GB": "en-GB", "AU": "en-AU", "CA": "en-CA", "IN": "en-GB"}
_MARKED = re.compile(r"</?suggestion>")


def _load_answers() -> Answers:
    import lingotweaker_data_en  # late: the input is listened to before
    import lt_py

    @cache
    def engine(dialect: str) -> Any:
        return lt_py.Engine(_DIALECTS[dialect], data_dir=lingotweaker_data_en.data_dir())

    def answers(message: bytes) -> Iterator[bytes]:
        request = json.loads(message)
        for text in request["texts"]:
            data = text.encode()
            found = engine(request["dialect"]).check(text)
            yield json.dumps([_row(data, match) for match in found]).encode()

    return answers


def _row(data: bytes, match: dict[str, Any]) -> list[Any]:
    """Return `[start, end, id, category, message, replacements]`; the engine counts bytes, a row code points."""
    start = len(data[: match["offset"]].decode())
    end = start + len(data[match["offset"] : match["offset"] + match["length"]].decode())
    message = _MARKED.sub("`", match["message"])
    return [start, end, match["rule_id"], match["category_id"], message, match["suggestions"][:5]]


if __name__ == "__main__":
    serve(_load_answers, limit=float(sys.argv[1]))
