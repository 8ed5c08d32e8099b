"""What editors decided, kept for good: an append-only log, chained by hashes, and what is in force."""
