"""Let `python -m tui` do what the command `summit-tui` does."""

import sys

from tui.cli import main

sys.exit(main())
