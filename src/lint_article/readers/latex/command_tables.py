"""What the commands and environments of LaTeX are for a reader of the manuscript."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_article.document import BlockKind, MarkKind

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
    "copyright": "©",
    "textgreater": ">",
    "textless": "<",
    "textbar": "|",
    "textbardbl": "‖",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrack": "[",
    "rbrack": "]",
    "textunderscore": "_",
    "textminus": "−",
    "textquotedbl": '"',
    "percent": "%",
    "perthousand": "‰",
    "checkmark": "✓",
    "ddag": "‡",
    "S": "§",
    "P": "¶",
    "SS": "SS",
    "pounds": "£",
    "euro": "€",
    "Euro": "€",
    "micro": "µ",
    "ohm": "Ω",
    "hyp": "-",
    "lq": "‘",
    "rq": "’",
    "guillemetleft": "«",
    "guillemetright": "»",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX",
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
LEFT_OUT = frozenset("comment filecontents filecontents* CCSXML".split())
DRAWINGS = frozenset("tikzpicture pgfpicture picture pspicture tikzcd".split())

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
