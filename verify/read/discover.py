"""PATH arguments to files.

Comes in: what the user named.  Goes out: the files to read, each with the name under which the
report shows it, and the number of files that were left out.  A folder means its files in known
formats, hidden ones, ``.gitignore`` and exclude patterns left out; a file named by the user is
always meant.  Reading the files is left to others.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore import GitIgnorePatternError

from verify.errors import UsageError
from verify.model.document import Issue

_GITIGNORE = ".gitignore"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read."""

    place: str
    """Absolute; a ``Path`` takes six times the room, and there may be a million files."""
    name: str
    """Relative, with forward slashes, unique in the run; the id of the source."""
    named: bool
    """True when the user named the file itself."""

    @property
    def location(self) -> Path:
        """The place as a path."""
        return Path(self.place)

    @property
    def order(self) -> str:
        """What sorts as paths do: folder by folder."""
        return self.place.replace(os.sep, "\0")


@dataclass(frozen=True, slots=True)
class Found:
    """What the arguments came to."""

    files: tuple[File, ...]
    """Sorted by name."""
    skipped: int
    issues: tuple[Issue, ...]


@dataclass(slots=True)
class _Walk:
    """State of a search; ``seen`` holds real directories, so that loops of links end."""

    suffixes: frozenset[str]
    exclude: GitIgnoreSpec
    base: Path
    files: list[File] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    skipped: int = 0


def discover(
    paths: Sequence[Path], *, suffixes: frozenset[str], excludes: Sequence[str] = (), base: Path | None = None
) -> Found:
    """Return the files that the paths mean.

    Raises UsageError for a path that does not exist and for an exclude pattern that cannot be read.
    """
    walk = _Walk(suffixes, patterns(excludes, "exclude"), _absolute(base or Path.cwd()))
    for given in sorted(paths, key=_absolute):
        path = _absolute(given)
        if path.is_dir():
            _walk_folder(path, walk)
        elif path.exists():
            walk.files.append(File(str(path), _shown(path, path, walk.base), named=True))
        else:
            raise UsageError(f"no such file or folder: {given}; check the spelling and the current folder")
    return Found(_distinct(walk.files), walk.skipped, tuple(walk.issues))


def patterns(lines: Sequence[str], purpose: str) -> GitIgnoreSpec:
    """Compile patterns in the syntax of ``.gitignore``; raises UsageError for a wrong one."""
    try:
        return GitIgnoreSpec.from_lines(lines)
    except GitIgnorePatternError as error:
        raise UsageError(f"wrong {purpose} pattern: {error}; write it as in .gitignore") from error


def _absolute(path: Path) -> Path:
    # Path.resolve would follow links, and the report should show the path as the user knows it.
    return Path(os.path.abspath(path))  # noqa: PTH100


def _shown(path: Path, argument: Path, base: Path) -> str:
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    if path == argument:
        return path.name
    return (PurePosixPath(argument.name) / path.relative_to(argument).as_posix()).as_posix()


def _walk_folder(root: Path, walk: _Walk) -> None:
    """Visit real directories first and links to directories last, so that real paths win."""
    rules = _rules_above(root)
    pending = [(root, rules)]
    links: list[tuple[Path, tuple[tuple[Path, GitIgnoreSpec], ...]]] = []
    while pending or links:
        folder, rules = pending.pop() if pending else links.pop(0)
        real = os.path.realpath(folder)
        if real in walk.seen:
            continue
        walk.seen.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            message = f"folder not read: {error.strerror}; give the right to read it or exclude it"
            walk.issues.append(Issue("unreadable", message, _shown(folder, root, walk.base), incomplete=True))
            continue
        rules = (*rules, *_rules_in(folder))
        for entry in entries:
            path = Path(entry.path)
            folder_inside = path.is_dir()
            if _left_out(path, folder_inside, root, rules, walk):
                walk.skipped += 1
            elif folder_inside:
                (links if entry.is_symlink() else pending).append((path, rules))
            elif path.is_file() and path.suffix.lower() in walk.suffixes:
                walk.files.append(File(str(path), _shown(path, root, walk.base), named=False))
            elif entry.is_symlink() and not path.exists() and path.suffix.lower() in walk.suffixes:
                message = "this link leads nowhere and was passed over; mend it, or exclude it"
                walk.issues.append(Issue("dangling", message, _shown(path, root, walk.base)))
                walk.skipped += 1
            else:
                walk.skipped += 1


def _left_out(
    path: Path, folder: bool, root: Path, rules: tuple[tuple[Path, GitIgnoreSpec], ...], walk: _Walk
) -> bool:
    if path.name.startswith("."):
        return True
    slash = "/" if folder else ""
    if walk.exclude.match_file(_shown(path, root, walk.base) + slash):
        return True
    if walk.exclude.match_file(path.relative_to(root).as_posix() + slash):
        return True
    return _ignored(path, slash, rules)


def _ignored(path: Path, slash: str, rules: tuple[tuple[Path, GitIgnoreSpec], ...]) -> bool:
    """Ask the nearest ``.gitignore`` first: the first that says anything decides."""
    for folder, spec in reversed(rules):
        verdict = spec.check_file(path.relative_to(folder).as_posix() + slash).include
        if verdict is not None:
            return verdict
    return False


def _rules_above(root: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    """Return the patterns between the root of the repository and a folder, unless they ignore it."""
    above = []
    for folder in root.parents:
        above.append(folder)
        if (folder / ".git").exists():
            break
    else:
        return ()
    if (root / ".git").exists():
        return ()
    rules = tuple(rule for folder in reversed(above) for rule in _rules_in(folder))
    return () if _ignored(root, "/", rules) else rules


def _rules_in(folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    try:
        lines = (folder / _GITIGNORE).read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    yield folder, GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    """Say whether git would take the line; it passes over the ones that it cannot read."""
    try:
        GitIgnoreSpec.from_lines([line])
    except GitIgnorePatternError:
        return False
    return True


def _distinct(files: list[File]) -> tuple[File, ...]:
    """Read each real file once, named files and real paths first, and make the names unique."""
    chosen: dict[str, File] = {}
    for file in sorted(files, key=_preference):
        chosen.setdefault(os.path.realpath(file.location), file)
    taken: set[str] = set()
    result = []
    for file in sorted(chosen.values(), key=lambda file: (file.name, file.order)):
        name = _free(file.name, taken)
        taken.add(name)
        result.append(File(file.place, name, file.named))
    return tuple(sorted(result, key=lambda file: file.name))


def _preference(file: File) -> tuple[bool, bool, str, str]:
    return not file.named, file.location.is_symlink(), file.name, file.order


def _free(name: str, taken: set[str]) -> str:
    path = PurePosixPath(name)
    number = 1
    while name in taken:
        number += 1
        name = path.with_stem(f"{path.stem} ({number})").as_posix()
    return name
