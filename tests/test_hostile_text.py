"""Texts of nothing but damage take no longer than others: damage, furniture and the text rules are linear."""

from __future__ import annotations

import time

import pytest

from lint_article.document import Document, Source
from lint_article.kinds import runner
from lint_article.parsing.damage.find import find_damage, mask_damage
from lint_article.parsing.structure.furniture import find_furniture
from lint_article.rulebook import rulebook
from lint_article.text import TextMap

SIZE = 20_000
LIMIT = 2.0  # seconds of CPU; what is quadratic takes minutes
HOSTILE = {
    "letters": "f",
    "brackets": "(",
    "lone-signs": "\ufffd",
    "letters-and-signs": "f\ufffd",
    "controls": "con\x1cdence ",
    "lost": "signi cant ",
    "doubled": "ffi",
    "questions": "a?b",
    "sharp-s": "aßb ",
    "hyphens": "a- ",
    "line-ends": "a-\n",
    "blank": " ",
    "blank-lines": "\n",
    "pages": "1\n\n",
    "feeds": "a\f",
    "quotation-marks": "“",
    "commas": "a , ",
    "accents": "e´",
    "soft-hyphens": "a\u00ad",
    "scripts": "аa",
    "mojibake": "Ã©",
    "repeated": "the ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_linear(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    begin = time.process_time()
    damage, furniture = find_damage(text, "en"), find_furniture(text)
    prose = mask_damage(text, damage)
    source = Source("hostile", "plain", b"")
    document = Document(source, text, prose, TextMap(()), (), damage=damage, furniture=furniture, language="en")
    for rule in rulebook():
        if rule.family == "text":
            list(runner(rule.kind, rule.name)(document, rule.options))
    assert time.process_time() - begin < LIMIT
