"""Labels for the words of a reference (author, title, container …), with weights trained on real references."""
