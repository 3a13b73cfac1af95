"""The summary page of a backlist."""
