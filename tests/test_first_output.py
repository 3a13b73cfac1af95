"""What can be printed of each file alone is printed when that file has been checked."""

from __future__ import annotations

import sys

import pytest

from lint_article.commands.check import Printing, _lines
from lint_article.commands.output import Output
from lint_article.config import Settings
from lint_article.engine.plan import Plan


@pytest.mark.parametrize(
    ("form", "at_once"), [("json-lines", True), ("concise", True), ("full", True), ("json", False), ("sarif", False)]
)
def test_which_formats_wait_for_the_last_file(form: str, at_once: bool) -> None:
    planned = Plan(Settings(output_format=form), ())
    assert _lines(planned, Printing(), Output(None, sys.stdout))[1] is at_once
    assert not _lines(planned, Printing(statistics=True), Output(None, sys.stdout))[1]
