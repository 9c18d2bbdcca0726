"""Qt models over the board of services.domain; they live without a window."""
