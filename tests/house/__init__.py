"""Tests of the house itself: files, names, imports."""
