"""Tables of ready claims: source, entity, attribute, value, unit, date, a row for each.

Comes in: CSV or Parquet.  Goes out: the verdict on each fact that the rows state.  A table of a million
rows is judged column by column (``agreeing``); rows whose values may not agree, and those that need words
to be read, go the way of all claims (``plain``, ``pipeline.bucket``), so that there is one judgement.
"""

from verify.tables.judging import TableReport, check_table

__all__ = ["TableReport", "check_table"]
