"""nginx with one worker, which serves one JSON body as a static file: the least that an answer can cost here."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .processes import Running, running

CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000000; default_type application/json;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""
FILE = "/answer.json"


def find() -> str | None:
    return shutil.which("nginx")


@contextmanager
def serving(program: str, body: bytes, *, folder: Path, port: int) -> Iterator[Running]:
    folder.mkdir(parents=True, exist_ok=True)
    # Its worker is another user where root starts it.
    folder.chmod(0o755)
    (folder / FILE[1:]).write_bytes(body)
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port))
    command = [program, "-p", str(folder), "-c", str(configuration)]
    with running(command, log=folder / "log", env={}) as started:
        started.wait_until_ready(f"http://127.0.0.1:{port}{FILE}", seconds=10)
        yield started
