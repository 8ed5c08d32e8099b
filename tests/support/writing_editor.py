"""An editor who decides one subject after another and tells what was acknowledged, until she is killed."""

from __future__ import annotations

import sys

from databases import HERE
from verify.store.store import Store

if __name__ == "__main__":
    url, name, first = sys.argv[1], sys.argv[2], int(sys.argv[3])
    store = Store(url, HERE)
    for number in range(first, first + 100_000):
        record = store.decide(f"{name}-{number}", 0, {"choice": "unresolved", "number": number}, name)
        sys.stdout.write(f"{record.seq} {record.hash}\n")
        sys.stdout.flush()
