"""Figures, dates and ranks of a text, and the claims that they state."""
