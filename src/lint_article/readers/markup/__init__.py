"""What HTML and XML share: events, entities, linked ranges, and the elements of HTML."""
