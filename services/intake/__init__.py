"""Ways in for reports that come from elsewhere."""
