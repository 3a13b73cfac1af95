"""How well the queries of a copy editor are found: known faults in real articles, and what is found without them."""
