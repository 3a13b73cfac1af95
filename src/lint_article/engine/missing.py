"""What to say of a path that leads to no file."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path, PurePath

from lint_article.errors import UserError, did_you_mean

# A web address, a DOI, an arXiv id of today (2101.01234v2) or of old (hep-th/9901001), a PubMed Central id.
_ADDRESS = re.compile(
    r"(?:https?|ftp):/|www\.|doi:|(?:doi\.org/)?10\.\d{4,9}/|(?:arxiv:\s?)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.\w\w)?/\d{7})"
    r"(?:v\d+)?$|PMC\d+$",
    re.IGNORECASE,
)
_MOST_NAMES = 1000  # of a folder that are compared


def missing(path: str) -> UserError:
    """Return the error for a path that leads nowhere."""
    if _ADDRESS.match(path):
        return UserError(f"{path} is not a file. lint-article reads files; nothing is fetched.", "Download it first.")
    return UserError(f"There is no file {path}.", nearest_file(path) or "Check the path.")


def nearest_file(path: str) -> str:
    """Return `Did you mean …?` with the file or folder beside the path whose name is nearest, or ""."""
    folder, name = os.path.split(path)
    try:
        beside = list(islice(Path(folder or ".").iterdir(), _MOST_NAMES))
    except OSError:
        return ""
    by_stem = {other.stem: str(other) for other in beside}
    return did_you_mean(PurePath(name).stem, by_stem, by_stem) if name else ""
