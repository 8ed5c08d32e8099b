"""A file to columns, each a few distinct texts and a number for each row.

Comes in: the path of a CSV or Parquet file.  Goes out: a data frame of the known columns, all of them
categories, so that what a text means is worked out once, however many rows hold it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from verify.errors import UsageError

REQUIRED = ("source", "entity", "attribute", "value")
OPTIONAL = ("unit", "date")
COLUMNS = (*REQUIRED, *OPTIONAL)
_PARQUET = b"PAR1"
_ROWS = 1 << 17
"""So many are read together."""


def table(path: Path) -> Any:
    """Return the data frame of a table.

    Raises UsageError where pandas (or, for Parquet, pyarrow) is missing, or the file is no such table.
    """
    pandas = library("pandas", "tables")
    try:
        with path.open("rb") as file:
            parquet = file.read(len(_PARQUET)) == _PARQUET
        return _joined(_parquet(path) if parquet else _csv(path, pandas), pandas)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise UsageError(f"{path}: no table can be read: {' '.join(str(error).split())}") from None


def _joined(pieces: Iterator[Any], pandas: Any) -> Any:
    """Return pieces of a table as one data frame, in which each text of a column is held once."""

    def empty(piece: Any) -> Any:
        return pandas.Series([""] * len(piece), dtype="category")

    columns = {name: _Column() for name in COLUMNS}
    for piece in pieces:
        for name, column in columns.items():
            column.extend(piece[name] if name in piece else empty(piece))
    return pandas.DataFrame({name: column.whole(pandas) for name, column in columns.items()})


class _Column:
    """A column, of which pieces come one after the other."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._codes = array("i")

    def extend(self, piece: Any) -> None:
        """Take more rows, a series of categories."""
        import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

        known = self._known
        numbers = array("i", [known.setdefault(text, len(known)) for text in piece.cat.categories.tolist()])
        self._codes.frombytes(np.frombuffer(numbers, dtype=np.intc)[piece.cat.codes].tobytes())

    def whole(self, pandas: Any) -> Any:
        """Return all rows."""
        import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

        return pandas.Categorical.from_codes(np.frombuffer(self._codes, dtype=np.intc), [*self._known])


def library(name: str, extra: str) -> Any:
    """Return a library that not everybody needs; UsageError tells how to have it."""
    try:
        return import_module(name)
    except ImportError:
        told = f"{name} is not installed, which tables need: pip install 'claim-verify[{extra}]'"
        raise UsageError(told) from None


def _csv(path: Path, pandas: Any) -> Iterator[Any]:
    _complete(path, list(pandas.read_csv(path, nrows=0, encoding="utf-8-sig").columns))
    kept = {"usecols": lambda name: name in COLUMNS, "dtype": "category", "keep_default_na": False}
    yield from pandas.read_csv(path, encoding="utf-8-sig", na_filter=False, chunksize=_ROWS, **kept)


def _parquet(path: Path) -> Iterator[Any]:
    parquet = library("pyarrow.parquet", "parquet")
    arrow = library("pyarrow", "parquet")
    with parquet.ParquetFile(path) as file:
        names = file.schema_arrow.names
        _complete(path, names)
        for read in file.iter_batches(_ROWS, columns=[name for name in COLUMNS if name in names]):
            texts = [column.cast(arrow.string()).fill_null("") for column in read.columns]
            yield arrow.table(texts, names=read.schema.names).to_pandas(categories=read.schema.names)


def _complete(path: Path, names: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UsageError(
            f"{path}: no column {', '.join(missing)}; a table of claims has {', '.join(REQUIRED)} and, where"
            f" there is more to say, {', '.join(OPTIONAL)}; found {', '.join(names) or 'no columns'}"
        )
