"""One module for each output format; its `REPORTER` says how reports become lines."""
