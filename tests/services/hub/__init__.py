"""Tests of services.hub."""
