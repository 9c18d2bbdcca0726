"""Tests of widgets.paint: every mark in both themes, at one and at two device pixels a pixel."""
