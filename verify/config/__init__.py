"""The configuration of a project: what its commands take where the command line says nothing.

Comes in: a folder and the environment.  Goes out: a ``Configuration``: environment before file before
defaults, key by key, with the place that each value came from.  That the command line wins is left to
``cli``.
"""

from __future__ import annotations

from verify.config.configuration import Configuration
from verify.config.finding import find
from verify.config.keys import Keys

__all__ = ["Configuration", "Keys", "find"]
