"""Align the things that documents speak of: which of them are one."""
