"""Which bucket the claims about a thing are dealt to."""

from __future__ import annotations

import zlib

CLAIMS = 4000
"""So many claims make a bucket, on average."""


def place(entity_id: str, buckets: int) -> int:
    """Return the bucket of a thing: the same on every machine, whatever the seed of Python's own hashes."""
    return zlib.crc32(entity_id.encode("utf-8", "surrogatepass")) % buckets
