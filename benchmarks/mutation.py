"""Change every figure of the seeds in one source, and print what the report makes of it.

usage: benchmarks/mutation.py [FOLDER ...] > docs/mutation.md

Each FOLDER (by default seeds/, and ../shared/seeds where it is there) is a corpus of its own.  The
table says for each kind of mutation how often the report noticed it, and how often that is what the
oracle of ``tests/mutation`` says; where it is not, the mutations are listed.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "mutation"))

from copies import Corpus  # noqa: E402
from mutations import Kind  # noqa: E402
from sweep import Outcome, benches  # noqa: E402

from verify import api  # noqa: E402

SAID = ("agreement", "possible-conflict", "conflict", "apart", "unresolved", "lost")
HEAD = """\
# What a changed figure does to the report

Every figure and date of a corpus that states a claim stands beside a copy of its sentence in a document
of another publisher. One thing of the copy is changed, and the two are judged again. *Noticed* means that
they no longer agree; what must be noticed, and as what, is said by an oracle that was written from the
specification alone (`tests/mutation/oracle.py`). An equal rewriting must never be noticed, nor a digit
that a hedge or rounding covers.
Regenerate this page with `python benchmarks/mutation.py > docs/mutation.md`.
"""


def swept(folder: Path) -> list[Outcome]:
    """Return the outcome of every mutation of a corpus."""
    corpus = Corpus.of(folder, api.load_rules())
    return [
        bench.outcome(mutation)
        for number in range(len(corpus.documents))
        for bench in benches(corpus, number)
        if bench.pair is not None
        for mutation in bench.mutations()
    ]


def table(outcomes: list[Outcome]) -> str:
    """Return a row for each kind of mutation, and the sum."""
    lines = [
        f"| mutation | tried | noticed | not noticed | {' | '.join(SAID[1:])} | as the oracle says |",
        "|---" * (len(SAID) + 4) + "|",
    ]
    for name in (*Kind, "all"):
        of_kind = [o for o in outcomes if name in {o.mutation.kind, "all"}]
        said = Counter(o.said for o in of_kind)
        quiet = said["agreement"]
        right = sum(not o.fault for o in of_kind)
        counts = (len(of_kind), len(of_kind) - quiet, quiet, *(said[word] for word in SAID[1:]), right)
        lines.append(f"| {name} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the page."""
    folders = [Path(argument) for argument in arguments] or [ROOT / "seeds", ROOT.parent / "shared" / "seeds"]
    print(HEAD)
    for folder in (folder for folder in folders if folder.is_dir()):
        outcomes = swept(folder)
        title = (
            "the seeds" if folder == ROOT / "seeds" else "the real articles" if not arguments else folder.name
        )
        print(f"## {title[0].upper()}{title[1:]}\n\n{table(outcomes)}\n")
        faults = [f"- {outcome}" for outcome in outcomes if outcome.fault]
        if faults:
            print("Not as the oracle says:\n\n" + "\n".join(faults) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
