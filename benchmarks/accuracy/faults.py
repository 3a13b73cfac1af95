"""Known faults put into sound articles, each by a seeded choice and at a place that is remembered."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.cases import Case, Range, overlap, sure_citations

RULES = {
    "reference dropped": "citation-without-reference",
    "reference added": "uncited-reference",
    "year shifted": "citation-year-mismatch",
    "year cut": "malformed-citation-year",
    "name misspelt": "citation-name-mismatch",
    "number beyond the list": "citation-number-out-of-range",
    "link bare": "bare-available-at",
    "ligature broken": "broken-ligature",
}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LIGATURE = re.compile(r"ffi|ffl|ff|fi|fl")
_LEADS = (
    "Available at:",
    "Available at: (accessed 4 May 2018).",
    "Retrieved May 4, 2018, from",
    "URL: (дата обращения: 04.05.2018).",
)
_ADDED = "Quillfeather"
_ENTRY = f"{_ADDED}, B. (1987). Weights and measures of the upper valley. Journal of Valley Studies, 12, 3–19.\n"
_EACH = 2
_WORDS = 12


Maker = Callable[[Case, dict[str, Any], dict[str, Any], random.Random], "Edit | None"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start`..`end` replaced by `new`; `spans` are where the fault shows, in offsets of the sound text."""

    kind: str
    start: int
    end: int
    new: str
    spans: tuple[Range, ...]
    was: str = ""


def edits_of(case: Case, seed: int) -> list[Edit]:
    """Return the faults for one article, apart and in order."""
    chance = random.Random(f"{seed}:{case.name}")  # noqa: S311
    chosen: list[Edit] = []
    for make in (_dropped, _added, _cited, _numbers, _links, _ligatures):
        for edit in make(case, chance):
            held = [(edit.start, edit.end + 1), *edit.spans]
            if not any(overlap(a, b) for a in held for e in chosen for b in ((e.start, e.end + 1), *e.spans)):
                chosen.append(edit)
    return sorted(chosen, key=lambda edit: edit.start)


def _authors(case: Case) -> Counter[str]:
    return Counter(r["authors"][0] for r in case.truth["references"] if r["authors"])


def _plain(case: Case) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield author-year citations of one work with its reference, which has an author and the printed year."""
    references = {r["id"]: r for r in case.truth["references"]}
    natural = {(n.get("start"), n.get("end")) for n in case.truth["natural_issues"]}
    for citation in sure_citations(case.truth):
        reference = references.get(citation["rids"][0])
        single = citation["kind"] == "author-year" and len(citation["rids"]) == 1
        if not single or not reference or not reference["authors"] or not reference["year"]:
            continue
        years = _YEAR.findall(citation["text"])
        if years == [reference["year"][:4]] and (citation["start"], citation["end"]) not in natural:
            yield citation, reference


def _dropped(case: Case, chance: random.Random) -> Iterator[Edit]:
    if case.form != "author-year":
        return
    plain = list(_plain(case))
    first = _authors(case)
    wanted = [r for r in case.truth["references"] if r["authors"] and first[r["authors"][0]] == 1]
    chance.shuffle(wanted)
    done = 0
    for reference in wanted:
        citing = [c for c in sure_citations(case.truth) if reference["id"] in c["rids"]]
        spans = tuple((c["start"], c["end"]) for c, r in plain if r["id"] == reference["id"])
        if 1 <= len(citing) == len(spans) <= 4 and done < _EACH:
            done += 1
            yield Edit("reference dropped", reference["start"], reference["end"], "", spans)


def _added(case: Case, _chance: random.Random) -> Iterator[Edit]:
    """Put a work that nobody cites where the list's order wants it."""
    if case.form != "author-year":
        return
    behind = [r["start"] for r in case.truth["references"] if r["authors"] and r["authors"][0] > _ADDED]
    if behind:
        at = min(behind)
        yield Edit("reference added", at, at, _ENTRY, ((at, at),))


def _cited(case: Case, chance: random.Random) -> Iterator[Edit]:
    if case.form != "author-year":
        return
    plain = [(c, r) for c, r in _plain(case) if c["end"] <= case.truth["body_end"]]
    chance.shuffle(plain)
    makers: list[Callable[[Case, dict[str, Any], dict[str, Any], random.Random], Edit | None]] = [
        _shift,
        _cut,
        _misspell,
    ]
    done: Counter[int] = Counter()
    for at, (citation, reference) in enumerate(plain):
        which = at % len(makers)
        edit = makers[which](case, citation, reference, chance) if done[which] < _EACH else None
        if edit:
            done[which] += 1
            yield edit


def _year_of(citation: dict[str, Any]) -> Range:
    match = _YEAR.search(citation["text"])
    return (citation["start"] + match.start(), citation["start"] + match.end()) if match else (0, 0)


def _shift(case: Case, citation: dict[str, Any], reference: dict[str, Any], chance: random.Random) -> Edit | None:
    start, end = _year_of(citation)
    new = str(int(case.text[start:end]) + chance.choice([-3, -2, -1, 1, 2, 10]))
    same = [r for r in case.truth["references"] if r["authors"] and r["authors"][0] == reference["authors"][0]]
    if any((r["year"] or "")[:4] == new for r in same):
        return None
    return Edit("year shifted", start, end, new, ((citation["start"], citation["end"]),))


def _cut(_case: Case, citation: dict[str, Any], _reference: dict[str, Any], chance: random.Random) -> Edit | None:
    start, end = _year_of(citation)
    year = citation["text"][start - citation["start"] : end - citation["start"]]
    new = year[:3] if chance.random() < 0.7 else year[:3] + year[2:]
    return Edit("year cut", start, end, new, ((citation["start"], citation["end"]),))


def _misspell(case: Case, citation: dict[str, Any], reference: dict[str, Any], chance: random.Random) -> Edit | None:
    name = reference["authors"][0]
    at = citation["text"].find(name)
    inner = [i for i in range(1, len(name) - 2) if name[i : i + 2].isalpha() and name[i] != name[i + 1]]
    if at < 0 or len(name) < 5 or not inner:
        return None
    i = chance.choice(inner)
    new = name[:i] + (name[i + 1] + name[i] if chance.random() < 0.5 else name[i + 1]) + name[i + 2 :]
    if new in _authors(case):
        return None
    start = citation["start"] + at
    return Edit("name misspelt", start, start + len(name), new, ((citation["start"], citation["end"]),))


def _numbers(case: Case, chance: random.Random) -> Iterator[Edit]:
    if case.form != "bracket":
        return
    numbers = [
        c for c in sure_citations(case.truth) if c["text"].strip("[]").isdigit() and c["end"] <= case.truth["body_end"]
    ]
    for citation in chance.sample(numbers, min(_EACH, len(numbers))):
        digits = re.search(r"\d+", citation["text"])
        if digits:
            new = str(len(case.truth["references"]) + chance.randint(3, 40))
            start = citation["start"] + digits.start()
            yield Edit(
                "number beyond the list",
                start,
                citation["start"] + digits.end(),
                new,
                ((citation["start"], citation["end"]),),
            )


def _links(case: Case, chance: random.Random) -> Iterator[Edit]:
    plain = [
        r
        for r in case.truth["references"]
        if not r["doi"] and not r["url"] and "http" not in r["text"] and r["text"].endswith(".")
    ]
    for reference in chance.sample(plain, min(_EACH, len(plain))):
        end = reference["end"]
        yield Edit("link bare", end, end, f" {chance.choice(_LEADS)}", ((end, end),))


def _ligatures(case: Case, chance: random.Random) -> Iterator[Edit]:
    words = [
        m for m in re.finditer(r"[^\W\d_]{4,}", case.text[: case.truth["body_end"]]) if _LIGATURE.search(m.group())
    ]
    holes = [(c["start"], c["end"]) for c in case.truth["citations"]]
    holes += [(x["start"], x["end"]) for x in case.truth["candidates"] if "start" in x]
    chance.shuffle(words)
    sound = (w for w in words if not any(overlap(w.span(), hole) for hole in holes))
    for word, _ in zip(sound, range(_WORDS), strict=False):
        lost = _LIGATURE.search(word.group())
        if lost:
            start, end = word.start() + lost.start(), word.start() + lost.end()
            yield Edit("ligature broken", start, end, "\ufffd", (word.span(),), word.group())
