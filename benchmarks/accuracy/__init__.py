"""How well the linter finds faults in real articles whose truth is known, and how seldom it is wrong."""
