"""What is kept of a text that is being written is what a first reading finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lint_article.document import Reference
from lint_article.parsing.kept import kept_by_stretch
from lint_article.parsing.references.read_entry import read_entry
from lint_article.parsing.references.reference import read_reference
from lint_article.parsing.structure.links import find_links
from lint_article.text import Span

ENTRIES = (
    "[7] Eriksen, T., & Weatherby, O. (2014a). Tidal fares. Ferry Economics, 21(4), 201–223. https://example.org/7",
    "Castellanos M, Lind P, editors. The quay. 2nd ed. Leeds: Ash; 2015. doi:10.1000/182. Accessed 3 May 2020.",
    "World Health Organization. (n.d.). Harbours. In A. Bo (Ed.), Ports (pp. 1-9). Ash.",
    "———. 2003. “Slow boats.” Journal of Short Journeys 3: 1–18. Available at: http://example.org/a. 13 Oct. 2022.",
)


def read_both(before: str, entry: str, behind: str) -> tuple[Reference, Reference]:
    text, span = before + entry + behind, Span(len(before), len(before) + len(entry))
    links = [link for link in find_links(text) if span.contains(link.span)]
    return read_entry(text, span, links, 1), read_reference(text, span, links, 1)


@settings(deadline=None)  # the first entry loads the labeller
@given(st.sampled_from(ENTRIES), st.lists(st.text(" .\nab1(", max_size=40), min_size=2, max_size=4))
def test_an_entry_that_comes_again_elsewhere_is_read_as_if_it_were_new(entry: str, around: list[str]) -> None:
    for before in around:
        kept, new = read_both(before, entry, "\n" + around[0])
        assert kept == new


def test_a_stretch_is_kept_with_what_is_beside_it() -> None:
    seen: list[str] = []

    @kept_by_stretch
    def make(text: str, span: Span, more: int = 0) -> int:
        seen.append(span.of(text))
        return len(span) + more

    assert [make("a tide, a tide", span) for span in (Span(2, 6), Span(10, 14), Span(2, 6))] == [4, 4, 4]
    assert make("a tide, a tide", Span(2, 6), 1) == 5
    assert make("some words in front: a tide, a tide", Span(23, 27)) == 4
    assert seen == ["tide"] * 4
