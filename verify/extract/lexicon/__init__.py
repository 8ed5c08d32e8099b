"""Look-ups of words at a place of a text: those of the rules, jieba's, and the texts made ready for them."""
