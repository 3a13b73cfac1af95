"""`pytest --update-expected` writes what is compared, to be read before it is committed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write expected files and generated pages anew")


@pytest.fixture
def assert_written(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Give a function that compares a text with a file, or writes it there with `--update-expected`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-expected"):
            path.write_text(text, encoding="utf-8")
        assert text == (path.read_text(encoding="utf-8") if path.exists() else "")

    return compare
