"""The feed's language: messages, their codec, and the sessions of both sides without input or output."""
