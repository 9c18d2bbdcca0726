"""Users, tokens and the care of a hub's data."""
