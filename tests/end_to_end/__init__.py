"""Tests over real processes: hub, desk, the commands a person types."""
