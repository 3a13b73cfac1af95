"""The language server: diagnostics while typing, fixes, hover, and the way from citations to references."""
