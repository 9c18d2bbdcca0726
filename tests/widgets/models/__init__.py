"""Tests of the models, which live without a window."""
