"""Tests of services.admin."""
