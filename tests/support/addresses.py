"""Where the page of a test answers."""

HOST = "127.0.0.1:8765"
