"""Tests of services.figures."""
