"""The documentation site: these pages, and one page for each rule, which is made from its sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from rule_pages import write_rule_pages  # noqa: E402 - stands beside this file

from lint_article import __version__  # noqa: E402

project = "lint-article"
copyright = "the lint-article authors"  # noqa: A001 - Sphinx wants this name
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["ci", "editors"]
myst_heading_anchors = 3
nitpicky = False
autodoc_member_order = "bysource"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_title = f"lint-article {__version__}"
html_copy_source = False


def setup(app: Any) -> None:
    """Have the rules' pages written before the others are read."""
    app.connect("builder-inited", lambda _: write_rule_pages(HERE / "rules"))
