"""Results of statistical tests as the text prints them, and the probabilities that belong to them."""
