"""Grammar engines and what they are shown."""
