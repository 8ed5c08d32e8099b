"""Change one number in texts that are right, and count how often it is noticed, and by which check.

python benchmarks/tamper.py [--seed N] [--each N]

Right are the negatives of tests/checks, seeds/, and the documents of tests/eval/worlds/tuned that stand in no
conflict.  Of each case one figure is taken by chance, and one of its digits made another; noticed is what is
told anew at warning or error.  "Told twice" are the changed figures that another place states as well; of the
others only what some words relate to each other can be noticed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from verify import api
from verify.model.claim import Mention, Role
from verify.model.finding import Severity
from verify.model.quantity import Quantity
from verify.model.report import Report

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
sys.path.insert(0, str(TESTS / "support"))

from printed import printed, sources  # noqa: E402

_DIGITS, _CHINESE = "0123456789", "一二三四五六七八九"
Texts = dict[str, str]
"""Text of each file of a case, by its name."""


@dataclass
class Count:
    """What became of the changes of one corpus."""

    changed: int = 0
    noticed: int = 0
    twice: int = 0
    twice_noticed: int = 0
    codes: Counter[str] = field(default_factory=Counter)


def negatives() -> Iterator[Texts]:
    """Yield the texts in which no check may find anything; drafts are left to their own tests."""
    for file in sorted((TESTS / "checks").glob("V*/negative.yaml")):
        if (file.parent / "rules").is_dir():
            continue
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            if not (isinstance(case, dict) and "draft" in case):
                yield {f"{n}.md": printed(page) for n, page in enumerate(sources(case))}


def seeds() -> Texts:
    """Return the five articles of ``seeds``."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.*"))}


def worlds() -> Iterator[Texts]:
    """Yield the documents of each tuned world that stand in no conflict."""
    for file in sorted((TESTS / "eval" / "worlds" / "tuned").glob("*.yaml")):
        for topic in yaml.safe_load(file.read_text(encoding="utf-8")):
            rows = topic["relations"]
            wrong = {name for row in rows if row[4] == "conflict" for name in (row[0], row[2])}
            texts = {name: text for name, text in topic["docs"].items() if name not in wrong}
            if texts:
                yield texts


def judged(texts: Texts) -> Report:
    """Return what the program says of some texts."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for file, text in texts.items():
            (base / file).write_text(text, encoding="utf-8")
        return api.check([base], base=base)


def grave(report: Report) -> dict[str, str]:
    """Return the codes of findings at warning or error by their ids."""
    return {one.id: one.code for one in report.findings if one.severity is not Severity.NOTE}


def figures(report: Report) -> list[Mention]:
    """Return the figures with a digit to change."""
    told = [
        one for one in report.mentions if isinstance(one.value, Quantity) and one.role is not Role.IGNORED
    ]
    return [one for one in told if set(one.quote) & {*_DIGITS, *_CHINESE}]


def told_twice(report: Report, mention: Mention) -> bool:
    """Say whether some group holds the figure beside another statement."""
    for group in report.groups:
        ids = [one for cluster in group.clusters for one in cluster.claim_ids]
        if mention.claim_id in ids and len(ids) > 1:
            return True
    return False


def changed(text: str, mention: Mention, chance: random.Random) -> str:
    """Return the text with one digit of a figure made another."""
    start = mention.span.start
    quote = text[start : mention.span.end]
    row = _DIGITS if set(quote) & set(_DIGITS) else _CHINESE
    places = [at for at, character in enumerate(quote) if character in row]
    at = chance.choice(places)
    leading = at == places[0] and row is _DIGITS
    others = [one for one in row[1 if leading else 0 :] if one != quote[at]]
    return text[: start + at] + chance.choice(others) + text[start + at + 1 :]


def tamper(count: Count, texts: Texts, report: Report, chance: random.Random) -> None:
    """Change one figure of a case and count what is told of it anew."""
    held = figures(report)
    if not held:
        return
    mention = chance.choice(held)
    name = mention.source_id
    after = judged({**texts, name: changed(texts[name], mention, chance)})
    known = grave(report)
    new = {ident: code for ident, code in grave(after).items() if ident not in known}
    twice = told_twice(report, mention)
    count.changed += 1
    count.noticed += bool(new)
    count.twice += twice
    count.twice_noticed += twice and bool(new)
    count.codes.update(set(new.values()))


def main() -> None:
    """Print a line for each corpus, and how often each code noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=20, help="changes in seeds/ and in each world")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    corpora: list[tuple[str, list[Texts], int]] = [
        ("negatives of tests/checks", list(negatives()), 1),
        ("seeds", [seeds()], asked.each * 5),
        ("worlds", list(worlds()), asked.each),
    ]
    print("| corpus | changes | noticed | of those told twice | noticed | by |\n|---|---|---|---|---|---|")
    for name, cases, times in corpora:
        count = Count()
        for texts in cases:
            report = judged(texts)
            for _ in range(times):
                tamper(count, texts, report, chance)
        by = ", ".join(f"{code} {times}" for code, times in count.codes.most_common())
        print(
            f"| {name} | {count.changed} | {_share(count.noticed, count.changed)}"
            f" | {count.twice} | {_share(count.twice_noticed, count.twice)} | {by} |",
            flush=True,
        )


def _share(some: int, every: int) -> str:
    return f"{some} ({100 * some // max(1, every)} %)"


if __name__ == "__main__":
    main()
