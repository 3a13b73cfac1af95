"""Sheets that are not lawful are refused with the file, the key and the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.rulebook import SheetError, read_examples, read_sheet

SHEET = """
code     = "TXT999"
kind     = "pattern"
severity = "warning"
summary  = "A fault"
message  = "Found `{text}`."
why      = "Because."
pattern  = "x"
"""
BACKGROUND = '[port]\ntext = "Ships came (Abel, 2001)."\nentries = "Abel, A. (2001). Ships."\n'


def sheet(folder: Path, text: str) -> Path:
    (folder / "text").mkdir()
    (folder / "backgrounds.toml").write_text(BACKGROUND, encoding="utf-8")
    path = folder / "text/a-fault.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("pattern  =", "patern   =", "a pattern has no key `patern`. Did you mean `pattern`?"),
        ('pattern  = "x"', "", "a pattern needs `pattern`"),
        ("why      =", "wy       =", "`why` must be a text"),
        ('"pattern"', '"patern"', "no kind is called `patern`. Did you mean `pattern`?"),
        ('"warning"', '"warn"', "severity must be one of suggestion, warning, error"),
        ("TXT999", "CIT999", "code `CIT999` is not of the family text"),
        ('pattern  = "x"', 'pattern  = "x"\nhnt = "x"', "a pattern has no key `hnt`. Did you mean `hint`?"),
        (
            'pattern  = "x"',
            'pattern  = "x"\noptions = { except = 3 }',
            "an option must not be called `except`: every rule",
        ),
        ('pattern  = "x"', "pattern  = ", "Invalid value"),
    ],
)
def test_what_a_sheet_may_not_say(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = sheet(tmp_path, SHEET.replace(old, new))
    with pytest.raises(SheetError) as caught:
        read_sheet(path)
    assert str(caught.value).startswith(f"{path}: ") and said in str(caught.value)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ('txt = "x"', "an example has no key `txt`. Did you mean `text`?"),
        ('entries = "x"', "an example has no key `entries`."),
        ('in = "prot"', "no background is called `prot`; there are port"),
        ('in = "port"\nchange = { "2001" = "2002" }', "`2001` is in the background 2 times and not once"),
        ('in = "port"\nchange = "2001"', "`change` must be a table from words to words"),
    ],
)
def test_what_an_example_may_not_say(tmp_path: Path, example: str, said: str) -> None:
    path = sheet(tmp_path, f"{SHEET}\n[[bad]]\n{example}\n")
    with pytest.raises(SheetError) as caught:
        read_examples(path)
    assert str(caught.value).startswith(f"{path}: ") and said in str(caught.value)


def test_an_example_in_a_background_states_what_it_adds(tmp_path: Path) -> None:
    example = 'in = "port"\nchange = { "(Abel" = "(Abbel" }\ntext = "More came."\nentries = "Cole, C. (2002). Tides."'
    [read] = read_examples(sheet(tmp_path, f'{SHEET}\n[[bad]]\n{example}\nat = ["Abbel"]\n'))
    assert (read.text, read.at) == (
        "Ships came (Abbel, 2001). More came.\n\nReferences\n\nAbel, A. (2001). Ships.\nCole, C. (2002). Tides.\n",
        ("Abbel",),
    )
