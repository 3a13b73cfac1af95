"""How good the grammar check is: on sentences of our own, on corrected sentences, on articles."""
