"""`python -m survey_engine`: the command line for researchers and for automation."""

import sys

from survey_engine.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
