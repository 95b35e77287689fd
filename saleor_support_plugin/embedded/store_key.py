"""An errand beside `up`: ask the service for the demo store's key, and leave it where the demo store looks for it.

The demo store runs none of the service's code, as no shop does: a merchant copies the key from the app's settings into
their pages, and this copies it from `saleor-support doctor`. Not before the app has read the store's channels: a page
that carries the key earlier is told nothing, and stays without a launcher until somebody loads it again.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from saleor_support_plugin.embedded.folders import write_private

# The demo installs the app within a few seconds; each question starts a whole Python.
_FIRST_SECONDS = 2.0
_LONGEST_SECONDS = 60.0
_ANSWER_SECONDS = 120.0


def main(arguments: Sequence[str]) -> int:
    """`API_URL FILE PROGRAM…`: end with 0 once the key is in the file."""
    api_url, file, *program = arguments
    wait = _FIRST_SECONDS
    while (key := asked_for(api_url, program)) is None:
        time.sleep(wait)
        wait = min(wait * 1.5, _LONGEST_SECONDS)
    Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(Path(file), key)
    return 0


def asked_for(api_url: str, program: Sequence[str]) -> str | None:
    """Return the key of the installed store with this address; None as long as it has none to be used."""
    command = [*program, "doctor", "--json"]
    try:
        # It ends with 1 where something is not well, and says the same facts.
        said = subprocess.run(command, stdout=subprocess.PIPE, timeout=_ANSWER_SECONDS, check=False).stdout
        facts = json.loads(said)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return None
    stores = [one for one in facts.get("stores", []) if one["store"] == api_url and one["state"] == "active"]
    return str(stores[0]["key"]) if stores and stores[0]["channels"] else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
