"""The files of a repository as they were at an earlier revision.

Comes in: a folder of a git repository and the name of a revision.  Goes out: a folder with the files of
that revision, for as long as they are needed.  Nothing is written into the repository and no network is
asked: what this clone does not have is a mistake of the call, told with the way out.

The files are what a check-out would write (line ends and filters included), not ``git archive``, which leaves
out what ``export-ignore`` names.  A path that git ignores has no past; it is taken as it is now.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from verify.errors import UsageError

_STEERING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""A hook has them set, and they would point at the index of the commit that is under way."""
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_LFS_SKIP_SMUDGE": "1", "GIT_TERMINAL_PROMPT": "0"}
_SUBMODULE = "160000"


@dataclass(frozen=True, slots=True)
class Revision:
    """A repository as it was."""

    root: Path
    """Of the repository as it is now."""
    old: Path
    """Where its files of that revision stand."""

    def then(self, path: Path) -> Path:
        """Return where a path of now stands then; one outside of the repository is the same."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links as the user knows them
        return self.old / absolute.relative_to(self.root) if absolute.is_relative_to(self.root) else absolute


@contextmanager
def revision(folder: Path, name: str, paths: Sequence[Path]) -> Iterator[Revision]:
    """Hand out the repository around a folder as it was at a revision.

    ``paths`` are those that are needed of it.  Raises UsageError: no repository, no such revision in this
    clone, a submodule in the paths.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    # Links above the folder: git tells the real path, the user and the report another.
    root = next(
        (one for one in (folder, *folder.parents) if os.path.realpath(one) == os.path.realpath(root)), root
    )
    commit = _commit(root, name)
    with tempfile.TemporaryDirectory(prefix="verify-") as scratch:
        found = Revision(root, Path(scratch) / "then")
        inside = [path.relative_to(root) for path in map(_absolute, paths) if path.is_relative_to(root)]
        _no_submodules(root, name, commit, inside)
        _check_out(found, commit, inside, Path(scratch) / "index")
        _copy_ignored(found, inside)
        yield found


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links as the user knows them


def _commit(root: Path, name: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        return _git(root, *asked).strip()
    except UsageError:
        pass
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise UsageError(
            f"this clone is shallow and holds no revision '{name}': fetch it first, with"
            f" 'git fetch --depth=1 origin {name}', or clone with the history (fetch-depth: 0)"
        )
    raise UsageError(f"no revision '{name}' in this repository: fetch it, or check its spelling")


def _no_submodules(root: Path, name: str, commit: str, inside: Sequence[Path]) -> None:
    if not inside:
        return
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    for line in listed.split("\0"):
        mode, _, rest = line.partition(" ")
        path = Path(rest.partition("\t")[2])
        if mode == _SUBMODULE and any(path.is_relative_to(one) or one.is_relative_to(path) for one in inside):
            raise UsageError(
                f"'{path}' is a submodule, and this repository does not hold its files of '{name}':"
                " name paths without it, or compare with a report: verify check --base RUN.json"
            )


def _check_out(found: Revision, commit: str, inside: Sequence[Path], index: Path) -> None:
    """Write what is needed, and what tells which files are ignored; a repository may hold much else."""
    found.old.mkdir()
    own_index = {"GIT_INDEX_FILE": f"{index}"}
    _git(found.root, "read-tree", commit, more=own_index)
    wanted = [f":(top,literal){path}" if path.parts else ":(top)" for path in inside]
    listed = _git(found.root, "ls-files", "-z", "--", *wanted, ":(top,glob)**/.gitignore", more=own_index)
    into = f"--prefix={found.old}/"
    _git(found.root, "checkout-index", "--quiet", "-z", "--stdin", into, more=own_index, typed=listed)
    # Ends the search for patterns of .gitignore where it ends now.
    (found.old / ".git").mkdir(exist_ok=True)


def _copy_ignored(found: Revision, inside: Sequence[Path]) -> None:
    """Take the named paths that git ignores as they are; in a folder such files are not read anyway."""
    for path in inside:
        source, target = found.root / path, found.old / path
        if path.parts and not target.exists() and _ignored(found.root, path):
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copyfile(source, target)


def _ignored(root: Path, path: Path) -> bool:
    try:
        _git(root, "check-ignore", "--quiet", "--", f"{path}")
    except UsageError:
        return False
    return True


def _git(folder: Path, *words: str, more: dict[str, str] | None = None, typed: str = "") -> str:
    environment = {name: value for name, value in os.environ.items() if name not in _STEERING}
    try:
        done = subprocess.run(
            ["git", "-C", f"{folder}", *words],
            input=os.fsencode(typed),
            capture_output=True,
            check=False,
            env={**environment, **_OFFLINE, **(more or {})},
        )
    except FileNotFoundError:
        raise UsageError("git is needed to compare with a revision, and was not found") from None
    if done.returncode:
        told = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise UsageError(f"git cannot tell what there was: {told or words[0]}")
    return os.fsdecode(done.stdout)
