"""Exit statuses of the command line, beside those that exceptions carry."""

from __future__ import annotations

FINDINGS = 1
INCOMPLETE = 3
INTERNAL_ERROR = 70
INTERRUPTED = 130
