"""Ligatures that extraction left out without a trace (`dierent`) or put in twice (`fifirst`, `signififi cant`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lint_article.document import Repair
from lint_article.parsing.damage.ligature_signs import LIGATURES
from lint_article.parsing.damage.lost_ligatures import LostLigature, are_proven, repair
from lint_article.parsing.damage.readings import WordRestorer
from lint_article.parsing.language.lexicon import Lexicon
from lint_article.text import Span

# The commonest words without their ligature: enough to tell whether a closer look is worth its time. Plain stretches of
# letters are looked for first, since most texts have none of them.
_STRETCHES = """signican specic identied classied dened sucien conrm dieren dicult ecien eect inuence eficien suficien
    diferen scientic benet signikant spezisch cientíco especíco scientique dicil dénir signifcan
    specifc scientifc difcul efcien sufcien confrm defned fgure frst infuence""".split()
_DROPPED = re.compile(
    r"\b(?:(?:in|un)?(?:signicant|specic|identied|classied|dened|sucien[ct]|conrm)|dierent?|dicult|ecien|eect|inuence|"
    r"eficien|sufic?ien|diferen|scientic|benet|signikant|spezisch|cientíco|especíco|scientique|dicile|dénir|"
    r"signifcan|specifc|scientifc|difcult|efcien|sufcien[ct]|confrm|defned|fgure|frst|infuence)[a-z]*\b"
)
_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{5,20}(?![\w.-])")
_TWICE = r"(?:fi){2,}|(?:fl){2,}|(?:ffi){2,}|(?:ffl){2,}|f{3,}(?:[il]f*[il])?|fffi|fffl|ffifi|fflfl|fifl|flfi"
_BEGUN_TWICE = re.compile("f(?:ifi|lfl|ff|ifl|lfi|fifi|flfl|fiffi|flffl)")  # with what `_TWICE` begins
_DOUBLED = re.compile(rf"[^\W\d_]{{0,25}}?(?P<twice>{_TWICE})(?P<tail>[^\W\d_]{{0,25}})(?:(?=[ ](?P<next>[a-z]+))|)")
_LONGEST_HEAD = 25  # letters before it, as there are in `_DOUBLED`
_HEAD = re.compile(r"[^\W\d_]*\Z")
_KNOWN = 3.0  # weight of a word that a misprint may be mended to
_ODDS = 4.0


def may_drop_ligatures(text: str) -> bool:
    """Tell, without a lexicon, whether the text may have dropped ligatures or have them twice."""
    return _may_double(text) or _may_drop(text)


def judge_dropped(text: str, reader: WordRestorer) -> Iterator[Repair]:
    """Yield repairs of words from which a ligature is missing, if at least two different words show it."""
    losses = list(_find_dropped(text, reader)) if _may_drop(text) else []
    if are_proven(losses):
        yield from map(repair, losses)


def judge_doubled(text: str, reader: WordRestorer) -> Iterator[Repair]:
    """Yield repairs of words with a ligature that is there twice, its second half perhaps cut off by a space."""
    for match in _find_doubled(text):
        if loss := _once(match, reader):
            yield repair(loss)


def _find_doubled(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_DOUBLED` matches; to try it at each letter of a text would take long."""
    end = 0
    while twice := _BEGUN_TWICE.search(text, end):
        head = _HEAD.search(text, max(end, twice.start() - _LONGEST_HEAD), twice.start())
        match = _DOUBLED.match(text, head.start()) if head else None
        if match:
            yield match
        end = match.end() if match else twice.end()


def _may_double(text: str) -> bool:
    return _BEGUN_TWICE.search(text) is not None


def _may_drop(text: str) -> bool:
    return any(stretch in text for stretch in _STRETCHES) and _DROPPED.search(text) is not None


def _find_dropped(text: str, reader: WordRestorer) -> Iterator[LostLigature]:
    judged: dict[tuple[str, int], LostLigature | None] = {}
    every = reader.passages.lexicon()
    for match in _WORD.finditer(text):
        word, span = match[0], Span(*match.span())
        if not word.islower() or every.weight(word):
            continue
        lexicon = reader.passages.lexicon_at(span.start)
        key = word, id(lexicon)
        if key not in judged:
            judged[key] = None if lexicon.weight(word) else _fill_ligature(word, span, lexicon)
        if found := judged[key]:
            yield replace(found, span=span)


def _fill_ligature(word: str, span: Span, lexicon: Lexicon) -> LostLigature | None:
    """Return the commonest word that the letters become with a ligature, or an f of one, and what was put in."""
    choices = {word[:at] + part + word[at:]: part for at in range(len(word)) for part in LIGATURES}
    choices |= {word[:at] + "f" + word[at:]: "f" for at in range(1, len(word)) if word[at] == "f"}
    (weight, best), *others = sorted(((lexicon.weight(choice), choice) for choice in choices), reverse=True)
    known = tuple(other for weight, other in others if weight)
    return LostLigature(span, best, choices[best], "", _ODDS, True, known) if weight >= _KNOWN else None


def _once(match: re.Match[str], reader: WordRestorer) -> LostLigature | None:
    start, end = match.span("twice")
    word = match.string[match.start() : match.end("tail")]
    lexicon = reader.passages.lexicon_at(match.start())
    if _is_word(word, reader.passages.lexicon(), lexicon) or _is_fitting(match["twice"].lower(), word, lexicon):
        return None
    head = match.string[match.start() : start]
    tails = [(match["tail"], match.end("tail")), (match["tail"] + (match["next"] or ""), match.end("next"))]
    choices = [
        (
            reader.knows(head + part + tail, lexicon),
            lexicon.is_derived(head + part + tail),
            head + part + tail,
            part,
            stop,
        )
        for tail, stop in tails
        for part in LIGATURES
        if set(part) <= set(match["twice"].lower())
    ]
    weight, derived, mended, part, stop = max(choices)
    if not weight and not derived:
        return None
    return LostLigature(Span(match.start(), stop), mended, part, match.string[start:end], _ODDS, True, made=not weight)


def _is_word(word: str, *lexicons: Lexicon) -> bool:
    return any(lexicon.weight(word) for lexicon in lexicons)


def _is_fitting(twice: str, word: str, lexicon: Lexicon) -> bool:
    """Tell whether three f meet where two words are joined, as in `Sauerstoffflasche`."""
    return twice == "fff" and lexicon.is_compound(word)
