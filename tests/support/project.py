"""A small project with one contradiction, for what is done about findings."""

from __future__ import annotations

import subprocess
from pathlib import Path

HEAD = "---\nauthor: {}\ndate: 2024-03-02\n---\n"
OWN = HEAD.format("北岸日报") + "青石大桥全长3120米。\n"
OTHER = HEAD.format("青川晚报") + "记者获悉，青石大桥全长3210米。\n"
THIRD = HEAD.format("南岸新闻") + "据了解，青石大桥的全长为3350米。\n"
CONFIGURATION = 'paths = ["docs", "sources"]\nown = ["docs/"]\n'


def write(root: Path, **files: str) -> None:
    """Write ``docs__a_md="…"`` into docs/a.md."""
    for name, text in files.items():
        file = root / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def project(root: Path) -> Path:
    """Write the project: its configuration, an own document, a source that contradicts it."""
    write(root, docs__a_md=OWN, sources__b_md=OTHER)
    (root / "verify.toml").write_text(CONFIGURATION, "utf-8")
    return root


def git(root: Path, *words: str) -> str:
    """Run git as somebody."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", "-C", f"{root}", *who, *words], capture_output=True, text=True, check=True)
    return done.stdout


def committed(root: Path, message: str = "x") -> str:
    """Commit all that there is, and return the name of the commit."""
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD").strip()
