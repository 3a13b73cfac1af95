"""JATS and NLM XML."""
