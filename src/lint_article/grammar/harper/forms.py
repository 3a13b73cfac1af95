"""Forms of English words: the plural of a noun and of a verb, the participle of a verb."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do"}


def plural_verb(verb: str) -> str:
    """Return the plural of a third-person singular."""
    if verb in _VERBS:
        return _VERBS[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb[:-1]


def singular_verb(verb: str) -> str:
    """Return the third-person singular of a plural present."""
    for singular, plural in _VERBS.items():
        if verb == plural:
            return singular
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def plural_noun(noun: str) -> str:
    """Return the plural of a noun."""
    irregular = _irregular("plurals")
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


# Plurals of nouns in -is, beside those that end like `hypotheses`, `analyses` and `diagnoses`.
_IN_ES = frozenset(
    "axes bases crises emphases metamorphoses neuroses oases parentheses psychoses synopses testes".split()
)


def singular_noun(noun: str) -> str:
    """Return the singular of a noun in the plural."""
    for singular, plural in _irregular("plurals").items():
        if noun == plural:
            return singular
    if noun in _IN_ES or noun.endswith(("theses", "lyses", "noses")):
        return noun[:-2] + "is"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes", "zzes")) else noun.removesuffix("s")


_DOUBLING = re.compile(r"(?:ccur|[^r]efer|nsfer|mit|lan|[fp]it|lap|top|trol|mpel|rop|rip|bet)$")


def participle(verb: str) -> str:
    """Return the past participle of a base form."""
    irregular = _irregular("participles")
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + verb[-1] * bool(_DOUBLING.search(verb)) + "ed"


def base_form(verb: str) -> str:
    """Return the base form of a third-person singular or a participle in -ed, as far as spelling tells."""
    irregular = _irregular("bases")
    return irregular.get(verb) or (plural_verb(verb) if verb.endswith("s") else verb)


@cache
def _irregular(kind: str) -> Mapping[str, str]:
    tables: dict[str, dict[str, str]] = tomllib.loads(files(__package__).joinpath("forms.toml").read_text("utf-8"))
    return tables[kind]
