"""The desk: windows that place widgets, and the bridge between them and the live feed."""
