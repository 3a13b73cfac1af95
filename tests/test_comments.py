"""Comments of each format that silence rules, and what looks like such a comment and is printed."""

from __future__ import annotations

import pytest

from lint_article.engine.run import lint_and_suppress
from lint_article.rulebook import rulebook
from making import document
from packages import docx, p, t

MARKDOWN = """---
title: A test
---

It saw the the sea. <!-- lint-article: ignore repeated-word -- a poem -->

It saw the the lake.

<!-- lint-article: disable repeated-word -->

It saw the the hill.

<!-- lint-article: enable -->

It saw the the wood.

<!-- lint-article: ignore repeated-word -->

It saw the the town.

<!-- lint-article: ignore spaced-hyphen -->

It saw the the gate.
<!-- lint-article: ignore-next-line repeated-word -->
It saw the the wall.
It saw the the door.
"""
COMMENTS = """
[//]: # (lint-article: ignore repeated-word -- a poem)

It saw the the sea.

It saw the the lake.

{/* lint-article: ignore repeated-word */}

It saw the the hill. {/* a comment of somebody's the the */}

It saw the the wood. {/*lint-article: ignore repeated-word*/}

{/* lint-article: ignore repeated-word */}
It saw the the town.

% lint-article: ignore repeated-word
It saw the the gate.

```
[//]: # (lint-article: ignore repeated-word)
```

It saw the the door.

[comment]: <> (lint-article: ignore-next-line repeated-word)
It saw the the wall.
It saw the the rock.

1. An item.

   [//]: # "lint-article: ignore repeated-word"

   It saw the the gulf.

It is
[//]: # (lint-article: ignore repeated-word)
all the the same.

[//]: # (lint-article: ignore spaced-hyphen)
"""
LATEX = r"""\documentclass{article}
\begin{document}
It saw the the sea. % lint-article: ignore repeated-word

It saw the the lake.

% lint-article: ignore repeated-word
It saw the the hill.

% lint-article: ignore spaced-hyphen
It saw the sea.
\end{document}
"""


def test_comments_of_word() -> None:
    """A comment on words, on a whole paragraph, resolved, as Word writes it: each silences its own paragraph."""
    said = {
        1: "lint-article: ignore repeated-word -- a poem",
        2: "Lint-article : ignore repeated-word – a poem",
        3: "lint-article: ignore repeated-word",
        4: "Is the rule “lint-article: ignore repeated-word” right?",
    }
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="Ed"><w:p w14:paraId="P{n}">{t(text)}</w:p></w:comment>'
        for n, text in said.items()
    )
    whole = (
        '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    )
    body = "".join(
        (
            p(t("It saw the the ") + whole.format(1, t("sea.")) + t(" It saw the the gulf.")),
            p(t("It saw the the lake.")),
            p(whole.format(2, t("It saw the the hill."))),
            p(t("It saw the the wood.")),
            p(whole.format(3, t("It saw the the town."))),
            p(whole.format(4, t("It saw the the gate."))),
        )
    )
    closed = '<w15:commentEx w15:paraId="P3" w15:done="1"/>'
    parsed = document(docx(body, comments=comments, commentsExtended=closed), "docx", "draft.docx")
    rules = [rulebook().rule(name) for name in ("repeated-word", "open-comment", "unused-suppression")]
    found, _ = lint_and_suppress(parsed, rules)
    assert [f"{one.place.paragraph} {one.rule}" for one in found] == [
        "2 repeated-word",
        "4 repeated-word",
        "6 open-comment",
        "6 repeated-word",
    ]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        (
            "markdown",
            MARKDOWN,
            [
                "7:8 repeated-word",
                "15:8 repeated-word",
                "21:1 unused-suppression",
                "23:8 repeated-word",
                "26:8 repeated-word",
            ],
        ),
        (
            "markdown",
            COMMENTS,
            [
                "6:8 repeated-word",
                "24:8 repeated-word",
                "28:8 repeated-word",
                "37:10 unused-suppression",
                "38:5 repeated-word",
                "40:1 unused-suppression",
            ],
        ),
        ("latex", LATEX, ["5:8 repeated-word", "10:1 unused-suppression"]),
    ],
)
def test_comments_of_real_formats(form: str, text: str, expected: list[str]) -> None:
    rules = [rulebook().rule(name) for name in ("repeated-word", "spaced-hyphen", "unused-suppression")]
    found, _ = lint_and_suppress(document(text, form), rules)
    assert [f"{one.place.line}:{one.place.column} {one.rule}" for one in found] == expected
