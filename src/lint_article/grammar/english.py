"""Whether a text is English, and which English it is."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    """the of and to in is that for with as was on are by this be from or at which an it were not have has but their
    these can we between also than other such its been may more into during our they there when both using""".split()
)
_BRITISH = (
    *(
        "yse",
        "ysed",
        "yses",
        "ysing",
        "isation",
        "isations",
        "aviour",
        "aviours",
        "avour",
        "avours",
        "avourable",
        "colour",
    ),
    *("colours", "coloured", "humour", "labour", "harbour", "honour", "honours", "neighbour", "neighbours", "tumour"),
    *("tumours", "centre", "centres", "metres", "litres", "fibre", "fibres", "theatre", "defence", "programme", "grey"),
    *("programmes", "modelling", "modelled", "labelled", "labelling", "travelled", "fulfil", "catalogue", "sulphate"),
    *(
        "haemoglobin",
        "oestrogen",
        "paediatric",
        "anaemia",
        "oedema",
        "organise",
        "organised",
        "recognise",
        "recognised",
    ),
)
_AMERICAN = (
    *("yze", "yzed", "yzes", "yzing", "avior", "aviors", "favor", "favors", "favorable", "color", "colors", "colored"),
    *("humor", "labor", "harbor", "honor", "honors", "neighbor", "neighbors", "tumor", "tumors", "center", "centers"),
    *("kilometers", "liters", "fiber", "fibers", "theater", "defense", "modeling", "modeled", "labeled", "labeling"),
    *("traveled", "fulfill", "catalog", "gray", "sulfate", "hemoglobin", "estrogen", "pediatric", "anemia", "edema"),
)


def is_english(text: str) -> bool:
    """Tell whether a text is likely English: one word in eight is one of its commonest, or there are few words.

    Of a long text the first SAMPLE code points are looked at.
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    common = sum(map(_COMMON.__contains__, words))
    return len(words) < 12 or common * 8 >= len(words)


def variant(text: str) -> str:
    """Return "US" if a text spells more words the American way than the British, else "GB"."""
    counted = Counter(_WORD.findall(text.lower())).items()
    american = sum(count for word, count in counted if word.endswith(_AMERICAN))
    return "US" if american > sum(count for word, count in counted if word.endswith(_BRITISH)) else "GB"
