"""What to say of a path that leads to no file."""

from __future__ import annotations

import re

from lint_article.errors import UserError, nearest_file

# A web address, a DOI, an arXiv id of today (2101.01234v2) or of old (hep-th/9901001), a PubMed Central id.
_ADDRESS = re.compile(
    r"(?:https?|ftp):/|www\.|doi:|(?:doi\.org/)?10\.\d{4,9}/|(?:arxiv:\s?)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.\w\w)?/\d{7})"
    r"(?:v\d+)?$|PMC\d+$",
    re.IGNORECASE,
)


def missing(path: str) -> UserError:
    """Return the error for a path that leads nowhere."""
    if _ADDRESS.match(path):
        return UserError(f"{path} is not a file. lint-article reads files; nothing is fetched.", "Download it first.")
    return UserError(f"There is no file {path}.", nearest_file(path) or "Check the path.")
