"""Folding with a map back to the original, and sentences."""
