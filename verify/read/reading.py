"""The reading stage: PATH arguments to documents.

Comes in: paths, labels, patterns.  Goes out: documents sorted by path, issues, and the number of
files that were left out. Nothing is judged; a file that cannot be read is an issue and costs itself
only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verify.catalog.schema import LanguageEntry
from verify.engine.shelf import DOCUMENTS, Sorter
from verify.errors import NoDocumentError
from verify.model.document import Document, Issue
from verify.model.report import MARKED, is_own_output
from verify.model.span import Span
from verify.model.stage import Stage
from verify.read.decode import decode
from verify.read.discover import File, discover, patterns
from verify.read.fields import Labels, labels
from verify.read.formats import formats, suffixes
from verify.read.raw import Raw
from verify.read.words import Words, page_words

_OVERRIDE = re.compile("[\u202d\u202e]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading came to."""

    documents: Sequence[Document]
    """Sorted by the id of their source."""
    issues: Sequence[Issue]
    skipped: int
    """Files left out: hidden, ignored, excluded, in no known format, or reports of the program itself."""


def read(
    paths: Sequence[Path],
    *,
    languages: Iterable[LanguageEntry] = (),
    own: Sequence[str] = (),
    foreign: Sequence[str] = (),
    excludes: Sequence[str] = (),
    base: Path | None = None,
) -> Reading:
    """Return the documents that the paths mean.

    ``own``, ``foreign`` and ``excludes`` are patterns in the syntax of ``.gitignore``, for paths as the
    report shows them; ``base`` is the folder to which these are relative, by default the current one.  What
    ``foreign`` names is never the user's own; all else is, where there are no patterns of ``own``.  Raises
    UsageError for a path that does not exist, a wrong pattern, and where nothing at all is left to read.
    """
    languages = tuple(languages)
    known, words = labels(languages), page_words(languages)
    mine = patterns(own or (["*"] if foreign else []), "own")
    others = patterns(foreign, "sources")
    found = discover(paths, suffixes=suffixes(), excludes=excludes, base=base)
    documents: Sorter[Document] = Sorter(lambda document: document.source.path, DOCUMENTS)
    issues: Sorter[Issue] = Sorter(lambda _: 0)  # as they come
    issues.extend(found.issues)
    skipped = found.skipped
    for file in found.files:
        is_own = mine.match_file(file.name) and not others.match_file(file.name)
        stage = _read_file(file, known, words, is_own)
        if stage is None:
            skipped += 1
            continue
        documents.extend(stage.items)
        issues.extend(stage.issues)
    # The sort is stable, so that the rows of a file keep their order.
    held, trouble = documents.sorted(), issues.sorted()
    if not held and not trouble:
        raise NoDocumentError(_nothing(paths, skipped))
    return Reading(held, trouble, skipped)


def _read_file(file: File, known: Labels, words: Words, own: bool) -> Stage[Document] | None:
    """Return what a file holds; None for a report of the program itself."""
    if not file.location.is_file():
        return _unreadable(file, "it is no regular file")
    try:
        content = file.location.read_bytes()
    except OSError as error:
        return _unreadable(file, error.strerror or type(error).__name__)
    decoded = decode(content, file.name)
    if decoded.text is None:
        return Stage((), decoded.issues)
    if _is_report(decoded.text):
        return None
    suffix = file.location.suffix.lower()
    digest = hashlib.sha256(content).hexdigest()
    raw = Raw(file.name, suffix, decoded.text, digest, own, known, words)
    reader = next(module for module in formats() if module.recognise(raw.text, suffix, known))
    stage = reader.read(raw)
    issues = (*decoded.issues, *_turned(raw), *stage.issues)
    if not any(document.blocks for document in stage.items):
        message = "no text in this file; leave it out, or check that it was saved in full"
        issues = (*issues, Issue("empty", message, file.name))
    return Stage(stage.items, issues)


def _turned(raw: Raw) -> Iterator[Issue]:
    """Say where characters are shown in another order than they are read: 56 for 65."""
    found = _OVERRIDE.search(raw.text)
    if found is not None:
        message = (
            f"U+{ord(found.group()):04X} turns the order in which characters are shown, so that a figure may"
            " be read otherwise than it looks; remove it, and check the figures after it"
        )
        yield Issue("turned-order", message, raw.path, Span(*found.span()))


def _unreadable(file: File, reason: str) -> Stage[Document]:
    message = f"file not read: {reason}; check its rights, or exclude it"
    return Stage((), (Issue("unreadable", message, file.name, incomplete=True),))


def _is_report(text: str) -> bool:
    """Say whether a text is an output of this program, which is never a source."""
    head = text[:MARKED].lstrip()
    return is_own_output(head) or (head.startswith("{") and '"schema_version"' in head and '"claims"' in text)


def _nothing(paths: Sequence[Path], skipped: int) -> str:
    named = ", ".join(map(str, paths)) or "no path"
    kinds = " ".join(sorted(suffixes()))
    remedy = f"name a file, or a folder with files in one of {kinds}"
    left = f" ({skipped} {'file' if skipped == 1 else 'files'} left out)" if skipped else ""
    return f"no document in {named}{left}; {remedy}"
