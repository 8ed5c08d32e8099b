"""Where work is done: in this process, in several, or on a cluster that the user has.

Comes in: a function on plain records, what all its calls share, and items in chunks.  Goes out: a result for
each item, in order, the same wherever it was worked out.  An item that takes its worker down loses only
itself.  What the work is, is left to ``pipeline``.
"""

from verify.engine.here import Here
from verify.engine.work import Engine, Lost, Work, chunks

__all__ = ["Engine", "Here", "Lost", "Work", "chunks"]
