"""Find the things that a document names, with every name that it gives them."""
