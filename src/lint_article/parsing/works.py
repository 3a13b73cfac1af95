"""The works of the reference list, looked up by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from lint_article.document import Name, Reference
from lint_article.parsing.folding import fold, skeleton, sound_alike
from lint_article.parsing.spelling import edits
from lint_article.parsing.words import PARTICLES

_CLOSED = regex.compile(r"[\s,]*(?:\p{Lu}[\p{L}.’' -]{0,12}?){0,4}[\s,.]*(?:\(|\[|[“\"«:.]|(?:1[4-9]|20)\d\d|$)")
_STOP = frozenset("of the and for de la le du des di del für und der et y e in on an a".split())
_ACRONYM = regex.compile(r"[(\[](?P<acronym>\p{Lu}[\p{Lu}\p{Ll}&-]{1,11})[)\]]")


@dataclass(frozen=True, slots=True)
class Work:
    """A reference as linking sees it: folded family names of its authors, its years, its suffix."""

    index: int
    reference: Reference
    families: tuple[tuple[str, ...], ...]
    authors: tuple[Name, ...]
    years: frozenset[str]
    open_ended: bool
    text: str

    @property
    def count(self) -> int:
        """How many authors are listed."""
        return len(self.families)

    def mentions(self, year: str) -> bool:
        """Tell whether an undated entry prints the year somewhere."""
        dated = self.reference.year is not None and self.reference.year.value[:1].isdigit()
        return not dated and year in self.reference.span.of(self.text)


class Works:
    """An index of works by every form in which their first author may be cited."""

    def __init__(self, text: str, references: Sequence[Reference], inherited: Sequence[tuple[Name, ...]]) -> None:
        self.works = [_work(text, i, r, inherited[i]) for i, r in enumerate(references)]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        for work in self.works:
            for key in dict.fromkeys(_keys(text, work)):
                self._by_key[key].append(work.index)
            if work.authors and not work.authors[0].literal:
                self._by_sound[skeleton(work.authors[0].family)].append(work.index)

    def named(self, name: Name) -> dict[int, tuple[float, str]]:
        """Return the works whose first author the name may be, each with a score from 0 to 1 and the reason."""
        found: dict[int, tuple[float, str]] = {}
        for key, score, why in _lookups(name):
            for index in self._by_key.get(key, ()):
                if score > found.get(index, (0.0, ""))[0]:
                    found[index] = (score, why)
        for index in self._by_sound.get(skeleton(name.family), ()):
            if sound_alike(name.family, self.works[index].authors[0].family):
                found.setdefault(index, (0.85, "name by sound"))
        return found

    def resembling(self, name: Name) -> Iterable[tuple[int, int, str]]:
        """Yield the works whose first author's name is one or two edits away: index, edits, the name listed."""
        cited = fold(name.family)
        last = cited.split()[-1] if cited else ""
        for work in self.works:
            if work.families and not (work.authors and work.authors[0].literal):
                listed = " ".join(work.families[0])
                for form in {cited, last}:
                    most = 2 if len(form) >= 7 else 1
                    distance = edits(form, listed, most) if len(form) >= 3 and form[:1] else 9
                    if 0 < distance <= most or ("\ufffd" in form and not distance):
                        yield work.index, distance, work.authors[0].family


def same_name(cited: Name, listed: tuple[str, ...]) -> bool:
    """Tell whether a cited name is the listed one: folded, particles and given names aside."""
    a = tuple(fold(cited.family).split())
    if not a or not listed:
        return False
    if a == listed or "".join(a) == "".join(listed):
        return True
    bare_a, bare_b = _bare(a), _bare(listed)
    if bare_a and bare_b and (bare_a[-1] == bare_b[-1] or bare_a[0] == bare_b[0] or bare_a[-1] == bare_b[0]):
        return True
    return sound_alike(cited.family, " ".join(listed))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in PARTICLES) or words


def _work(text: str, index: int, reference: Reference, authors: tuple[Name, ...]) -> Work:
    families = tuple(tuple(fold(name.family).split()) for name in authors)
    years = frozenset(year[:4] if year[:1].isdigit() else year for year in reference.years)
    return Work(index, reference, families, authors, years, _open_ended(text, reference), text)


def _open_ended(text: str, reference: Reference) -> bool:
    """Tell whether more authors may follow those that were read: `et al.`, or no clean end of the list."""
    if reference.et_al or not reference.authors:
        return True
    return not _CLOSED.match(text, reference.authors[-1].span.end, reference.span.end)


def _keys(text: str, work: Work) -> Iterable[str]:
    reference = work.reference
    if work.authors:
        first, words = work.authors[0], work.families[0]
        yield " ".join(words)
        yield "".join(words)
        if first.literal or len(words) > 2:
            yield _acronym(first.family)
            yield from words[:1]
        bare = _bare(words)
        yield " ".join(bare)
        yield bare[-1]
        yield bare[0]
        if first.given and not first.literal:
            given = fold(first.given).split()
            if given and len(given[0]) > 1:
                yield f"given:{given[0]}"
                yield f"either:{given[0]}"
    elif reference.title:
        yield " ".join(fold(reference.title.value).split()[:2])
        yield from fold(reference.title.value).split()[:1]
    head = reference.span.start, min(reference.span.end, reference.span.start + 250)
    for match in _ACRONYM.finditer(text, *head):
        yield match.group("acronym").lower()
    label = reference.label
    if label and not label.value.isdigit():
        yield fold(label.value)


def _acronym(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in _STOP)


def _lookups(name: Name) -> Iterable[tuple[str, float, str]]:
    words = fold(name.family).split()
    if not words:
        return
    yield " ".join(words), 1.0, "name"
    yield "".join(words), 0.98, "name"
    for start in range(1, len(words)):
        yield " ".join(words[start:]), 0.95, "name"
    bare = _bare(tuple(words))
    yield " ".join(bare), 0.97, "name"
    yield bare[0], 0.8, "part of the name"
    yield bare[-1], 0.9, "part of the name"
    if len(words) > 1:
        yield _acronym(name.family), 0.85, "acronym"
        yield " ".join(words[:2]), 0.85, "title"
    yield f"given:{words[0]}", 0.5, "given name"
