"""A mail provider on this machine, written from Postmark's public API documentation: `POST /email`."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class FakePostmark:
    """Answers every mail with `status` and `body`; with status 0 it takes the mail and hangs up."""

    def __init__(self) -> None:
        self.status: int = 200
        self.body: Any = {"ErrorCode": 0, "Message": "OK", "MessageID": "b7bc", "To": "ayse@shopper.dev"}
        self.mails: list[dict[str, Any]] = []
        self.tokens: list[str | None] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told = json.loads(self.rfile.read(int(self.headers["content-length"])))
                fake.mails += told if isinstance(told, list) else [told]
                fake.tokens.append(self.headers["x-postmark-server-token"])
                if fake.status:
                    said = json.dumps(fake.body).encode()
                    self.send_response(fake.status)
                    self.send_header("content-type", "application/json")
                    self.send_header("content-length", str(len(said)))
                    self.end_headers()
                    self.wfile.write(said)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
