"""Tests of services.domain."""
