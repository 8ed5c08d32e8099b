"""Plain records that the stages hand to each other.

Nothing here reads, judges or prints.  Every class is a frozen, slotted data class: a corpus
holds millions of them, and they travel between processes.  Values are exact (``Fraction``).
"""
