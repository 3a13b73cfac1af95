"""What a format is: how its files are told, which function reads them, and what a fix may write into them."""

from __future__ import annotations

from lint_article.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, and the function that reads them, as `module:function` below `readers`.

    `signs`: what its first bytes hold, in lower case. `markup`: characters that a fix must not write as they are.
    `joins`: a pattern of the mark-up that a fix must not make together with what stands beside it.
    `holders`: endings of files of data that are of this format if they have one of the signs anywhere.
    `names`: what else people call it. `searched`: a folder is searched for its files.
    `contained`: it is no text, and is read in a process of its own, which may be ended.
    `converter`: what makes of its files what the reader reads, as `module:function` too.
    """

    endings: tuple[str, ...]
    reader: str
    signs: tuple[bytes, ...] = ()
    markup: str = ""
    joins: str = ""
    holders: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    searched: bool = True
    contained: bool = False
    converter: str = ""
