"""Tests of services.feed."""
