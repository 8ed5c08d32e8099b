"""The order of the stages.

    paths -read-> documents -extract-> claims -resolve-> claims -normalize-> claims
      -compare-> groups -checks-> findings -> Report

``running`` reads and extracts, ``gathering`` links and groups, ``judging`` checks; ``texts`` answers about a
lone text.  Each stage returns items and issues; nothing here judges.
"""

from verify.pipeline.extracting import Watch
from verify.pipeline.gathering import gather
from verify.pipeline.judging import judge
from verify.pipeline.running import run, unwatched
from verify.pipeline.texts import Reading, compare_texts, parse
from verify.pipeline.tools import tools

__all__ = ["Reading", "Watch", "compare_texts", "gather", "judge", "parse", "run", "tools", "unwatched"]
