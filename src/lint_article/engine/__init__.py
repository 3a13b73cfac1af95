"""The run: from paths to diagnostics."""
