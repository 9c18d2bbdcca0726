"""Figures of speed that count what is still waiting: numpy and nothing of the hub, the desk or the window."""
