"""The frozen program's first lines."""

import sys

from gdviz.cli import main

sys.exit(main())
