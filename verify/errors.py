"""Exceptions for mistakes in the call or in the rules.

Facts that do not hold together are *findings*, trouble with reading a document is an
*issue*; both are data and never raised.  What is raised is drawn here, once::

    VerifyError                 exit status
    ├── UsageError              2   the call: no such path, bad option value
    │   ├── NoDocumentError         nothing to read
    │   └── FieldError              a text that somebody wrote into a field, told so that it can be translated
    ├── FilesError              2   files of the user: all mistakes, collected
    │   ├── RulesError              the rule files
    │   ├── ConfigurationError      the configuration file
    │   └── BaselineError           the baseline
    └── OutputError             74  an output could not be written
"""

from __future__ import annotations

from dataclasses import dataclass


class VerifyError(Exception):
    """Base of everything this package raises on purpose; carries its exit status."""

    exit_status = 70


class UsageError(VerifyError):
    """The call cannot be carried out as it stands."""

    exit_status = 2


class NoDocumentError(UsageError):
    """There is nothing to read where the call points."""


class FieldError(UsageError):
    """What somebody wrote into a field cannot be taken; what is wrong can be said in another language."""

    def __init__(self, english: str, **parts: object) -> None:
        self.english = english
        """With ``{names}`` for the parts."""
        self.parts = parts
        super().__init__(english.format_map(parts))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file of the user, with its place."""

    path: str
    """File as the user knows it."""
    line: int
    """From 1."""
    column: int
    """From 1."""
    message: str
    """What is wrong, and the way out."""
    excerpt: str = ""
    """The line with a caret under the place; empty when the file has no such line."""

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}:{self.column}: {self.message}"
        return f"{head}\n{self.excerpt}" if self.excerpt else head


class FilesError(VerifyError):
    """Files that steer the program hold mistakes; ``problems`` lists every one of them."""

    exit_status = 2
    files = "files"
    """What the files are, for the message that counts the mistakes."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class RulesError(FilesError):
    """The rule files hold mistakes."""

    files = "rules"


class ConfigurationError(FilesError):
    """The configuration file holds mistakes."""

    files = "configuration"


class BaselineError(FilesError):
    """The baseline holds lines that are no findings."""

    files = "baseline"


class OutputError(VerifyError):
    """An output file or folder could not be written."""

    exit_status = 74
