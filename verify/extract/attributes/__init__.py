"""What a figure measures: a word for it, the noun that is counted, the event of a date."""
