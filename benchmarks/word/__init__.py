"""Annotated Word documents opened by LibreOffice."""
