"""The works of the reference list, looked up by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from lint_article.dataclass import dataclass
from lint_article.document import Name, Reference
from lint_article.parsing.linking.group_names import acronyms_of, head_of, may_be_group
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold, is_same_transliterated, is_unspaced, romanisations, skeleton
from lint_article.parsing.names.inflection import is_cyrillic, is_inflection
from lint_article.parsing.names.name_order import find_order, show_order
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, words

_CLOSED = Pattern(
    r"(?:\s[-–—]\s[^\d.]{2,80})?"
    rf"[\s,]*(?:\p{{Lu}}[\p{{L}}.’' -]{{0,12}}?){{0,4}}[\s,.]*(?:[(（\[“\"«:.。《]|{YEAR}|$)"
)
# A footnote's letter, or a word before the name: `bAbel`, `sensuAbel`, `MadurasiaAbel`.
_GLUED = Pattern(r"\p{Ll}(?=\p{Lu}\p{L})|\p{L}\p{Ll}{3,}(?=\p{Lu}\p{L}{2})")
_PARTICLES = words("particle")
_LONG_GROUP = 3  # words of a group that persons follow
GROUP_READINGS = frozenset({"group", "acronym"})


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

    def has_year(self, year: str) -> bool:
        """Tell whether an undated entry prints the year somewhere, or any entry ends with the status: `in press`."""
        if not year[:1].isdigit():
            return self.reference.span.of(self.text).lower().rstrip(" .)]").endswith(year.rstrip("."))
        dated = self.reference.year is not None and self.reference.year.value[:1].isdigit()
        return not dated and year in self.reference.span.of(self.text)


class Works:
    """An index of works by every form in which their first author may be cited."""

    def __init__(self, text: str, references: Sequence[Reference], inherited: Sequence[tuple[Name, ...]]) -> None:
        self.works = [_work(text, i, r, inherited[i]) for i, r in enumerate(references)]
        is_family_first = find_order([show_order(text, reference) for reference in references]) == "family"
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        self._groups: dict[str, list[int]] = defaultdict(list)
        self._leads: dict[str, list[int]] = defaultdict(list)
        self._heads: list[list[str]] = []
        self._first_groups: dict[str, list[int]] = defaultdict(list)
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        self._by_last: dict[str, list[int]] = defaultdict(list)
        for work in self.works:
            for key in dict.fromkeys([*_keys(text, work), *(_find_first_word(text, work) if is_family_first else ())]):
                self._by_key[key].append(work.index)
            for letter in set("".join(work.families[0])[:2] if work.families else ""):
                self._by_letter[letter].append(work.index)
            if work.count > 2:
                self._by_last[work.families[-1][-1] if work.families[-1] else ""].append(work.index)
            head = head_of(text, work.reference)
            self._heads.append(_content(head))
            self._groups[self._heads[-1][-1]].append(work.index)
            self._leads[self._heads[-1][0]].append(work.index)
            self._add_first_group(work.index, head)
            if work.authors and not work.authors[0].literal:
                family = work.authors[0].family
                for sound in {skeleton(family), *romanisations(family)}:
                    self._by_sound[sound].append(work.index)

    def _add_first_group(self, index: int, head: str) -> None:
        """Note the group that an entry prints before persons: `1000 Wells Consortium, Abel, A., et al.`."""
        first = _content(head.partition(",")[0])
        if len(first) >= _LONG_GROUP and first != self._heads[index]:
            self._first_groups[first[-1]].append(index)

    def find_by_name(self, name: Name) -> dict[int, tuple[float, str]]:
        """Return the works whose first author the name may be, each with a score from 0 to 1 and the reason."""
        found: dict[int, tuple[float, str]] = {}
        for key, score, why in _lookups(name):
            for index in self._by_key.get(key, ()):
                if score > found.get(index, (0.0, ""))[0]:
                    found[index] = (score, why)
        for index in self._find_by_sound(name.family):
            if is_same_transliterated(name.family, self.works[index].authors[0].family):
                found.setdefault(index, (0.9, "name by sound"))
        if is_cyrillic(name.family):
            found = dict.fromkeys(self._find_inflected(name), (0.9, "inflected name")) | found
        if "\ufffd" in name.family:
            found |= {index: (0.9, "damaged name") for index, distance, _ in self.resembling(name) if not distance}
        return found

    def _find_by_sound(self, family: str) -> Iterable[int]:
        for sound in {skeleton(family), *romanisations(family)}:
            yield from self._by_sound.get(sound, ())

    def _find_inflected(self, name: Name) -> Iterable[int]:
        """Yield the works whose first author the name may be in another case: `Крутова`, `Крутову` for Крутов."""
        last = name.family.split()[-1]
        for index in self._by_letter.get(fold(last)[:1], ()):
            if is_inflection(last, self.works[index].authors[0].family):
                yield index

    def find_organisation(self, printed: str) -> dict[int, tuple[float, str]]:
        """Return the works of the groups that a name printed in many words may be; its first words may be missing."""
        words = _content(printed)
        found = dict.fromkeys(self._find_shortened(words), (0.85, "group"))
        for index in self._first_groups.get(words[-1], ()):
            first = _content(head_of(self.works[index].text, self.works[index].reference).partition(",")[0])
            if len(words) >= 2 and (first[-len(words) :] == words or words[-len(first) :] == first):
                found[index] = (0.9, "group")
        for index in self._groups.get(words[-1], ()) if words else ():
            listed = self._heads[index]
            authors = self.works[index].authors
            enough = len(words) >= 2 or (bool(authors) and authors[0].literal and len(listed) == 1)
            if enough and (listed[-len(words) :] == words or words[-len(listed) :] == listed):
                found[index] = (0.95, "group")
        return found

    def _find_shortened(self, words: Sequence[str]) -> Iterable[int]:
        """Yield the works of groups whose name begins so; the last word may stand for the rest: `Board of WD`."""
        for index in self._leads.get(words[0], ()) if len(words) >= 2 else ():
            listed = self._heads[index]
            begun = len(words) - 1
            initials = "".join(word[0] for word in listed[begun:])
            is_group = may_be_group(self.works[index].text, self.works[index].reference, self.works[index].authors)
            rest = {"".join(listed[begun : begun + 1]), initials}
            if is_group and listed[:begun] == words[:-1] and words[-1] in rest:
                yield index

    def ending_with(self, names: Sequence[Name]) -> Iterable[Work]:
        """Yield the works of more authors than these whose last ones they are."""
        last = fold(names[-1].family).split()
        for index in self._by_last.get(last[-1], ()) if last else ():
            work = self.works[index]
            tail = work.families[-len(names) :]
            if work.count > len(names) and all(is_same_name(n, family) for n, family in zip(names, tail, strict=True)):
                yield work

    def resembling(self, name: Name) -> Iterable[tuple[int, int, str]]:
        """Yield the works whose first author's name is one or two edits away: index, edits, the name listed."""
        printed = name.family.split()
        forms = {" ".join(printed), printed[-1]} if printed else set()
        letters = {letter for form in forms for letter in fold(form)[:2]}
        for index in sorted({index for letter in letters for index in self._by_letter.get(letter, ())}):
            work = self.works[index]
            listed = work.authors[0].family
            distance = min((_apart(form, listed) for form in forms), default=9)
            if distance < 9:
                yield work.index, distance, listed


@cache
def _small_words() -> frozenset[str]:
    """Return the articles, prepositions and conjunctions that an organisation's acronym leaves out."""
    return frozenset(fold(word) for word in words("and", "particle", "small-word"))


def _content(name: str) -> list[str]:
    """Return the words of a group's name without articles and prepositions; never an empty list."""
    words = fold(name).split()
    return [word for word in words if word not in _small_words()] or words or [""]


def _apart(cited: str, listed: str) -> int:
    """Return how many edits part two spellings, folded or as printed; 9 if they are two names."""
    a, b = fold(cited), fold(listed)
    if len(a) < 3 or not b or a[0] not in b[:2] or b[0] not in a[:2]:
        return 9
    most = 2 if len(a) >= 7 else 1
    distance = min(edits(a, b, most), edits(cited.casefold(), listed.casefold(), most))
    return distance if 0 < distance <= most or ("\ufffd" in a and not distance) else 9


def is_same_name(cited: Name, listed: tuple[str, ...]) -> bool:
    """Tell whether a cited name is the listed one: folded, particles and given names aside."""
    a = tuple(fold(cited.family).split())
    if not a or not listed:
        return False
    if a == listed or "".join(a) == "".join(listed):
        return True
    if is_unspaced(cited.family) and listed[0]:
        return cited.family.endswith(listed[0]) or listed[0].startswith(cited.family)
    bare_a, bare_b = _bare(a), _bare(listed)
    if bare_a and bare_b and (bare_a[-1] == bare_b[-1] or bare_a[0] == bare_b[0] or bare_a[-1] == bare_b[0]):
        return True
    return is_same_transliterated(cited.family, " ".join(listed)) or is_inflection(cited.family, " ".join(listed))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _PARTICLES) or words


def _work(text: str, index: int, reference: Reference, authors: tuple[Name, ...]) -> Work:
    families = tuple(tuple(fold(name.family).split()) for name in authors)
    years = frozenset(year[:4] if year[:1].isdigit() else year for year in reference.years)
    return Work(index, reference, families, authors, years, _is_open_ended(text, reference, authors), text)


def _is_open_ended(text: str, reference: Reference, authors: tuple[Name, ...]) -> bool:
    """Tell whether more authors may follow those that were read: `et al.`, or no clean end of the list."""
    if reference.et_al or not reference.authors:
        return reference.et_al or not authors  # dashes repeat a list that was read whole
    return not _CLOSED.match(text, reference.authors[-1].span.end, reference.span.end)


def _keys(text: str, work: Work) -> Iterable[str]:
    """Yield the forms in which the first author can be cited; `part:` and `given:` mark those that are not whole."""
    reference = work.reference
    if work.authors:
        yield from _name_keys(work.authors[0], work.families[0])
    elif reference.title:
        words = fold(reference.title.value).split()
        yield " ".join(words[:2])
        yield from words[:1]
    if may_be_group(text, reference, work.authors):
        yield from (f"acronym:{acronym}" for acronym in acronyms_of(text, reference))
    if reference.label and not reference.label.value.isdigit():
        yield fold(reference.label.value)


def _find_first_word(text: str, work: Work) -> Iterable[str]:
    """Yield the word that an entry begins with, read as a given name, where other entries begin with family names."""
    given = work.authors[0].given if work.count == 1 else ""
    if given and given.isalpha() and text.startswith(given, work.reference.authors[0].span.start - len(given) - 1):
        yield fold(given)


def _name_keys(name: Name, words: tuple[str, ...]) -> Iterable[str]:
    bare = _bare(words)
    yield " ".join(words)
    yield "".join(words)
    yield " ".join(bare)
    if name.literal:
        yield _acronym(name.family)
        yield f"part:{words[0]}"
        yield f"part:{' '.join(words[:2])}"
    if len(bare) > 1:
        yield f"part:{bare[0]}"
        yield f"part:{bare[-1]}"
    if is_unspaced(name.family):
        yield from (f"family:{name.family[:length]}" for length in range(1, len(name.family)))
    given = fold(name.given).split() if name.given and not name.literal else []
    if given and len(given[0]) > 1:
        yield f"given:{given[0]}"


def _acronym(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in _small_words())


def _lookups(name: Name) -> Iterable[tuple[str, float, str]]:
    """Yield the keys that a cited name answers, each with its score: whole, without given names, in part."""
    printed = name.family.split()
    words = fold(name.family).split()
    if not words:
        return
    whole = " ".join(words)
    yield whole, 1.0, "name"
    yield "".join(words), 0.98, "name"
    yield " ".join(_bare(tuple(words))), 0.97, "name"
    if is_unspaced(name.family):
        yield f"family:{name.family}", 0.9, "family name"
        yield from ((name.family[start:], 0.9, "name") for start in range(1, len(name.family) - 1))
        return
    score = 0.95
    for start in range(1, len(printed)):
        # Only words with capitals can be given names, or the lead-in of a sentence: `Segundo Abel`, `Adaptado de Abel`.
        if printed[start - 1].islower():
            score = 0.75
            if printed[0].islower():
                break
        yield fold(" ".join(printed[start:])), score, "name"
    mark = _GLUED.match(printed[0])
    if mark:
        yield fold(" ".join((printed[0][mark.end() :], *printed[1:]))), 0.9, "name"
    yield f"acronym:{''.join(words)}", 0.9, "acronym"
    yield f"part:{whole}", 0.85, "part of the name"
    if len(printed) > 1:
        yield _acronym(name.family), 0.85, "acronym"
        yield f"acronym:{_acronym(name.family)}", 0.85, "acronym"
        yield " ".join(words[:2]), 0.85, "title"
    yield fold(printed[0]), 0.8, "part of the name"
    if len(words) == 1:
        yield f"given:{whole}", 0.5, "given name"
