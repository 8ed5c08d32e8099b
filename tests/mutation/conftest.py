"""The modules beside the tests are found by their own names, which importlib mode leaves to us."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
