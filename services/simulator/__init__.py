"""A believable day of the regency, from a seed."""
