"""Reading: files of any of the known formats to documents whose every character knows its place.

``read`` is the stage; each input format is a module of its own (``formats`` tells what it must
hold).
"""

from verify.read.reading import Reading, read

__all__ = ["Reading", "read"]
