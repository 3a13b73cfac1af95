"""Bibliography files: which ones a manuscript names, and the entries of each kind."""
