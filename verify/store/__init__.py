"""What editors decided, kept for good: an append-only log, chained by hashes, and the state that it leads to."""
