"""A file to columns, each a few distinct texts and a number for each row.

Comes in: the path of a CSV or Parquet file.  Goes out: a data frame of the known columns, all of them
categories, so that what a text means is worked out once, however many rows hold it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from verify.errors import UsageError

REQUIRED = ("source", "entity", "attribute", "value")
OPTIONAL = ("unit", "date")
COLUMNS = (*REQUIRED, *OPTIONAL)
_PARQUET = b"PAR1"


def table(path: Path) -> Any:
    """Return the data frame of a table.

    Raises UsageError where pandas (or, for Parquet, pyarrow) is missing, or the file is no such table.
    """
    pandas = library("pandas", "tables")
    try:
        with path.open("rb") as file:
            parquet = file.read(len(_PARQUET)) == _PARQUET
        found = _parquet(path) if parquet else _csv(path, pandas)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise UsageError(f"{path}: no table can be read: {' '.join(str(error).split())}") from None
    for name in OPTIONAL:
        if name not in found:
            found[name] = pandas.Categorical.from_codes([0] * len(found), [""])
    return found[list(COLUMNS)]


def library(name: str, extra: str) -> Any:
    """Return a library that not everybody needs; UsageError tells how to have it."""
    try:
        return import_module(name)
    except ImportError:
        told = f"{name} is not installed, which tables need: pip install 'claim-verify[{extra}]'"
        raise UsageError(told) from None


def _csv(path: Path, pandas: Any) -> Any:
    _complete(path, list(pandas.read_csv(path, nrows=0, encoding="utf-8-sig").columns))
    kept = {"usecols": lambda name: name in COLUMNS, "dtype": "category", "keep_default_na": False}
    return pandas.read_csv(path, encoding="utf-8-sig", na_filter=False, **kept)


def _parquet(path: Path) -> Any:
    parquet = library("pyarrow.parquet", "parquet")
    arrow = library("pyarrow", "parquet")
    names = parquet.read_schema(path).names
    _complete(path, names)
    read = parquet.read_table(path, columns=[name for name in COLUMNS if name in names])
    texts = [column.cast(arrow.string()).fill_null("") for column in read.columns]
    whole = arrow.table(texts, names=read.column_names)
    return whole.to_pandas(categories=whole.column_names, self_destruct=True)


def _complete(path: Path, names: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UsageError(
            f"{path}: no column {', '.join(missing)}; a table of claims has {', '.join(REQUIRED)} and, where"
            f" there is more to say, {', '.join(OPTIONAL)}; found {', '.join(names) or 'no columns'}"
        )
