"""`python -m lint_article`."""

from lint_article.cli import main

main()
