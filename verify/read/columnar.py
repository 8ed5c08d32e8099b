"""Parquet: articles as rows of a file of columns.

Comes in: the bytes of a file.  Goes out: its rows as JSON Lines, an object a row, which ``json_lines`` reads:
that text is what places count in, with the row beside them.  Columns of bytes hold no text and are left out.
"""

from __future__ import annotations

import io
import json
from importlib import import_module
from typing import Any

MARK = b"PAR1"
"""Every such file begins with it."""
_ROWS = 1024
"""So many are turned into text at once."""
_MOST = 1 << 31
"""Bytes that a file may unpack to."""


def lines(content: bytes) -> tuple[str | None, str]:
    """Return the rows as JSON Lines; None, and why, where they cannot be read."""
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        return (
            None,
            "Parquet is read with pyarrow: pip install 'claim-verify[parquet]', or save it as JSON Lines",
        )
    try:
        file = parquet.ParquetFile(io.BytesIO(content))
        groups = (file.metadata.row_group(place) for place in range(file.metadata.num_row_groups))
        if sum(group.total_byte_size for group in groups) > _MOST:
            return None, f"it unpacks to more than {_MOST >> 20:,} MB; cut it into several files"
        return "".join(_texts(file)), ""
    except (OSError, ValueError, NotImplementedError) as error:
        return None, f"no Parquet can be read: {' '.join(str(error).split())[:200]}; save it again"


def _texts(file: Any) -> list[str]:
    arrow = import_module("pyarrow")
    kept = [field.name for field in file.schema_arrow if not arrow.types.is_binary(field.type)]
    return [
        json.dumps(row, ensure_ascii=False, default=str) + "\n"
        for batch in file.iter_batches(batch_size=_ROWS, columns=kept)
        for row in batch.to_pylist()
    ]
