"""What the commands and environments of LaTeX are for a reader of the manuscript."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_article.document import BlockKind, MarkKind

# How the arguments of a command are read: s a star, o optional and left out, r the same in round brackets, d left out,
# t text, k a label that is printed as a number. What is not here is written if it is in braces, and left out if it is
# in brackets.
_ARGUMENTS = """
addcontentsline ddd; addtocounter dd; addtolength dd; AtBeginDocument d; AtEndDocument d; bibliographystyle d;
bibpunct oddddddd; captionsetup sod; clearpage; colorbox odt; color od; cline d; cmidrule ord; counterwithin sdd;
DeclareGraphicsExtensions d; DeclareMathOperator sdd; definecolor oddd; documentclass od; ensuremath k;
enlargethispage sd; externaldocument od; fancyfoot od; fancyhead od; fbox t; fontsize dd; foreignlanguage odt;
framebox oot; geometry d; graphicspath d; hspace sd; hypersetup d; includegraphics sood; includepdf od; index od;
keywords t; label od; lettrine ott; linespread d; lstset d; makebox oot; markboth dd; markright d; mbox t; multicolumn
ddt; multirow ododot; newcounter do; newlength d; newtheorem sdodo; numberwithin dd; pagecolor od; pagenumbering d;
pagestyle d; parbox ooodt; PassOptionsToPackage dd; phantom d; providecolor odd; hphantom d; vphantom d; raisebox
doot; RequirePackage odo; resizebox sddt; rotatebox odt; rowcolor odoo; rule odd; scalebox dot; selectlanguage d;
setcounter dd; setlength dd; setlist od; setmainfont ood; shortcaption d; sisetup d; special d; SweaveOpts d;
SweaveSyntax d; textcolor odt; texorpdfstring dt; thispagestyle d; tikzset d; titleformat sddddd; titlespacing sdddd;
usepackage odo; usetikzlibrary d; vspace sd; write d; SI okok; si ok; num ok; unit ok; qty okk; ang ok; gls sok; acp
k; ac k; todo od; hyperlink dt; hypertarget dt; hyperref ot; ref sk; eqref sk; pageref sk; autoref sk; nameref sk;
cref sk; Cref sk; crefrange skk; vref sk; subref sk;
"""
ARGUMENTS: Mapping[str, str] = {
    name: "".join(kinds) for name, *kinds in (entry.split() for entry in _ARGUMENTS.split(";") if entry.strip())
}

MARKS: Mapping[str, MarkKind] = {
    "emph": "emphasis",
    "textbf": "emphasis",
    "textit": "emphasis",
    "textsl": "emphasis",
    "underline": "emphasis",
    "texttt": "code",
    "code": "code",
    "textsuperscript": "superscript",
}
LEVELS: Mapping[str, int] = {
    "part": 1,
    "chapter": 2,
    "section": 3,
    "subsection": 4,
    "subsubsection": 5,
    "paragraph": 6,
    "subparagraph": 7,
}
SPACES: Mapping[str, str] = {
    ",": " ",
    ";": " ",
    ":": " ",
    ">": " ",
    "quad": " ",
    "qquad": " ",
    "-": "",
    "/": "",
    "!": "",
    "@": "",
}
# What TeX sets a length or a number to: \hangindent=1.5em, \parskip 6pt plus 2pt, \tolerance=9999.
_LENGTH = r"[-+]?\s*\d*[.,]?\d+\s*(?:true\s*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|em|ex|mu|fill?l?)(?![a-z])"
_VALUE = rf"(?:{_LENGTH}|[-+]?\d+(?![\d.])|[-+]?\d*\.?\d*\\[A-Za-z]+)"
ASSIGNMENT = re.compile(rf"\s*(?:=\s*{_VALUE}|{_LENGTH})(?:\s*(?:plus|minus)\s*{_LENGTH}){{0,2}}")
SIGNS: Mapping[str, tuple[str, str]] = {
    "---": ("—", "dash"),
    "--": ("–", "dash"),
    "``": ("“", "quotation mark"),
    "''": ("”", "quotation mark"),
    "`": ("‘", "quotation mark"),
    "!`": ("¡", "sign"),
    "?`": ("¿", "sign"),
    "~": (" ", "tie"),
}
NAMES: Mapping[str, str] = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "LaTeXe": "LaTeX2e",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "slash": "/",
    "textvisiblespace": " ",
    "textdegree": "°",
    "degree": "°",
    "textregistered": "®",
    "texttrademark": "™",
    "textcopyright": "©",
}

ENVIRONMENTS: Mapping[str, BlockKind] = {
    "abstract": "abstract",
    "longtable": "table",
    "quotation": "quote",
    "quote": "quote",
    "tabular": "table",
    "tabular*": "table",
    "tabularx": "table",
    "tabulary": "table",
    "verse": "quote",
}
ENVIRONMENT_ARGUMENTS: Mapping[str, str] = {
    "algorithm": "o",
    "figure": "o",
    "figure*": "o",
    "longtable": "od",
    "minipage": "oood",
    "multicols": "do",
    "otherlanguage": "od",
    "otherlanguage*": "od",
    "subfigure": "ood",
    "table": "o",
    "table*": "o",
    "tabular": "od",
    "tabular*": "dod",
    "tabularx": "dod",
    "tabulary": "dod",
    "thebibliography": "d",
    "wrapfigure": "odod",
}
LISTS = frozenset("itemize enumerate description compactitem compactenum inparaenum list".split())
MATHEMATICS = frozenset(
    "align align* alignat alignat* displaymath dmath dmath* eqnarray eqnarray* equation equation* flalign"
    " flalign* gather gather* IEEEeqnarray IEEEeqnarray* math multline multline*".split()
)
CODE = frozenset(
    "verbatim verbatim* Verbatim lstlisting minted alltt Shaded Highlighting code BVerbatim Sinput Soutput".split()
)
LEFT_OUT = frozenset("comment filecontents filecontents* tikzpicture pgfpicture picture CCSXML".split())

_CITES = (
    "cite citet citep citealt citealp citeauthor citeyear citeyearpar citefullauthor citenum citetitle citeurl citedate"
    " parencite textcite autocite footcite footcitetext smartcite supercite fullcite footfullcite notecite pnotecite"
    " citeA citeNP citeANP citeyearNP shortcite shortciteA fullciteA fullciteNP onlinecite citeonline citetalias"
    " citepalias volcite avolcite pvolcite tvolcite fnotecite citelink citeasnoun possessivecite citeN shortciteN"
    " shortcites citebyauthor citec citegenitive inlinecite"
).split()
NARRATIVE = frozenset("citet textcite citeA shortciteA citeasnoun possessivecite citeN onlinecite citeauthor".split())
CITES = frozenset(name for cite in _CITES for name in (cite, cite[0].upper() + cite[1:]))
"""Commands that cite the keys in their braces (LaTeX, natbib, biblatex, apacite, jurabib, harvard)."""

MULTICITES = frozenset(f"{cite}s" for cite in CITES if not cite.endswith("s"))
"""Commands of biblatex that cite one list of keys after another."""

FIRST_ARGUMENT_IS_NO_KEY = frozenset({"volcite", "Volcite", "avolcite", "pvolcite", "Pvolcite", "tvolcite", "Tvolcite"})

LANGUAGES: Mapping[str, str] = {
    "american": "en-US",
    "australian": "en-AU",
    "british": "en-GB",
    "canadian": "en-CA",
    "catalan": "ca",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hungarian": "hu",
    "italian": "it",
    "ngerman": "de",
    "norsk": "nb",
    "polish": "pl",
    "portuguese": "pt",
    "brazil": "pt-BR",
    "romanian": "ro",
    "russian": "ru",
    "spanish": "es",
    "swedish": "sv",
    "turkish": "tr",
    "ukrainian": "uk",
    "USenglish": "en-US",
    "UKenglish": "en-GB",
}
"""Languages as babel and polyglossia name them."""
