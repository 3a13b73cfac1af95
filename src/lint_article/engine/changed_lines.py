"""Which lines of which files differ from a revision, as git tells it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lint_article.dataclass import dataclass
from lint_article.engine.diagnostic import Diagnostic
from lint_article.errors import UserError

_ALL = range(1, 2**31)
_NO_COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's name of a tree without files
_DIFF = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames")
_PREFIXES = ("--src-prefix=a/", "--dst-prefix=b/")
_NAME = rb'(?:b/(?P<plain>[^"\t\n]+)|"b/(?P<quoted>.+)")'
_FILE = re.compile(rb"^\+\+\+ " + _NAME, re.MULTILINE)
_BINARY = re.compile(rb"^Binary files .* and " + _NAME + rb" differ$", re.MULTILINE)
_HUNK = re.compile(rb"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_NEXT_FILE = re.compile(rb"^diff --git ", re.MULTILINE)


class Hunk(NamedTuple):
    """Lines, counted from 1, before and after a change; either may be none, and then begins where they would be."""

    old: range
    new: range


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines of each file that differ, by the file's real path; a file that is not named is as it was."""

    files: Mapping[str, Sequence[range]]

    def has_touched(self, found: Diagnostic, path: str) -> bool:
        """Tell whether a finding in the manuscript `path` touches a line that differs.

        A PDF and a Word document have no lines: if they differ at all, they differ everywhere.
        """
        lines = self.files.get(os.path.realpath(found.place.path or path), ())
        if found.place.page is not None or found.place.paragraph is not None:
            return bool(lines)
        return any(stretch.start <= found.end.line and found.place.line < stretch.stop for stretch in lines)


def find_changes(folder: Path, revision: str = "", is_staged: bool = False) -> Changes:
    """Return what differs between a revision and the files of the repository that a folder is in.

    `revision` "" is the last commit. `is_staged` leaves out what is not in the index yet; lines are always those of the
    files as they are. Raises UserError if the folder is in no repository, or git does not know the revision.
    """
    root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    if is_staged:
        later = _hunks(_git(root, *_DIFF, *_PREFIXES))
        staged = _hunks(_git(root, *_DIFF, *_PREFIXES, "--cached"))
        files = {name: [_follow(hunk.new, later.get(name, ())) for hunk in hunks] for name, hunks in staged.items()}
    else:
        hunks_of = _hunks(_git(root, *_DIFF, *_PREFIXES, _commit(root, revision)))
        files = {name: [hunk.new for hunk in hunks] for name, hunks in hunks_of.items()}
        untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")[:-1]
        files |= {os.fsdecode(name): [_ALL] for name in untracked}
    return Changes({os.path.realpath(root / name): lines for name, lines in files.items()})


def _commit(root: Path, revision: str) -> str:
    """Return the name of a commit; of a tree without files if there is none yet."""
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision or 'HEAD'}^{{commit}}")
    except UserError:
        if revision:
            raise UserError(f"Git knows no revision `{revision}`.", "Name a branch, a tag or a commit.") from None
        return _NO_COMMIT
    return found.decode().strip()


def _hunks(diff: bytes) -> dict[str, list[Hunk]]:
    """Return the hunks of a difference by the names of the files; a binary file is one that differs throughout."""
    return {name: hunks for part in _NEXT_FILE.split(diff)[1:] for name, hunks in _hunks_of_file(part)}


def _hunks_of_file(part: bytes) -> Iterator[tuple[str, list[Hunk]]]:
    if match := _FILE.search(part):
        yield _name(match), [_hunk(*found.groups(b"1")) for found in _HUNK.finditer(part, match.end())]
    elif match := _BINARY.search(part):
        yield _name(match), [Hunk(_ALL, _ALL)]


def _hunk(old: bytes, old_count: bytes, new: bytes, new_count: bytes) -> Hunk:
    return Hunk(_lines(int(old), int(old_count)), _lines(int(new), int(new_count)))


def _lines(start: int, count: int) -> range:
    """Return a hunk's lines; git states the line before them if there are none."""
    first = start if count else start + 1
    return range(first, first + count)


def _follow(lines: range, later: Sequence[Hunk]) -> range:
    """Return where lines are after later edits, with what these have put in their place."""
    start, stop = lines.start, lines.stop
    for hunk in later:
        if hunk.old.start >= lines.stop:
            break
        shift = hunk.new.stop - hunk.old.stop
        start = lines.start + shift if hunk.old.stop <= lines.start else min(start, hunk.new.start)
        stop = max(lines.stop, hunk.old.stop) + shift
    return range(start, max(start, stop))


def _name(match: re.Match[bytes]) -> str:
    """Return a file's name; git writes unusual characters as C does, in quotation marks."""
    if match["plain"]:
        return os.fsdecode(match["plain"])
    return os.fsdecode(match["quoted"].decode("unicode_escape").encode("latin-1"))


def _git(folder: Path, *words: str) -> bytes:
    command = ["git", "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise UserError(f"Git cannot be run: {error.strerror or error}.", "Install git, or check all lines.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UserError(f"Git cannot say what has changed: {said[-1] if said else 'no reason given'}.")
    return done.stdout
