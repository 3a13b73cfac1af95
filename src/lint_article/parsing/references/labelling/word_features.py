"""The features of a word by itself. They count in several roles: for it, for the words around it, for its stretch."""

from __future__ import annotations

from lint_article.parsing.references.labelling.words import shape_of

# For itself; as the word one and two before another, one and two after it; as the first and the last word of a phrase,
# as a capitalised one in it; as the first word of a sentence. The roles of most features come first: sums are small.
ROLES = ("", "-1", "+1", "-2", "+2", "Cw", "Cl", "Cb", "Sw")
HERE, BEFORE, AFTER, TWO_BEFORE, TWO_AFTER = range(5)
FIRST_OF_PHRASE, LAST_OF_PHRASE, CAPITAL_IN_PHRASE, FIRST_OF_SENTENCE = range(5, len(ROLES))
_BESIDE, _HERE = ("-1", "", "+1"), ("",)
# In which roles a feature of a kind counts: the word's shape, itself, its beginnings and ends, its length.
_ROLES_OF = {
    "sh": ("-2", *_BESIDE, "+2"),
    "w": ROLES,
    **dict.fromkeys(("p3", "s3"), _BESIDE),
    **dict.fromkeys(("p4", "s4", "s2", "len", "script"), _HERE),
    "first": ("Cw", "Cb", "Sw"),  # of numbers and addresses, which are too many to count by themselves
    "last": ("Cl",),
}
_BARE = frozenset({"url", "doi", "resolver", "year", ""})


def describe_word(word: str) -> tuple[list[str], ...]:
    """Return the names of a word's features in each of its `ROLES`; an empty word is what lies beyond the line."""
    names = name_features(word)
    return tuple([f"{role}:{name}" for name in names if role in _ROLES_OF[name.partition("=")[0]]] for role in ROLES)


def role_of(name: str) -> tuple[int, str]:
    """Return the number of the role that a feature counts in (0 if it is no word's), and its name without the role."""
    role, _, feature = name.partition(":")
    is_words = role in ROLES and feature.partition("=")[0] in _ROLES_OF
    return (ROLES.index(role), feature) if is_words else (0, name)


def name_features(word: str) -> list[str]:
    """Return the names of a word's features, whatever their roles."""
    shape = shape_of(word) if word else ""
    lower = word.casefold()
    if shape in _BARE or word.isdigit():
        return [f"sh={shape}", f"first={lower}", f"last={shape if word.isdigit() else lower}"]
    names = [f"sh={shape}", f"w={lower}"]
    if not word[0].isdigit():
        names += (f"p3={lower[:3]}", f"s3={lower[-3:]}", f"p4={lower[:4]}", f"s4={lower[-4:]}", f"s2={lower[-2:]}")
        names.append(f"len={min(len(lower), 12)}")
        if word[0] > "\u024f":
            names.append(f"script={ord(word[0]) >> 8:x}")
    return names
