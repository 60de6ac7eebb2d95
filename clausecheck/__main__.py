"""`python -m clausecheck` is the command line."""

import sys

from clausecheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
