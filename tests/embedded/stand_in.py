"""A small program in the place of ours: `migrate`, `web --fd N`, `worker`, `demo --port N`, `doctor`, without Django.

The worker writes the number of its own child into beat.pid in the folder it is started in.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path


def serve(listener: socket.socket) -> None:
    """Answer every request with what a test wants to know: the number of this process."""
    while True:
        line, _ = listener.accept()
        with line:
            line.recv(4000)
            body = str(os.getpid()).encode()
            line.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


def write_number(name: str, number: int) -> None:
    """Tell the test, in one step, which process that is."""
    new = Path(f"{name}.pid.new")
    new.write_text(str(number))
    new.rename(f"{name}.pid")


def end_with(child: "subprocess.Popen[bytes]") -> None:
    """Stop in peace."""
    child.kill()
    sys.exit(0)


def main(name: str, *options: str) -> None:
    given = dict(zip(options[::2], options[1::2], strict=False))
    if name == os.environ.get("STAND_IN_FAILS"):
        sys.exit(f"{name} does not feel well")
    if name == os.environ.get("STAND_IN_IS_DEAF"):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if name == "web":
        serve(socket.socket(fileno=int(given["--fd"])))
    elif name == "demo":
        serve(socket.create_server(("127.0.0.1", int(given["--port"]))))
    elif name == "doctor":
        demo = {"store": f"{os.environ['DEMO_URL']}/graphql/", "state": "active", "key": "abc", "channels": ["eu"]}
        print(json.dumps({"stores": [demo]}))
    elif name == "worker":
        # As Celery's beat: a process of the worker's group, which ends it in peace and leaves it behind in a crash.
        beat = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
        write_number("beat", beat.pid)
        if name != os.environ.get("STAND_IN_IS_DEAF"):
            signal.signal(signal.SIGTERM, lambda *_: end_with(beat))
        threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
