"""Which time a figure holds for, and the other qualifiers that its words tell."""
