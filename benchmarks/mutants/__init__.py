"""Small faults put into our own code, to see whether the tests notice."""
