"""Messages that are put together from pieces are sentences in every branch."""

from __future__ import annotations

import pytest

from lint_article.engine.run import lint_and_suppress
from lint_article.rulebook import rulebook
from making import document

LIST = """

References

Alderson, P. (2009). Tides and trade. Maritime Studies, 4(1), 11–29.
Brandt, K., Olsen, M., et al. (2012). Harbour dues. Port Review, 18, 201–220.
Castellanos, R., Kim, Y., & Moe, A. (2015). Pilots, tugs and wages. Journal of Ports, 7(2), 33–48.
Eriksen, Lars. (2014). Grain elevators of the Baltic. Granary Press.
"""
NUMBERED = """

References

1. Bell P. Tides. Ports. 2009;4:11–29.
2. Cole K. Dues. Ports. 2012;18:2–9.
4. Dunn R. Mud. Ports. 2015;7:3–8.
5. Ek R. Sand. Ports. 2015;7:9–12.
"""
NAMES = "Zorn Bell Cole Dunn Ek Farr Gill Hart Imre Jansen Kerr Lind".split()
SORTED = "References\n\n" + "\n".join(f"{name}, P. (2009). Tides of the port of {name}. Quay Press." for name in NAMES)

BRANCHES = {
    "broken-ligature": {
        "The \ufffdrst in\ufffduence on a pro\ufffdle: re\ufffdex, a \ufffdat.": (
            "`\ufffdat` should probably be `flat` (or `fat` or `fiat`): it has U+FFFD (replacement character) in place"
            " of `fl`."
        ),
        "It is signiWcant that the speciWc proWle is modiWed, a Wnding.": (
            "`Wnding` should be `finding`: it has `W` in place of `fi`, as elsewhere in this text."
        ),
        "We deÞne a speciÞc beneÞt.": (
            "`beneÞt` should be `benefit`: it has U+00DE (Latin capital letter thorn) in place of `fi`, as elsewhere in"
            " this text."
        ),
        "It was a signi cant part of the  rst.": "` rst` should be `first`: it has a space in place of `fi`.",
        "There was no signicant dierence; the eects were dicult to see.": (
            "`dicult` should be `difficult`: `ffi` is missing."
        ),
    },
    "control-character": {
        "Of 5\x07 ports.": "U+0007 is a control character without meaning in a manuscript.",
        "Of 5\x07\x02\x07 ports.": "U+0007 and U+0002 are control characters without meaning in a manuscript.",
    },
    "invisible-character": {
        "An infor\xadmation.": "`information` contains 1 invisible character.",
        "An infor\xad\u200bma\u200btion.": "`information` contains 3 invisible characters.",
    },
    "mixed-script-word": {
        "A w\u043erd.": "`w\u043erd` contains a look-alike letter (Cyrillic small letter o); it should be `word`.",
    },
    "unmapped-glyph": {
        "An \ue000\ue001 sign.": "`U+E000 U+E001` is unreadable: its font does not map it to text.",
    },
    "citation-coauthor-mismatch": {
        f"Trade grew (Alderson 2009; Brandt 2012).{LIST}": (
            "`Brandt 2012` is cited, but the reference has more than 2 authors: `Brandt et al. 2012`."
        ),
        f"Trade grew (Alderson 2009; Castellanos 2015).{LIST}": (
            "`Castellanos 2015` is cited, but the reference has 3 authors: `Castellanos et al. 2015`."
        ),
        f"Trade grew (Alderson 2009; Eriksen et al. 2014).{LIST}": (
            "`Eriksen et al. 2014` is cited, but the reference has 1 author: `Eriksen 2014`."
        ),
        f"Trade grew (Alderson 2009; Brandt & Olson 2012).{LIST}": (
            "`Brandt & Olson 2012` is cited, but the reference has `Olsen` for `Olson`: `Brandt et al. 2012`."
        ),
        f"Trade grew (Alderson 2009; Brandt & Lind 2012).{LIST}": (
            "`Brandt & Lind 2012` is cited, but `Lind` is not among the authors of the reference: `Brandt et al. 2012`."
        ),
    },
    "citation-name-mismatch": {
        f"Trade grew (Alderson 2009; Brandt et al. 2012). As Lars (2014) found, it fell.{LIST}": (
            "`Lars` is a given name in the reference list: `Eriksen 2014`."
        ),
    },
    "citation-number-out-of-range": {
        f"It rose [1], fell [2], stayed [4] and rose [5] again [3].{NUMBERED}": (
            "Reference 3 is cited, but the list skips this number."
        ),
    },
    "malformed-citation-year": {
        "It rose (Okafor et al. 201).": "The year of `Okafor et al. 201` is not valid.",
    },
    "reference-order": {
        SORTED: "`Zorn 2009` is out of alphabetical order: it precedes `Bell 2009`.",
    },
}
CASES = [
    pytest.param(rule, text, message, id=f"{rule}-{number}")
    for rule, branches in BRANCHES.items()
    for number, (text, message) in enumerate(branches.items())
]


@pytest.mark.parametrize(("rule", "text", "message"), CASES)
def test_the_last_message_is_a_sentence(rule: str, text: str, message: str) -> None:
    found, _ = lint_and_suppress(document(text), [rulebook().rule(rule)])
    assert [diagnostic.message for diagnostic in found[-1:]] == [message]
