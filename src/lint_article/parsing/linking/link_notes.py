"""One judgement on each work that a note names: the entry of the bibliography that has its author and its title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lint_article.document import Block, Citation, CitationItem, Evidence, Resolution, Section
from lint_article.parsing.citations.notes import NotedWork, find_noted_works
from lint_article.parsing.linking.reference_index import Works
from lint_article.parsing.linking.resolved import Cited
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.folding import fold
from lint_article.vocabulary import words

_ENOUGH = 0.5  # share of the entries that notes cite, of a title's words that agree, of full notes that have an entry
_FEWEST = 2
_SHORT = 3  # letters: shorter words are in any title
_SURE = 0.75  # how well a name must fit


class Titles:
    """The words of the entries' titles, and which entries have each."""

    def __init__(self, prose: str, works: Sequence[Work]) -> None:
        self._words = {work.index: _content(_title_of(prose, work)) for work in works}
        self._entries: dict[str, list[int]] = defaultdict(list)
        for index, title in self._words.items():
            for word in title:
                self._entries[word].append(index)

    def find(self, printed: str) -> set[int]:
        """Return the entries with most of the words of a title, or all of whose words but few it has."""
        sought = _content(printed)
        shared = Counter(index for word in sought for index in self._entries.get(word, ()))
        return {index for index, n in shared.items() if n > _ENOUGH * min(len(sought), len(self._words[index]))}


def link_notes(prose: str, sections: Sequence[Section], blocks: Sequence[Block], works: Works) -> Cited | None:
    """Judge the works that the notes name; None if the notes do not cite half of the bibliography."""
    if len(works.works) < _FEWEST:
        return None
    noted = list(find_noted_works(prose, sections, blocks))
    titles = Titles(prose, works.works if noted else ())
    judged = [one for work in noted if (one := _judge(prose, work, works, titles))]
    cited = {index for one in judged for index in one.references}
    if len(cited) < max(_FEWEST, len(works.works) * _ENOUGH):
        return None
    absent = sum(one.outcome == "absent" for one in judged)
    if absent > _ENOUGH * sum(one.item.year is not None for one in judged):  # a selected bibliography
        judged = [replace(one, outcome="exempt") if one.outcome == "absent" else one for one in judged]
    return tuple(Citation(one.item.span, "note", (one.item,)) for one in judged), tuple(judged)


def _judge(prose: str, noted: NotedWork, works: Works, titles: Titles) -> Resolution | None:
    """Return the judgement; None for a short note of a work that the bibliography may give in other words."""
    item = CitationItem(noted.span, noted.names, noted.et_al, noted.year)
    named = {index for index, (score, _) in works.find_by_name(noted.names[0]).items() if score >= _SURE}
    titled = titles.find(noted.title.of(prose))
    both = sorted(named & titled)
    dated = [index for index in both if noted.year and noted.year.value in works.works[index].years]
    both = dated if len(dated) == 1 else both
    if len(both) == 1:
        return _compare(noted, item, works.works[both[0]])
    if both or (titled and noted.year):  # editions of one work; an editor or a translator in the author's place
        return Resolution(item, "exempt", tuple(both or sorted(titled)), evidence=(Evidence("title", 1.0),))
    if noted.year:
        return Resolution(item, "absent", evidence=(Evidence("full note", 2.0),))
    only = min(named) if len(named) == 1 else None
    author = Evidence("author of a short note", 1.0)
    return None if only is None else Resolution(item, "matched", (only,), evidence=(author,))


def _compare(noted: NotedWork, item: CitationItem, work: Work) -> Resolution:
    evidence = (Evidence("author", 1.0), Evidence("title", 1.0))
    if noted.year and work.reference.year and noted.year.value not in work.reference.span.of(work.text):
        note = f"the reference has {work.reference.year.value}"
        return Resolution(item, "year-differs", (), work.index, (*evidence, Evidence("year", -1.0, note)))
    return Resolution(item, "matched", (work.index,), evidence=evidence)


def _title_of(prose: str, work: Work) -> str:
    """Return the title of an entry; where none was read, all that stands behind its authors."""
    reference = work.reference
    if reference.title:
        return reference.title.value
    return prose[reference.authors[-1].span.end if reference.authors else reference.span.start : reference.span.end]


def _content(title: str) -> frozenset[str]:
    small = words("and", "small-word", "particle")
    printed = fold(title).split()
    return frozenset(word for word in printed if len(word) >= _SHORT and word not in small and not word.isdigit())
