"""What was worked out before, kept in files: never more than what could be worked out again."""
