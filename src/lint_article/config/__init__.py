"""Settings: typed, with their defaults and their documentation in one place."""
