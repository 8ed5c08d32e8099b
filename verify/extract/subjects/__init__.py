"""Which thing a clause and its figures are about."""
