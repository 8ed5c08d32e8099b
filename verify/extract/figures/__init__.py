"""Read figures and dates: numerals, units, hedges, ranges, exactly the characters they take."""
