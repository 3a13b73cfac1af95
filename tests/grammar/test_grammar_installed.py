"""Versions of installed packages."""

from __future__ import annotations

from importlib import metadata

import pytest

from lint_article.grammar.installed import version


@pytest.mark.parametrize("package", ["harper-py", "pyyaml", "regex"])
def test_the_version_is_the_one_that_is_recorded(package: str) -> None:
    assert version(package) == metadata.version(package)


def test_a_package_that_is_not_installed() -> None:
    with pytest.raises(ModuleNotFoundError):
        version("no-such-package")
