"""One judgement on each citation by author and page: the entry of the author, or of the title where none is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lint_article.document import Citation, CitationItem, Evidence, Name, Resolution
from lint_article.parsing.citations.author_page import PageCitation, find_page_citations
from lint_article.parsing.linking.match_evidence import coauthors
from lint_article.parsing.linking.reference_index import Works
from lint_article.parsing.linking.resolved import Cited
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.folding import fold
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_month, words

_ENOUGH, _SURE = 0.5, 0.75  # share of the entries that are cited so; how well a name must fit
_FEWEST, _WITH_NAME = 3, 2  # entries cited; those among them that are cited with the author's name in the bracket
_SENTENCE = 300  # code points before a page in which its author is named
_NAMES = Pattern(r"\p{Lu}[\p{L}\p{M}'’‐-]+")
_OTHER_AUTHORS = -0.9  # the score of authors who are not those of the entry
_PLACES = ("figure", "table", "chapter", "section", "equation", "volume", "issue", "page", "paragraph", "line")
_THINGS = (*_PLACES, "version", "theorem", "reference", "lead-in")


def link_author_pages(prose: str, holes: Sequence[Span], works: Works) -> Cited | None:
    """Judge the citations by author and page; None if they do not cite half of the list."""
    if len(works.works) < _FEWEST:
        return None
    found = list(find_page_citations(prose, holes))
    titles = _Titles(works.works)
    judged = [_judge(prose, one, works, titles) if one.names or one.title else None for one in found]
    own = {index for one in judged if one for index in one.references}
    judged = [one or _judge_page(prose, item, works) for one, item in zip(judged, found, strict=True)]
    resolutions = [one for one in judged if one]
    cited = {index for one in resolutions for index in one.references}
    if len(own) < _WITH_NAME or len(cited) < max(_FEWEST, len(works.works) * _ENOUGH):
        return None
    return tuple(Citation(one.item.span, "author-page", (one.item,)) for one in resolutions), tuple(resolutions)


class _Titles:
    """The works by the words of their titles."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._titles = [_title_of(work) for work in works]
        self._having: dict[str, list[int]] = defaultdict(list)
        for index, title in enumerate(self._titles):
            for word in dict.fromkeys(title.split()):
                self._having[word].append(index)

    def find(self, printed: str) -> list[Work]:
        """Return the works whose titles have these words, one after the other."""
        sought = fold(printed)
        likely = min((self._having.get(word, []) for word in sought.split()), key=len, default=[])
        return [self._works[index] for index in likely if _has_words(self._titles[index], sought)]


def _judge(prose: str, cited: PageCitation, works: Works, titles: _Titles) -> Resolution | None:
    item = CitationItem(cited.span, cited.names, cited.et_al, locator=cited.pages)
    named = _find_named(cited, works)
    if named:
        return _choose(cited, item, named)
    titled = titles.find(cited.title or cited.span.of(prose).rstrip("0123456789–- "))
    if titled:
        return Resolution(item, "matched" if len(titled) == 1 else "exempt", tuple(w.index for w in titled))
    if not cited.names or not cited.pages or not _is_name(cited):
        return None
    near = [index for index, _, _ in works.resembling(cited.names[0])]
    if len(near) == 1:
        listed = works.works[near[0]].authors[0].family
        return Resolution(item, "name-differs", (), near[0], (Evidence("spelling", 1.0, f"`{listed}` in the list"),))
    return Resolution(item, "absent", evidence=(Evidence("author and page", 2.0),))


def _find_named(cited: PageCitation, works: Works) -> list[Work]:
    if not cited.names:
        return []
    return [works.works[i] for i, (score, _) in works.find_by_name(cited.names[0]).items() if score >= _SURE]


def _choose(cited: PageCitation, item: CitationItem, named: Sequence[Work]) -> Resolution:
    """Choose among the works of an author: by the co-authors, then by the title."""
    weighed = [(coauthors(cited.names, cited.et_al, work), work) for work in named]
    best = max(evidence.score for evidence, _ in weighed)
    likely = [work for evidence, work in weighed if evidence.score == best]
    titled = [work for work in likely if cited.title and _is_titled(cited.title, work)]
    likely = titled or likely
    if len(likely) > 1:
        return Resolution(item, "exempt", tuple(work.index for work in likely))
    evidence = next(evidence for evidence, work in weighed if work is likely[0])
    differs = evidence.score < _OTHER_AUTHORS
    index = likely[0].index
    return Resolution(
        item, "coauthor-differs" if differs else "matched", (index,), index if differs else None, (evidence,)
    )


def _is_titled(printed: str, work: Work) -> bool:
    """Tell whether an entry prints these words, one after the other, in its title."""
    sought = fold(printed)
    return bool(sought) and _has_words(_title_of(work), sought)


def _title_of(work: Work) -> str:
    """Return the title of an entry, folded; of one without a title the whole."""
    title = work.reference.title
    return fold(title.value if title else work.reference.span.of(work.text))


def _has_words(title: str, sought: str) -> bool:
    return f" {sought} " in f" {title} "


def _judge_page(prose: str, cited: PageCitation, works: Works) -> Resolution | None:
    """Return the entry whose author the sentence names last before a page that stands alone."""
    if cited.names or cited.title:
        return None
    start = max(prose.rfind("\n", 0, cited.span.start) + 1, cited.span.start - _SENTENCE)
    item = CitationItem(cited.span, locator=cited.pages)
    for name in reversed(list(_NAMES.finditer(prose, start, cited.span.start))):
        named = works.find_by_name(Name(name.group().removesuffix("’s").removesuffix("'s")))
        indexes = tuple(index for index, (score, _) in named.items() if score >= _SURE)
        if indexes:
            evidence = (Evidence("named in the sentence", 1.0),)
            return Resolution(item, "matched" if len(indexes) == 1 else "exempt", indexes, evidence=evidence)
    return None


def _is_name(cited: PageCitation) -> bool:
    """Tell whether what stands before a page may be an author: no part of a work, no month."""
    family = cited.names[0].family
    return family.lower() not in words(*_THINGS) and not is_month(family) and not family.isupper()
