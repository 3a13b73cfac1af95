"""What texts that take long consist of, in the mark-up of each format."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from benchmarks.hostile.pieces import Make, counted, repeated

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
        "rids": lambda length: article(f'<p>a <xref ref-type="bibr" rid="{"r1 " * (length // 3)}">1</xref></p>'),
        "notes": lambda length: article(f"<p>{'a<fn><p>b</p></fn> ' * (length // 18)}</p>"),
        "citations": lambda length: article(
            "<p>" + "".join(f'<xref ref-type="bibr" rid="r{n}">{n}</xref> ' for n in range(length // 80)) + "</p>",
            "".join(f'<ref id="r{n}">Abel {n}. Tide. 1999.</ref>' for n in range(length // 80)),
        ),
        "undefined entities": lambda length: article(f"<p>{'&foo; ' * (length // 6)}</p>"),
        "entry of undefined entities": lambda length: article(
            "<p>a</p>", f'<ref id="r1">{"&foo; " * (length // 6)}</ref>'
        ),
        "deep sections": lambda length: article("<sec>" * (length // 11) + "</sec>" * (length // 11)),
        "deep italics": lambda length: article(f"<p>{'<italic>' * (length // 17)}a{'</italic>' * (length // 17)}</p>"),
        "deep lists": lambda length: article(
            "<list><list-item>" * (length // 36) + "<p>a</p>" + "</list-item></list>" * (length // 36)
        ),
        "open tags": lambda length: "<article><body>" + "<p>" * (length // 3),
        "attributes": lambda length: article("<p " + " ".join(f'a{n}="b"' for n in range(length // 9)) + ">a</p>"),
        "alternatives": lambda length: article(
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
    "typ": {
        "functions": repeated("#emph[a] "),
        "open functions": repeated("#emph["),
        "unknown functions": repeated("#foo(a: [b])[c] "),
        "deep functions": lambda length: "#a[" * (length // 4) + "]" * (length // 4),
        "deep notes": lambda length: "#footnote[" * (length // 11) + "]" * (length // 11),
        "arguments": repeated("#f("),
        "deep arguments": lambda length: "#f(" * (length // 4) + ")" * (length // 4),
        "statements": repeated("#let a = (\n"),
        "citations": counted("@k{n} "),
        "labels": counted("<k{n}> "),
        "open strings": repeated('#f("'),
        "open comments": repeated("#a[/* "),
        "comments": repeated("// a\n"),
        "open raw": repeated("#a[```"),
        "fences": repeated("```\na "),
        "raw": repeated("`a` "),
        "mathematics": repeated("$a$ "),
        "display": repeated("$ a\n"),
        "open strong": repeated("*a "),
        "figures": repeated("#figure([a], caption: [b])\n"),
    },
    "org": {
        "open blocks": repeated("#+begin_quote\n"),
        "blocks": repeated("#+begin_quote\na\n#+end_quote\n"),
        "kinds of blocks": counted("#+begin_a{n}\n"),
        "settings": repeated("#+title: a\n"),
        "citations": counted("[cite:@k{n}] "),
        "open citations": repeated("[cite:@a; "),
        "notes": counted("a[fn:{n}] ", "\n\n", "[fn:{n}] b\n"),
        "open inline notes": repeated("a[fn:: "),
        "links": repeated("[[a][b]] "),
        "open links": repeated("[[a]["),
        "drawers": repeated(":A:\n"),
        "headings": repeated("* A\n"),
        "lists": repeated("- a\n"),
        "tables": repeated("| a | b |\n"),
        "emphasis": repeated("/a "),
        "verbatim": repeated("=a "),
        "mathematics": repeated("\\[a "),
    },
    "rst": {
        "directives": repeated(".. note::\n\n   a\n\n"),
        "deep directives": lambda length: "".join(f"{' ' * 3 * n}.. note::\n" for n in range(int((length / 2) ** 0.5))),
        "deep quotes": lambda length: "".join(f"{' ' * n}a\n\n" for n in range(int(length**0.5))),
        "comments": repeated(".. a\n"),
        "roles": counted(":cite:`k{n}` "),
        "open roles": repeated(":cite:`k "),
        "open quotes": repeated("`a "),
        "strong": repeated("**a "),
        "substitutions": repeated("|a "),
        "notes": counted("a [#n{n}]_ ", "\n\n", ".. [#n{n}] b\n"),
        "citations": repeated("[a]_ "),
        "titles": repeated("a\n=\n"),
        "lines": repeated("=\n"),
        "literal blocks": repeated("a::\n\n  b\n\n"),
        "grid tables": repeated("+--+\n|a |\n"),
        "simple tables": repeated("== ==\na  b\n"),
        "options": lambda length: ".. figure:: a\n" + "   :a: b\n" * (length // 10),
    },
    "ipynb": {
        "cells": lambda length: notebook(["a"] * (length // 60)),
        "one cell": lambda length: notebook(["tide " * (length // 5)]),
        "escapes": lambda length: notebook(["é\n\\" * (length // 10)]),
        "lines": lambda length: notebook([["a\n"] * (length // 7)]),
        "open lists": repeated('{"cells": ['),
        "keys": lambda length: "{" + ",".join(f'"a{n}":1' for n in range(length // 8)) + ',"cells":[],"nbformat":4}',
    },
    "json": {
        "entries": lambda length: csl([f"Tide {n}" for n in range(length // 80)]),
    },
}


def notebook(cells: Sequence[object]) -> str:
    """Return a notebook of cells of text."""
    made = [{"cell_type": "markdown", "metadata": {}, "source": cell} for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def csl(titles: Sequence[str]) -> str:
    """Return a bibliography in CSL JSON."""
    made = [
        {"id": f"k{n}", "type": "book", "title": title, "author": [{"family": "Abel"}]}
        for n, title in enumerate(titles)
    ]
    return json.dumps(made)


def article(body: str, references: str = "") -> str:
    """Return an article in JATS."""
    back = f"<back><ref-list>{references}</ref-list></back>" if references else ""
    return f"<article><body>{body}</body>{back}</article>"
