"""Tests of services.simulator."""
