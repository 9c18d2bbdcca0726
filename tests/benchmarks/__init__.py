"""Measurements against a reference and a peer in the same run."""
