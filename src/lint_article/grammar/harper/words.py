"""Closed lists of English words that the agreement check goes by."""

from __future__ import annotations

# One letter a word: o of, 1 a pronoun of one, W that/which, H who, V singular verb, v plural verb, "." a clause's end.
WORDS = {
    **dict.fromkeys(("is", "was", "has", "does"), "V"),
    **dict.fromkeys(("are", "were", "have"), "v"),
    **dict.fromkeys(("each", "either", "neither", "one"), "1"),
    **dict.fromkeys((".", "?", "!", ";", ":", "“", "”"), "."),
    "of": "o",
    "which": "W",
    "who": "H",
    "and": "&",
    "or": "&",
    "nor": "&",
}
# D before plurals, d before singulars, e either of a/an, t before both.
DETERMINERS = {
    **dict.fromkeys(("these", "those", "many", "several", "few", "both", "various", "numerous"), "D"),
    **dict.fromkeys(("this", "every", "another"), "d"),
    **dict.fromkeys(("a", "an"), "e"),
    **dict.fromkeys(("the", "its", "their", "our", "his", "her", "my", "your"), "t"),
}
CLAUSE_OPENERS = frozenset("that because although though while whereas since if when where how why whether".split())
PREPOSITIONS = frozenset(
    """in on at by for from with within without to into onto between among amongst through throughout over under during
    against across towards toward upon about around after before behind beyond near via per outside inside""".split()
)
PLURALS = frozenset(
    """people children men women criteria phenomena hypotheses analyses theses crises bases mice teeth feet bacteria
    fungi nuclei alumni stimuli vertebrae larvae matrices indices vertices appendices curricula strata""".split()
)
# Nouns in -s that are singular, both, or a quantity; and singular forms that take a plural verb.
NOT_PLURAL = frozenset(
    """species series means news lens bias gas atlas canvas chaos ethos pathos cosmos diabetes rabies measles kudos
    headquarters barracks works crossroads physics ethics economics statistics politics mathematics dynamics mechanics
    genetics years months weeks days hours minutes seconds decades centuries metres meters kilometres kilometers miles
    dollars euros pounds percent times units degrees data media police staff majority minority number variety range
    series group pair couple set lot host plethora handful array team committee percentage proportion rest half
    remainder fraction part kind type sort cattle jury public youth faculty""".split()
)
# Plural nouns that the tagger likes to take for verbs.
NOT_VERBS = frozenset("results uses means needs aims plans studies sees reports changes".split())
BASE_VERBS = frozenset(
    """show suggest indicate reveal demonstrate argue provide require need seem appear describe explain include contain
    play belong depend consist refer talk speak claim believe consider assume propose discuss examine explore
    investigate highlight emphasize emphasise illustrate confirm support affect influence represent remain become
    give take make help allow enable follow lead occur exist differ vary increase decrease involve reflect
    contribute tend aim deal focus try want know say think see use""".split()
)


def base_form(verb: str) -> str:
    """Return the plural present of a third-person singular."""
    irregular = {"is": "are", "was": "were", "has": "have", "does": "do"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb[:-1]


def third_person(verb: str) -> str:
    """Return the third-person singular of a plural present."""
    irregular = {"are": "is", "were": "was", "have": "has"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
