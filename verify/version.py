"""The version of the program, which its outputs and what it keeps carry."""

__version__ = "0.1.0"
