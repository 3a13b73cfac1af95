"""Texts that take long, where anything is not linear in their length: pieces, and what they are repeated in."""

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

OF_FORMAT: Mapping[str, Mapping[str, Make]] = {
    "md": {
        "inline notes": repeated("a^[b] "),
        "open inline notes": repeated("a^[b "),
        "notes": counted("a[^{n}] ", "\n\n", "[^{n}]: b\n\n"),
        "open notes": repeated("[^1]"),
        "open links": repeated("[a]("),
        "images": repeated("![a](b) "),
        "keys": counted("[@k{n}] "),
        "one key list": lambda length: "[" + "@k; " * (length // 4) + "]",
        "quotes": repeated("> "),
        "lists": repeated("- "),
        "deep list": lambda length: "".join(f"{' ' * 2 * n}- a\n" for n in range(int(length**0.5))),
        "tables": repeated("| a "),
        "table rows": lambda length: "| a | b |\n|---|---|\n" + "| c | d |\n" * (length // 10),
        "html": repeated("<div>"),
        "comments": repeated("<!-- "),
        "mathematics": repeated("$a$ "),
        "open mathematics": repeated("$$a "),
        "fences": repeated("```\na\n"),
        "divisions": repeated("::: a\n"),
        "spans": repeated("[a]{.b} "),
        "roles": repeated("{cite:p}`k` "),
        "front matter": lambda length: "---\n" + "a: b\n" * (length // 5) + "---\nText.\n",
        "deep front matter": lambda length: "---\na: " + "[" * length + "\n---\nText.\n",
    },
    "tex": {
        "open commands": repeated(r"\textbf{"),
        "commands": repeated(r"\emph{a} "),
        "unknown commands": repeated(r"\foo{a} "),
        "open addresses": repeated(r"\url{"),
        "open links": repeated(r"\href{"),
        "open citations": repeated(r"\cite{"),
        "citations": counted(r"\cite{{k{n}}} "),
        "missing files": repeated("\\input{a}\n"),
        "open verbatim": repeated(r"\verb|"),
        "verbatim": repeated(r"\verb|a| "),
        "iffalse": repeated(r"\iffalse "),
        "notes": repeated("Some words.\\footnote{A note.} More.\n"),
        "deep notes": repeated(r"a\footnote{"),
        "begin": repeated(r"\begin{itemize}\item "),
        "open environments": repeated(r"\begin{quote}"),
        "ends": repeated(r"\end{quote}"),
        "mathematics": repeated("$a$ "),
        "display": repeated(r"\[a"),
        "comments": repeated("% a\n"),
        "sections": repeated("\\section{References\n"),
        "items": lambda length: "\\begin{thebibliography}{9}\n" + "\\bibitem{k} Abel. Tide. 1999.\n" * (length // 31),
        "macros": lambda length: r"\newcommand{\a}{b b}" + r"\a " * (length // 3),
        "macros of macros": lambda length: (
            "".join(f"\\newcommand{{\\a{chr(97 + n)}}}{{\\a{chr(98 + n)}\\a{chr(98 + n)}}}" for n in range(20))
            + "\\aa " * (length // 4)
        ),
    },
    "xml": {
        "rids": lambda length: _article(f'<p>a <xref ref-type="bibr" rid="{"r1 " * (length // 3)}">1</xref></p>'),
        "notes": lambda length: _article(f"<p>{'a<fn><p>b</p></fn> ' * (length // 18)}</p>"),
        "citations": lambda length: _article(
            "<p>" + "".join(f'<xref ref-type="bibr" rid="r{n}">{n}</xref> ' for n in range(length // 80)) + "</p>",
            "".join(f'<ref id="r{n}">Abel {n}. Tide. 1999.</ref>' for n in range(length // 80)),
        ),
        "undefined entities": lambda length: _article(f"<p>{'&foo; ' * (length // 6)}</p>"),
        "entry of undefined entities": lambda length: _article(
            "<p>a</p>", f'<ref id="r1">{"&foo; " * (length // 6)}</ref>'
        ),
        "deep sections": lambda length: _article("<sec>" * (length // 11) + "</sec>" * (length // 11)),
        "deep italics": lambda length: _article(f"<p>{'<italic>' * (length // 17)}a{'</italic>' * (length // 17)}</p>"),
        "deep lists": lambda length: _article(
            "<list><list-item>" * (length // 36) + "<p>a</p>" + "</list-item></list>" * (length // 36)
        ),
        "open tags": lambda length: "<article><body>" + "<p>" * (length // 3),
        "attributes": lambda length: _article("<p " + " ".join(f'a{n}="b"' for n in range(length // 9)) + ">a</p>"),
        "alternatives": lambda length: _article(
            "<p>" + "<alternatives><tex-math>a</tex-math></alternatives>" * (length // 52) + "</p>"
        ),
    },
    "html": {
        "open tags": repeated("<b>"),
        "deep divisions": lambda length: "<div>" * (length // 11) + "a" + "</div>" * (length // 11),
        "closed tags": repeated("</p>"),
        "comments": repeated("<!--"),
        "links": repeated("<a href='#r1'>1</a> "),
        "open links": repeated("<a href='"),
        "raised": repeated("a<sup>1</sup> "),
        "tables": repeated("<table><tr><td>a"),
        "lists": repeated("<ol><li>a"),
        "scripts": repeated("<script>"),
        "entities": repeated("&amp;"),
    },
    "bib": {
        "entries": counted("@article{{k{n}, author={{Abel, {name}}}, title={{Tide {n}}}, year={year}}}\n"),
        "open entries": repeated("@article{k, "),
        "strings": repeated('@string{a = "b"}\n'),
        "joined strings": lambda length: "@article{k, title = " + "a # " * (length // 4) + "a}",
        "authors": lambda length: "@article{k, author = {" + "Abel, K. and " * (length // 13) + "Sand, U.}}",
        "braces": lambda length: "@article{k, title = {" + "{" * length,
        "deep braces": lambda length: "@article{k, title = {" + "{" * (length // 2) + "}" * (length // 2) + "}}",
        "cross references": counted("@inbook{{k{n}, crossref = {{k{n}}}}}\n"),
    },
    "ris": {
        "records": counted("TY  - JOUR\nAU  - Abel, {name}\nTI  - Tide {n}\nPY  - {year}\nER  - \n"),
        "authors": lambda length: "TY  - JOUR\n" + "AU  - Abel, K.\n" * (length // 15) + "ER  - \n",
        "open records": repeated("TY  - JOUR\n"),
    },
}


def _article(body: str, references: str = "") -> str:
    back = f"<back><ref-list>{references}</ref-list></back>" if references else ""
    return f"<article><body>{body}</body>{back}</article>"


FORMATS = ("txt", "md", "tex", "xml", "html", "bib", "ris")


def texts(ending: str) -> Mapping[str, Make]:
    """Return the texts for files of this ending; what all formats share lies in a paragraph of each."""
    framed = SHARED
    if ending == "xml":
        framed = {name: _in_article(make) for name, make in SHARED.items()}
    if ending == "html":
        framed = {name: _in_page(make) for name, make in SHARED.items()}
    return {**framed, **OF_FORMAT.get(ending, {})}


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\x1c", "\ufffd")
        .replace("\x1b", "\ufffd")
        .replace("\f", "\ufffd")
    )


def _in_article(make: Make) -> Make:
    return lambda length: _article(f"<p>{_escaped(make(length))}</p>")


def _in_page(make: Make) -> Make:
    return lambda length: f"<html><body><p>{_escaped(make(length))}</p></body></html>"
