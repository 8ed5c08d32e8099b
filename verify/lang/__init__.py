"""One module per language: the grammar of its dates, built from the words of rules/languages."""
