"""LanguageTool: a server of the user's, one that is kept running, or a local one for the run."""
