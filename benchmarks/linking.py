"""How long linking takes a claim, as the corpus grows.

Documents of the shape of the seeds (a title, a thing, its figures) are made in memory, read once and
linked.  Prints the time for each claim at both sizes, and their ratio.

    python benchmarks/linking.py [--entities 5000] [--small 2000] [--large 20000]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from random import Random

from verify import api, pipeline
from verify.model.document import Block, Document, Section, Source
from verify.model.extraction import Extraction
from verify.model.span import OffsetMap
from verify.resolve.link import link

_FIRST = "云溪江海山松柏枫桂兰竹荷青白金玉龙凤鹤鹭"
_SECOND = "湖河湾岭原川谷泉洲峰林田港桥沙石门塘坪岗"
_KINDS = ("大桥", "博物馆", "水库", "智算中心", "医院")
_LIMIT = 1.5


def document(number: int, entities: int, random: Random) -> Document:
    """Return a made-up article about one of so many things."""
    thing = random.randrange(entities)
    first, second = thing % 20, thing // 20 % 20
    third = _FIRST[thing // 400 % 20]
    name = f"{_FIRST[first]}{_SECOND[second]}{third}州{_KINDS[thing % len(_KINDS)]}"
    size, staff, cost = thing + 10, thing % 900 + 50, thing % 80 + 5
    title = f"{name}启用"
    body = (
        f"{name}占地{size}亩，总投资{cost}.{thing % 10}亿元。"
        f"据介绍，{name}现有员工{staff}人，预计明年接待{size}万人次。"
    )
    blocks = (
        Block(Section.TITLE, title, OffsetMap.identity(len(title))),
        Block(Section.BODY, body, OffsetMap.identity(len(body))),
    )
    source = Source(f"{number:06}.md", f"{number:06}.md", title=title, language="zh")
    return Document(source, f"{title}\n{body}", blocks)


def extractions(count: int, entities: int) -> list[Extraction]:
    """Return what so many documents say."""
    extractor = pipeline.tools(api.load_rules()).extractor
    random = Random(7)
    return [extractor.extract(document(number, entities, random)) for number in range(count)]


def per_claim(found: Sequence[Extraction]) -> float:
    """Return the seconds that linking takes for each claim, the best of three."""
    catalog = api.load_rules()
    claims = sum(len(one.claims) for one in found)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        link(found, catalog)
        times.append(time.perf_counter() - start)
    return min(times) / claims


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the status is 1 where the larger corpus takes too long a claim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=5000)
    parser.add_argument("--small", type=int, default=2000)
    parser.add_argument("--large", type=int, default=20000)
    given = parser.parse_args(arguments)
    found = extractions(given.large, given.entities)
    small, large = per_claim(found[: given.small]), per_claim(found)
    print(f"{given.small} documents: {small * 1e6:.1f} µs a claim")
    print(f"{given.large} documents: {large * 1e6:.1f} µs a claim, {large / small:.2f} times as much")
    return int(large > _LIMIT * small)


if __name__ == "__main__":
    raise SystemExit(main())
