"""Tests of services.protocol."""
