"""The order of the stages.

    paths -read-> documents -extract-> claims -resolve-> claims -normalize-> claims
      -compare-> groups -checks-> findings -> Report

``running`` reads, ``partition`` extracts, ``gathering`` links and groups, ``judging`` checks; ``engines``
says where; ``texts`` answers about a lone text.  Each stage returns items and issues; nothing here judges.
"""

from verify.pipeline.engines import Workers, engine
from verify.pipeline.gathering import gather
from verify.pipeline.judging import judge
from verify.pipeline.partition import Watch, unwatched
from verify.pipeline.running import run
from verify.pipeline.texts import Reading, compare_texts, parse
from verify.pipeline.tools import tools

__all__ = [
    "Reading",
    "Watch",
    "Workers",
    "compare_texts",
    "engine",
    "gather",
    "judge",
    "parse",
    "run",
    "tools",
    "unwatched",
]
