"""Which reference each citation cites."""
