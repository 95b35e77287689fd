"""Run `up` with the stand-in program: `python launch.py PORT DATA [--no-demo]`."""

import os
import sys
from pathlib import Path

from saleor_support_plugin.embedded import orphans, supervisor
from saleor_support_plugin.embedded.up import up

if __name__ == "__main__":
    if patience := os.environ.get("PATIENCE_SECONDS"):
        supervisor.STOP_SECONDS = orphans.STOP_SECONDS = float(patience)
    program = (sys.executable, str(Path(__file__).with_name("stand_in.py")))
    sys.exit(up(int(sys.argv[1]), Path(sys.argv[2]), "--no-demo" not in sys.argv, program=program))
