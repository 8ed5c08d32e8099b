"""A sentence with all that was found in it, and what its document has said so far."""
