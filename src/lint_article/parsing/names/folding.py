"""Names brought to forms in which two spellings of one name compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lint_article.vocabulary import words

# Letters that NFKD leaves whole, and how names in ASCII print them.
_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ə": "e",
        "ӧ": "o",
    }
)
# Accents that extraction put beside their letters: `M¨uller`.
_SPACING = dict.fromkeys(map(ord, "¨´¸¯˘˙˚˛˜˝ˆˇ"))
# BGN/PCGN romanisation of Cyrillic, with Ukrainian and Serbian letters.
_CYRILLIC = str.maketrans(
    {
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "ґ": "g",
        "д": "d",
        "ђ": "d",
        "е": "e",
        "ё": "e",
        "є": "ie",
        "ж": "zh",
        "з": "z",
        "и": "i",
        "і": "i",
        "ї": "i",
        "й": "i",
        "ј": "i",
        "к": "k",
        "л": "l",
        "љ": "l",
        "м": "m",
        "н": "n",
        "њ": "n",
        "о": "o",
        "п": "p",
        "р": "r",
        "с": "s",
        "т": "t",
        "ћ": "c",
        "у": "u",
        "ў": "u",
        "ф": "f",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "џ": "dz",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ы": "y",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
    }
)
# Spellings that romanisation systems (ALA-LC, BGN/PCGN, ISO 9, passports) and ASCII habits give one sound.
_SOUNDS = (
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("x", "ks"),
    ("w", "v"),
    ("ph", "f"),
    ("th", "t"),
    ("yu", "u"),
    ("iu", "u"),
    ("ju", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ja", "a"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("j", "i"),
    ("y", "i"),
    ("ii", "i"),
    ("ei", "e"),
)


# Apostrophes, among them those for ʿayn, hamza and soft signs, stops, and what is not seen.
_SILENT = frozenset("'’‘`´ʻʼʽʾʿˈʹʺ.\u00ad\u200b\u200c\u200d\u200e\u200f")
# Endings of names from Cyrillic and Georgian letters, and spellings of their sounds.
_SLAVIC = (
    *("ov", "ova", "ev", "eva", "off", "eff", "ow", "in", "ina", "ine", "kin", "enko", "chuk", "yuk", "iuk", "juk"),
    *("skii", "skij", "skiy", "sky", "ski", "skaya", "skaia", "ich", "itch", "vic", "shvili", "adze", "idze"),
)
_ROMANISED = (("tsch", "ch"), ("tch", "ch"), ("off", "ov"), ("eff", "ev"), ("ou", "u"), ("dj", "j"))
_UNSPACED = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,8}")
_ENDING = "yij"  # -sky, -skii, -skij: one ending


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return the name in lower-case words of plain letters: no marks, no apostrophes, hyphens as spaces.

    U+FFFD, the sign of lost letters, is kept.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name.translate(_SPACING).casefold().translate(_PLAIN)).translate(_PLAIN)
    return " ".join(decomposed.translate(_FOLDED).split())


class _Folding(dict[int, str]):
    """What is left of a character of a decomposed name, made when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        is_kept = char.isalnum() or char == "\ufffd"
        self[code] = "" if unicodedata.combining(char) or char in _SILENT else char if is_kept else " "
        return self[code]


_FOLDED = _Folding()


def without_particles(folded: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a folded name without its particles; all of them if it has no others."""
    return tuple(word for word in folded if word not in words("particle")) or folded


@lru_cache(maxsize=20_000)
def skeleton(name: str) -> str:
    """Return the sounds of a name: equal for Tsygankov and Цыганков, Müller and Mueller, Pavlovski and Pavlovskiy."""
    sounds = "".join(fold(name).translate(_CYRILLIC).split())
    for spelling, sound in _SOUNDS:
        if spelling in sounds:
            sounds = sounds.replace(spelling, sound)
    return "".join(a for a, b in zip(sounds, sounds[1:] + " ", strict=False) if a != b)


def is_same_transliterated(a: str, b: str) -> bool:
    """Tell whether two names are one in other letters: another script, another romanisation, umlauts spelt out.

    Two Latin spellings are compared more strictly than by their sounds: a lost letter is a misspelling.
    """
    if skeleton(a) != skeleton(b):
        return not romanisations(a).isdisjoint(romanisations(b))
    one, other = fold(a), fold(b)
    if _is_latin(one) != _is_latin(other):
        return True
    if not (a.isascii() and b.isascii()) and _umlauts(one) == _umlauts(other):
        return True
    both_end = one[-1:] in _ENDING and other[-1:] in _ENDING
    return one == other or (both_end and one.rstrip(_ENDING) == other.rstrip(_ENDING))


@lru_cache(maxsize=20_000)
def romanisations(name: str) -> frozenset[str]:
    """Return the sounds of a Slavic or Caucasian name in Latin letters, read as English, German and French spell them.

    Empty for any other name. Equal for Yefimov and Efimov, Tchaikin and Chaikin, Juravlev and Zhuravlev.
    """
    plain = fold(name)
    if not (plain.isascii() and plain.isalpha() and plain.endswith(_SLAVIC)):
        return frozenset()
    for spelling, sound in _ROMANISED:
        plain = plain.replace(spelling, sound)
    plain = plain[1:] if plain.startswith(("ye", "je", "yo", "jo")) else plain
    return frozenset((skeleton(plain), skeleton(plain.replace("j", "zh"))))


def is_unspaced(name: str) -> bool:
    """Tell whether a name is in a script that puts no space between family and given names: 佐藤健, 김철수."""
    return bool(_UNSPACED.fullmatch(name))


def _is_latin(folded: str) -> bool:
    return folded[:1].isascii()


def _umlauts(folded: str) -> str:
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")
