"""A publisher's backlist: any number of manuscripts, from any location, checked into tables."""
