"""The hub: takes commands, writes them down, tells every desk."""
