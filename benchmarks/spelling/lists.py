"""Make the lists of misspellings from their sources.

    python -m benchmarks.spelling.lists WORD_CODEGEN_RS WORDS…
    python -m benchmarks.spelling.lists WORDS…                  # only those of slips

WORD_CODEGEN_RS is `src/word_codegen.rs` of the crate typos-dict, WORDS are lists of English words, one a line.
`academic.txt` has the words of seven letters or more that 20 of 1,400 open-access articles have in common.
The pairs of British and American spellings were taken once from the crate varcon and are kept as they are.
"""

from __future__ import annotations

import re
import sys
import tomllib
from array import array
from collections.abc import Collection, Iterable, Sequence, Set
from pathlib import Path
from zlib import crc32

from lint_article.parsing.language.lexicon import COMMON, lexicon
from lint_article.spelling import slips

_HOME = Path(__file__).parents[2] / "src/lint_article/spelling"
_ENTRY = re.compile(r'InsensitiveStr::Ascii\("([a-z]{4,})"\),\s*&\["([a-z]+)"\]')
_LATIN = "icus"  # ends adjectives of Latin names and phrases, `locus classicus`
_SHORTEST = 5  # letters, but for misspellings of the commonest words
_COMMONEST = 5.0


def main(arguments: Sequence[str]) -> None:
    """Write the lists and their sums."""
    sources = [Path(argument) for argument in arguments if argument.endswith(".rs")]
    others = [Path(argument) for argument in arguments if not argument.endswith(".rs")]
    known = {line.strip().lower() for path in others for line in path.read_text("utf-8", "replace").splitlines()}
    for source in sources:
        write_misspellings(source, known)
    write_slips(known)


def write_misspellings(source: Path, known: Collection[str]) -> None:
    """Write the misspellings that the source lists, and the sums of the words of the lexicon."""
    english = lexicon(("en",))
    chosen = tomllib.loads(Path(__file__).with_name("lists.toml").read_text("utf-8"))
    kept, dropped = chosen["kept"].split(), chosen["dropped"].split()
    pairs = {}
    for wrong, right in _ENTRY.findall(source.read_text("utf-8")):
        usual = right in known or english.weight(right) > 0
        long = len(wrong) >= _SHORTEST or english.weight(right) >= _COMMONEST
        if wrong in dropped or wrong.endswith(_LATIN):
            continue
        if usual and long and (wrong in kept or not (wrong in known or english.weight(wrong))):
            pairs[wrong] = _same_number(wrong, right)
    pairs |= chosen["added"]
    text = "".join(f"{wrong} {right}\n" for wrong, right in sorted(pairs.items()))
    _HOME.joinpath("misspellings.txt").write_text(text, "ascii")
    _write_sums("misspellings", pairs)
    _write_sums("known", (word for word in english.counts[0] if re.fullmatch("[a-z]{6,}", word)))


def _same_number(wrong: str, right: str) -> str:
    """Return the singular of a plural correction where the misspelling is one slip from it (`collcetion`)."""
    singular = right.removesuffix("s")
    is_singular = right != singular and wrong[-2] != "s" and slips.is_slip(wrong, singular)
    return singular if is_singular and lexicon(("en",)).weight(singular) > 0 else right


def write_slips(known: Set[str]) -> None:
    """Write the frequent words, and the sums of the rare ones that are one slip away from one of them."""
    english = lexicon(("en",))
    listed = {word for word in english.counts[0] if re.fullmatch("[a-z]{7,20}", word)}
    academic = set(Path(__file__).with_name("academic.txt").read_text("ascii").split())
    frequent = sorted(word for word in listed & known if english.weight(word) >= COMMON or word in academic)
    _HOME.joinpath("frequent.txt").write_text("\n".join(frequent) + "\n", "ascii")
    terms = tomllib.loads(Path(__file__).with_name("lists.toml").read_text("utf-8"))["terms"].split()
    rare = [word for word in known | set(terms) if re.fullmatch("[a-z]{7,20}", word) and word not in listed]
    _write_sums("rare", (word for word in rare if slips.has_frequent_beside(word)))


def _write_sums(name: str, words: Iterable[str]) -> None:
    sums = array("I", sorted({crc32(word.encode()) for word in words}))
    if sys.byteorder == "big":
        sums.byteswap()
    _HOME.joinpath(f"{name}.crc32").write_bytes(sums.tobytes())


if __name__ == "__main__":
    main(sys.argv[1:])
