"""`python -m saleor_support_plugin.embedded`: the launcher with nothing else loaded."""

import argparse
import sys
from pathlib import Path

from saleor_support_plugin.embedded.up import up


def main() -> int:
    """Read the options of `saleor-support up` and run it."""
    options = argparse.ArgumentParser(prog="saleor-support up")
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--data", type=Path)
    options.add_argument("--no-demo", dest="demo", action="store_false")
    given = options.parse_args()
    return up(given.port, given.data, given.demo)


if __name__ == "__main__":
    sys.exit(main())
