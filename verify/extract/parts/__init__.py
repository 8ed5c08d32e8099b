"""Which part or case of its thing a figure is about."""
