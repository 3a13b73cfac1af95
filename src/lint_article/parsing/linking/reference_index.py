"""The works of the reference list, looked up by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lint_article.document import Name, Reference
from lint_article.parsing.linking.alike_names import NameShape, count_edits, find_shape, may_resemble, rests_of
from lint_article.parsing.linking.group_names import head_of, may_be_group
from lint_article.parsing.linking.name_keys import content_words, find_first_word, keys_of, lookups
from lint_article.parsing.linking.work import Work, make_work
from lint_article.parsing.names.folding import (
    fold,
    is_same_transliterated,
    is_unspaced,
    romanisations,
    skeleton,
    without_particles,
)
from lint_article.parsing.names.inflection import is_cyrillic, is_inflection
from lint_article.parsing.names.name_order import find_order, show_order
from lint_article.text.pattern import Pattern

_CAPITAL = Pattern(r"\p{Lu}")
_LONG_GROUP = 3  # words of a group that persons follow
GROUP_READINGS = frozenset({"group", "acronym"})


class Works:
    """An index of works by every form in which their first author may be cited."""

    def __init__(self, text: str, references: Sequence[Reference], inherited: Sequence[tuple[Name, ...]]) -> None:
        self.works = [make_work(text, i, r, inherited[i]) for i, r in enumerate(references)]
        is_family_first = find_order([show_order(text, reference) for reference in references]) == "family"
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        self._groups: dict[str, list[int]] = defaultdict(list)
        self._leads: dict[str, list[int]] = defaultdict(list)
        self._heads: list[list[str]] = []
        self._first_groups: dict[str, list[int]] = defaultdict(list)
        self._by_letter: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._by_last: dict[str, list[int]] = defaultdict(list)
        self._named: dict[tuple[str, str, bool], dict[int, tuple[float, str]]] = {}
        self._organised: dict[str, dict[int, tuple[float, str]]] = {}
        self._by_family: dict[str, list[int]] = defaultdict(list)
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        self._resembling: dict[tuple[str, str, tuple[str, ...]], list[tuple[int, int, str]]] = {}
        for work in self.works:
            for key in dict.fromkeys([*keys_of(text, work), *(find_first_word(text, work) if is_family_first else ())]):
                self._by_key[key].append(work.index)
            for letter in set("".join(work.families[0])[:2] if work.families else ""):
                self._by_letter[letter][work.authors[0].family].append(work.index)
            if work.authors:
                self._by_family[work.authors[0].family].append(work.index)
            if work.count > 2:
                self._by_last[work.families[-1][-1] if work.families[-1] else ""].append(work.index)
            head = head_of(text, work.reference)
            self._heads.append(content_words(head))
            self._groups[self._heads[-1][-1]].append(work.index)
            self._leads[self._heads[-1][0]].append(work.index)
            self._add_first_group(work.index, head)
            if work.authors and not work.authors[0].literal:
                family = work.authors[0].family
                for sound in {skeleton(family), *romanisations(family)}:
                    self._by_sound[sound].append(work.index)

    @property
    def families(self) -> frozenset[str]:
        """The family names of all authors, folded; of groups, their whole names."""
        return frozenset(" ".join(words) for work in self.works for words in work.families)

    @property
    def oldest(self) -> int:
        """The year of the oldest work, or 0."""
        return min((int(year) for work in self.works for year in work.years if year.isdigit()), default=0)

    def _add_first_group(self, index: int, head: str) -> None:
        """Note the group that an entry prints before persons: `1000 Wells Consortium, Abel, A., et al.`."""
        first = content_words(head.partition(",")[0])
        if len(first) >= _LONG_GROUP and first != self._heads[index]:
            self._first_groups[first[-1]].append(index)

    def find_by_name(self, name: Name) -> Mapping[int, tuple[float, str]]:
        """Return the works whose first author the name may be, each with a score from 0 to 1 and the reason."""
        key = name.family, name.given, name.literal
        if key not in self._named:
            self._named[key] = self._find_by_name(name)
        return self._named[key]

    def _find_by_name(self, name: Name) -> dict[int, tuple[float, str]]:
        found: dict[int, tuple[float, str]] = {}
        for key, score, why in lookups(name):
            for index in self._by_key.get(key, ()):
                if score > found.get(index, (0.0, ""))[0]:
                    found[index] = (score, why)
        for index in self._find_by_sound(name.family):
            if index not in found and is_same_transliterated(name.family, self.works[index].authors[0].family):
                found[index] = (0.9, "name by sound")
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
        for family, indexes in self._by_letter.get(fold(last)[:1], {}).items():
            if is_inflection(last, family):
                yield from indexes

    def find_organisation(self, printed: str) -> Mapping[int, tuple[float, str]]:
        """Return the works of the groups that a name printed in many words may be; its first words may be missing."""
        if printed not in self._organised:
            self._organised[printed] = self._find_organisation(printed)
        return self._organised[printed]

    def _find_organisation(self, printed: str) -> dict[int, tuple[float, str]]:
        words = content_words(printed)
        found = dict.fromkeys(self._find_shortened(words), (0.85, "group"))
        found |= dict.fromkeys(self._find_acronym(printed), (0.85, "acronym"))
        for index in self._first_groups.get(words[-1], ()):
            first = content_words(head_of(self.works[index].text, self.works[index].reference).partition(",")[0])
            if len(words) >= 2 and (first[-len(words) :] == words or words[-len(first) :] == first):
                found[index] = (0.9, "group")
        for index in self._groups.get(words[-1], ()) if words else ():
            listed = self._heads[index]
            authors = self.works[index].authors
            if len(authors) > 1 and content_words(printed.split()[-1]) == listed:
                continue  # two persons joined by a hyphen, as in the name of a method
            if len(authors) > len(words) and all(author.given for author in authors):
                continue  # the last of several persons
            enough = len(words) >= 2 or (bool(authors) and authors[0].literal and len(listed) == 1)
            is_shorter = len(listed) > 1 and words[-len(listed) :] == listed
            if enough and (listed[-len(words) :] == words or is_shorter):
                found[index] = (0.95, "group")
        return found

    def find_whole_group(self, printed: str) -> dict[int, tuple[float, str]]:
        """Return the works of the group of several words whose whole name these words end with."""
        words = content_words(printed)
        near = self._groups.get(words[-1], ())
        return {
            index: (0.9, "group")
            for index in near
            if len(self._heads[index]) > 1 and words[-len(self._heads[index]) :] == self._heads[index]
        }

    def _find_acronym(self, printed: str) -> Iterable[int]:
        """Yield the works of groups that the list has by the initials of these words: `US Department of Wells`."""
        initials = "".join(_CAPITAL.findall(printed)).lower()
        for index in self._by_key.get(initials, ()) if len(initials) > 2 else ():
            if self.works[index].authors and self.works[index].authors[0].family.isupper():
                yield index

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

    def resembling(self, name: Name, years: tuple[str, ...] = ()) -> Sequence[tuple[int, int, str]]:
        """Return the works whose first author's name is one or two edits away: index, edits, the name listed.

        Of years, only the works that have one of them, or none that is printed.
        """
        key = name.family, name.given, years
        if key not in self._resembling:
            self._resembling[key] = sorted(self._find_resembling(name, years))
        return self._resembling[key]

    def _find_resembling(self, name: Name, years: tuple[str, ...]) -> Iterable[tuple[int, int, str]]:
        printed = name.family.split()
        spelt = (" ".join(printed), printed[-1], f"{name.given} {name.family}".strip()) if printed else ()
        forms = [find_shape(form) for form in dict.fromkeys(spelt)]
        for family in self._find_near(forms):
            shape = find_shape(family)
            distance = min((count_edits(form, shape) for form in forms if may_resemble(form, shape)), default=9)
            if distance < 9:
                indexes = (index for index in self._by_family[family] if not years or self._is_of(index, years))
                yield from ((index, distance, family) for index in indexes)

    def _find_near(self, forms: Sequence[NameShape]) -> set[str]:
        """Return the names of first authors that may be two edits from one of the forms: few of them are more.

        A form with a hole may be any name that begins so.
        """
        if any(form.has_hole for form in forms):
            letters = {letter for form in forms for letter in form.folded[:2]}
            return {family for letter in letters for family in self._by_letter.get(letter, ())}
        if not self._by_rest:
            for family in self._by_family:
                for rest in rests_of(find_shape(family)):
                    self._by_rest[rest].add(family)
        return {family for form in forms for rest in rests_of(form) for family in self._by_rest.get(rest, ())}

    def _is_of(self, index: int, years: tuple[str, ...]) -> bool:
        work = self.works[index]
        return not work.is_dated or not work.years.isdisjoint(years)


def is_same_name(cited: Name, listed: tuple[str, ...]) -> bool:
    """Tell whether a cited name is the listed one: folded, particles and given names aside."""
    a = tuple(fold(cited.family).split())
    if not a or not listed:
        return False
    if "".join(a) == "".join(listed):
        return True
    if is_unspaced(cited.family) and listed[0]:
        return cited.family.endswith(listed[0]) or listed[0].startswith(cited.family)
    bare_a, bare_b = without_particles(a), without_particles(listed)
    if bare_a and bare_b and (bare_a[-1] == bare_b[-1] or bare_a[0] == bare_b[0] or bare_a[-1] == bare_b[0]):
        return True
    return is_same_transliterated(cited.family, " ".join(listed)) or is_inflection(cited.family, " ".join(listed))
