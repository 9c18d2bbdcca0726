"""The rules of the room: values, commands, events, and pure functions over them."""
