"""Where and when a manuscript was published, as far as its own metadata or its path tell."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_JOURNAL = re.compile(rb"<journal-title\b[^>]*>([^<]+)<")
_YEAR = re.compile(rb"<pub-date\b[^>]*>(?:(?!</pub-date>).){0,500}?<year\b[^>]*>\s*(\d{4})\s*<", re.DOTALL)
_PATH_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_NUMBERED = re.compile(r"[\W\d_]*(?:(?:vol(?:ume)?|issue|no|year|supp(?:lement)?)[\W\d_]*)*", re.IGNORECASE)


class Publication(NamedTuple):
    """The format of a manuscript, and its journal and year; None where nothing tells."""

    format: str = ""
    journal: str | None = None
    year: int | None = None


def find_publication(form: str, below: str, head: bytes) -> Publication:
    """Return what is known of a manuscript by its format, its path below the source, and its first bytes.

    JATS states journal and year. Elsewhere a year is the last one in the names of the folders, and the journal the
    first folder that is called by more than a number.
    """
    folders = below.replace("\\", "/").split("/")[:-1]
    journal = next((name for name in folders if not _NUMBERED.fullmatch(name)), None)
    years = [int(year) for name in folders for year in _PATH_YEAR.findall(name)]
    found = Publication(form, journal, years[-1] if years else None)
    return _complete(found, head) if form == "jats" else found


def _complete(found: Publication, head: bytes) -> Publication:
    journal, year = _JOURNAL.search(head), _YEAR.search(head)
    if journal:
        title = " ".join(unescape(journal[1].decode("utf-8", "replace")).split())
        found = found._replace(journal=title or found.journal)
    return found._replace(year=int(year[1])) if year else found
