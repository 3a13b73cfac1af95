"""What texts that take long consist of: pieces that are repeated, in any format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Make = Callable[[int], str]


def _name(number: int) -> str:
    letters = ""
    while number or not letters:
        number, last = divmod(number, 26)
        letters += chr(97 + last)
    return f"Ab{letters}el"


def repeated(piece: str) -> Make:
    """Return a text of about so many characters that repeats a piece."""
    return lambda length: piece * max(length // len(piece), 1)


def counted(piece: str, after: str = "", each: str = "") -> Make:
    """Return a text that repeats a piece with numbers and names; `after` heads a list of one entry `each`."""

    def make(length: int) -> str:
        numbers = range(max(length // (len(piece) + len(each)), 1))
        body, entries = (
            "".join(said.format(n=n, name=_name(n), year=1900 + n % 120) for n in numbers) for said in (piece, each)
        )
        return f"{body}{after}{entries}"

    return make


_LIST = "\n\nReferences\n\n"
_ENTRY = "{name}, K. ({year}). The tide of {name} {n}. Quay, {n}(2), 1–9.\n"
_NUMBERED = "{n}. {name} K. The tide of {name}. Quay. {year};{n}:1–9.\n"

SHARED: Mapping[str, Make] = {
    "spaces": repeated(" "),
    "tabs": repeated("\t"),
    "no-break spaces": repeated("\u00a0"),
    "em spaces": repeated("\u2003"),
    "form feeds": repeated("\f"),
    "file separators": repeated("\x1c"),
    "line ends": repeated("\n"),
    "spaces and words": repeated("tide" + " " * 500),
    "brackets": repeated("["),
    "parentheses": repeated("("),
    "closed brackets": repeated("]"),
    "braces": repeated("{"),
    "angles": repeated("<"),
    "double quotes": repeated('"'),
    "open quotes": repeated("“"),
    "single quotes": repeated("'"),
    "backticks": repeated("`"),
    "code spans": repeated("`r x` "),
    "stars": repeated("*"),
    "underscores": repeated("_"),
    "letters": repeated("a"),
    "capitals": repeated("A"),
    "digits": repeated("1"),
    "digits and commas": repeated("1,"),
    "years": repeated("1999 "),
    "bracketed numbers": repeated("[1] "),
    "long marker": repeated("[1, 2, 3, 4, 5, 6, 7, 8, 9] "),
    "initials": repeated("A. "),
    "names": repeated("Abel, "),
    "names and": repeated("Abel and Sand "),
    "capital names": repeated("ABEL "),
    "et al.": repeated("et al. "),
    "dots": repeated("."),
    "commas": repeated(","),
    "semicolons": repeated(";"),
    "hyphens": repeated("-"),
    "dashes": repeated("–"),
    "broken lines": repeated("tide-\n"),
    "one word a line": repeated("tide\n"),
    "spaced hyphens": repeated("tide - "),
    "lone signs": repeated("\ufffd"),
    "broken words": counted("con\ufffdden{n}ce{name} "),
    "words with controls": counted("si\x1cni\x1ccan{name} "),
    "invisible": repeated("a\u200b"),
    "soft hyphens": repeated("a\u00ad"),
    "escape codes": repeated("\x1b[31m"),
    "combining": repeated("a\u0301"),
    "right to left": repeated("\u202e"),
    "astral": repeated("😀"),
    "mojibake": repeated("Ã©"),
    "addresses": repeated("https://a.example/b "),
    "address without end": lambda length: "https://a.example/" + "b/" * (length // 2),
    "dois": repeated("10.1000/abc "),
    "doubled words": repeated("the the "),
    "headings": repeated("References\n"),
    "citations": repeated("(Abel, 1999) "),
    "open citations": repeated("(Abel, 1999; "),
    "one long citation": lambda length: "(" + "Abel, 1999; " * (length // 12) + ")",
    "cited list": counted("So it was ({name}, {year}). ", _LIST, _ENTRY),
    "misspelt citations": counted("So it was ({name}x, {year}). ", _LIST, _ENTRY),
    "uncited list": counted("", _LIST, _ENTRY),
    "uncited numbered list": counted("", _LIST, _NUMBERED),
    "numbered list of one author": counted("", _LIST, "{n}. Abel K. The tide of {name}. Quay. {year};{n}:1–9.\n"),
    "numbered": counted("So it was [{n}]. ", _LIST, _NUMBERED),
    "raised": repeated("tide¹ "),
    "entries of one line": lambda length: "References\n" + "Abel, K. (1999). Tide. Quay, 1, 2–3. " * (length // 37),
    "fixes": counted("the the tide , was ofﬁce{name} .\n"),
    "text": counted("The tide of {name} was as high as in {year}, and so was the other one, but it fell.\n\n"),
}
