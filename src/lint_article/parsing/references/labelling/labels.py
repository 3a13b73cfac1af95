"""The labels that the words of a reference can have."""

from __future__ import annotations

# `in` is the word that announces a container or its editors.
LABELS = tuple(
    """
    label author translator editor date title in container publisher place volume pages edition genre note doi url
    """.split()
)
