"""Whether a text is English, and which English it is."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    """the of and to in is that for with as was on are by this be from or at which an it were not have has but their
    these can we between also than other such its been may more into during our they there when both using""".split()
)
_BRITISH = re.compile(
    r"\b\w*(?:[a-z]{2}(?:ys(?:e[ds]?|ing)|is(?:ation|ations)|iour|iours)|avour|olour|umour|abour|arbour|onour|eighbour\w*"
    r"|centre|metre|litre|fibre|theatre|defence|programme|modelling|travelled|labelled|fulfil|catalogue|grey|aeroplane"
    r"|haem\w+|oestr\w+|paed\w+|tumour|sulph\w+)s?\b"
)
_AMERICAN = re.compile(
    r"\b\w*(?:[a-z]{2}(?:yz(?:e[ds]?|ing)|avior|aviors)|avor|color|umor|(?<!e)labor|harbor|honor|neighbor\w*"
    r"|center|meter|liter|fiber|theater|defense|program|modeling|traveled|labeled|fulfill|catalog|gray|airplane"
    r"|hemo\w+|estrog\w+|pediat\w+|tumor|sulf\w+)s?\b"
)


def is_english(text: str) -> bool:
    """Tell whether a text is likely English: one word in eight is one of its commonest, or there are few words."""
    words = [word.lower() for word in _WORD.findall(text)]
    common = sum(word in _COMMON for word in words)
    return len(words) < 12 or common * 8 >= len(words)


def variant(text: str) -> str:
    """Return "US" if a text spells more words the American way than the British, else "GB"."""
    low = text.lower()
    return "US" if len(_AMERICAN.findall(low)) > len(_BRITISH.findall(low)) else "GB"
