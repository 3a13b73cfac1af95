"""Trains the labeller of references (`lint_article.parsing.references.labelling`); not part of the package."""
