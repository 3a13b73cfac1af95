"""Small damages to a manuscript: pieces deleted, doubled, swapped, cut off, and signs of structure put in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random

from benchmarks.fuzz.packages import zipped

_PIECE = re.compile(r"\\[A-Za-z]+|</?[A-Za-z][^<>]{0,80}>|\w+|\s+|.", re.DOTALL)
_SIGNS: Mapping[str, str] = {
    "latex": r"{ } \\ \begin{quote} \end{quote} \section{ \footnote{ \item \cite{ \bibitem{ ] [ $ % & \par \verb|",
    "markdown": r"# > - 1. ``` ` * _ [ ]( ^[ [@ ] | --- $ $$ <br> <div> </div> \ ::: [^1] [^1]:",
    "html": "<p> </p> <br> <h2> </h2> <ul> <li> <table> <tr> <td> <sup> <a href='#r1'> <!-- --> <math> & < > </div>",
    "jats": "<p> </p> <sec> </sec> <title> <break/> <ref id='b1'> <xref rid='b1'> </xref> <list-item> <sup> & < ]]>",
    "notebook": '{ } [ ] , : " "source" "cell_type" "markdown" "code" null 1 \\ \\n',
    "odt": "<text:p> </text:p> <text:span> </text:span> <text:note> <text:h> <text:list> <text:s text:c='9'/> <a> & <",
    "org": "* ** #+TITLE: #+begin_src #+end_src [[ ]] [fn:1] [cite:@ ] :PROPERTIES: :END: | = ~",
    "rst": ".. :: ` `` :cite:`k` [#]_ .. [#] |a| ===== --- | _a: :ref:`",
    "typst": "= == #cite( @k #include( [ ] $ ` ``` // /* */ #bibliography( < > #footnote[",
    "settings": '[ ] [[ ]] = { } " """ \' true 0 -1 1e999 9999999999 [rules] [grammar] select',
    "sheet": '[ ] [[bad]] = { } " """ \' kind pattern (?P<a> ( ) * severity 1 true',
    "baseline": '{ } [ ] , : " null 1 -1 1e999 "files" "version"',
    "plain": "( ) [ ] (1) [1] [9] 1999 1999a et al. & ; References \ufffd \x0c \t - – “ ” ¹",
}
_SHARED = "\n|\n\n| |\ufffd|\x0c|\x00|\u2028|é|😀|\ud800|References|2003|[3]|(Abel, 2001)|1.|-".split("|")
_MOST = 6
_PARTS: Mapping[str, re.Pattern[str]] = {
    "docx": re.compile(r"word/(?:document|footnotes|endnotes|comments|styles|numbering)\.xml"),
    "odt": re.compile(r"content\.xml"),
    "epub": re.compile(r".+\.(?:xhtml|opf|xml)"),
    "archive": re.compile(r".+\.(?:tex|bib)"),
}
_TORN = 0.1  # of the packages: their own bytes are damaged


def mutated(data: bytes, form: str, random: Random) -> bytes:
    """Return a manuscript of this format with some damages."""
    if form in _PARTS and random.random() > _TORN:
        return _package(data, form, random)
    if form in ("pdf", *_PARTS):
        return _bytes(data, random)
    return _text(data.decode("utf-8", "surrogateescape"), form, random).encode("utf-8", "surrogatepass")


def _text(text: str, form: str, random: Random) -> str:
    pieces = _PIECE.findall(text)
    signs = [*_SIGNS.get(form, "").split(" "), *_SHARED]
    for _ in range(random.randint(1, _MOST)):
        random.choice(_DAMAGES)(pieces, signs, random)
    return "".join(pieces)


def _stretch(pieces: list[str], random: Random) -> slice:
    start = random.randrange(len(pieces) + 1)
    return slice(start, start + random.choice((1, 1, 2, 5, 40, 400)))


def _delete(pieces: list[str], _: list[str], random: Random) -> None:
    del pieces[_stretch(pieces, random)]


def _double(pieces: list[str], _: list[str], random: Random) -> None:
    taken = _stretch(pieces, random)
    pieces[taken] = pieces[taken] * random.choice((2, 2, 3, 30))


def _move(pieces: list[str], _: list[str], random: Random) -> None:
    taken = _stretch(pieces, random)
    moved = pieces[taken]
    del pieces[taken]
    at = random.randrange(len(pieces) + 1)
    pieces[at:at] = moved


def _insert(pieces: list[str], signs: list[str], random: Random) -> None:
    at = random.randrange(len(pieces) + 1)
    pieces[at:at] = [random.choice(signs)] * random.choice((1, 1, 1, 2, 50))


def _cut_off(pieces: list[str], _: list[str], random: Random) -> None:
    del pieces[random.randrange(len(pieces) + 1) :]


_DAMAGES: list[Callable[[list[str], list[str], Random], None]] = [_delete, _delete, _double, _move, _insert, _insert]
_DAMAGES += [*_DAMAGES, _cut_off]


def _package(data: bytes, form: str, random: Random) -> bytes:
    """Damage one part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    name = random.choice([name for name in files if _PARTS[form].fullmatch(name)])
    if form == "docx":
        files[name] = _elements(files[name], random)
    else:
        signs = {"epub": "html", "archive": "latex"}.get(form, form)
        files[name] = _text(files[name].decode("utf-8", "surrogateescape"), signs, random).encode("utf-8", "replace")
    return zipped(files)


def _elements(xml: bytes, random: Random) -> bytes:
    """Damage XML mostly so that it stays well formed: elements are doubled, moved or deleted."""
    elements = re.split(rb"(?=<w:(?:p|r|tbl|tr|tc|br|t|fldChar|ins|del|sdt)[ />])", xml)
    for _ in range(random.randint(1, _MOST)):
        at = random.randrange(len(elements) + 1)
        elements[at : at + 1] = elements[at : at + 1] * random.choice((0, 2, 3))
    return b"".join(elements)


def _bytes(data: bytes, random: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(random.randint(1, _MOST)):
        at = random.randrange(len(damaged))
        damaged[at : at + random.choice((1, 1, 4, 100))] = random.randbytes(random.choice((0, 1, 4)))
    return bytes(damaged)
