"""``python -m verify``: the command line."""

import sys

from verify.cli import main

sys.exit(main())
