"""Servers: the language server for editors, the page to drop a manuscript on."""
