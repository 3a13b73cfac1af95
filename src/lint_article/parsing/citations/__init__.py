"""Citations as the text prints them."""
