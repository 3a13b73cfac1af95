"""Pieces of text put together to runs: what stands side by side in one face and size on one baseline."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from lint_article.readers.pdf.accents import ACCENTS, compose, settle_accents, take_off
from lint_article.readers.pdf.glyphs import GlyphPiece
from lint_article.readers.pdf.model import Run
from lint_article.readers.pdf.spaces import part_words

_TOUCHING = 0.06  # ems between two letters of a word
_SAME_SIZE = 0.05  # points


def runs_of(pieces: Iterable[GlyphPiece]) -> list[Run]:
    """Return the runs of a page in the order of the file."""
    runs: list[Run] = []
    is_new = True
    for piece in pieces:
        for one in _by_glyph(piece) if _may_have_accent(runs, piece) else (piece,):
            if not is_new and _is_touching(runs[-1], one):
                one = one._replace(before="")  # what PDFium put between an accent and the next letter
            is_new = _add(runs, one)
    runs = settle_accents(runs)
    part_words(runs)
    return runs


def _is_touching(run: Run, piece: GlyphPiece) -> bool:
    return piece.before == " " and _is_level(run, piece) and abs(piece.lefts[0] - run.right) < _TOUCHING * run.size


def _may_have_accent(runs: list[Run], piece: GlyphPiece) -> bool:
    return not ACCENTS.isdisjoint(piece.chars) or (bool(runs) and runs[-1].text[-1] in ACCENTS)


def _by_glyph(piece: GlyphPiece) -> Iterator[GlyphPiece]:
    before = piece.before
    for at, char in enumerate(piece.chars):
        lefts, rights = piece.lefts[at : at + 1], piece.rights[at : at + 1]
        if char != " ":
            yield piece._replace(chars=char, before=before, lefts=lefts, rights=rights)
        before = " " if char == " " else ""


def _add(runs: list[Run], piece: GlyphPiece) -> bool:
    """Add a piece to the last run, or as a new one; tell whether it is not an accent that the last letter takes."""
    if runs and (piece.chars in ACCENTS or runs[-1].text[-1] in ACCENTS):
        piece = _with_accent(runs, piece)
        if not piece.chars:
            return False
    run = runs[-1] if runs else None
    if run is None or run.text in ACCENTS or not _is_continuation(run, piece):
        runs.append(_begin_run(piece))
        return True
    if piece.before:
        run.text += " "
        run.lefts.append(run.right)
        run.rights.append(piece.lefts[0])
    run.text += piece.chars
    run.lefts.extend(piece.lefts)
    run.rights.extend(piece.rights)
    return True


def _with_accent(runs: list[Run], glyph: GlyphPiece) -> GlyphPiece:
    """Return the glyph to add: with the accent set before it, or without a character if the last letter takes it."""
    run = runs[-1]
    if not _is_level(run, glyph):
        return glyph
    last, edges, here = run.text[-1], (run.lefts[-1], run.right), (glyph.lefts[0], glyph.rights[0])
    if one := compose(glyph.chars, here, last, edges):
        run.replace(len(run.text) - 1, one)
        return glyph._replace(chars="")
    if one := compose(last, edges, glyph.chars, here):
        spaced = take_off(run)
        if not run.text:
            runs.pop()
        lefts, rights = (array("f", [edge] * len(one)) for edge in here)
        return glyph._replace(chars=one, before=" " if spaced else "", lefts=lefts, rights=rights)
    return glyph


def _is_continuation(run: Run, piece: GlyphPiece) -> bool:
    """Tell whether the piece is of the run's face and size, on its baseline, to its right, and within an em of it."""
    setting = piece.setting
    face = setting.face
    return (
        piece.before != "\n"
        and abs(setting.size - run.size) < _SAME_SIZE
        and face.bold == run.bold
        and face.fixed == run.fixed
        and face.maths == run.maths
        and setting.pale == run.pale
        and _is_level(run, piece)
        and run.lefts[-1] - 0.3 * run.size < piece.lefts[0] < run.right + run.size
    )


def _is_level(run: Run, piece: GlyphPiece) -> bool:
    setting = piece.setting
    return setting.turn == run.turn and abs(setting.baseline - run.baseline) < 0.12 * run.size


def _begin_run(piece: GlyphPiece) -> Run:
    setting = piece.setting
    face = setting.face
    return Run(
        piece.chars,
        piece.lefts,
        piece.rights,
        setting.baseline,
        setting.size,
        bold=face.bold,
        fixed=face.fixed,
        turn=setting.turn,
        maths=face.maths,
        spaced=piece.before == " ",
        pale=setting.pale,
    )
