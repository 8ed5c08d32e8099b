"""From words to sets: what a figure may mean in its base unit."""
