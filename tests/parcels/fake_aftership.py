"""A tracking service on this machine, written from AfterShip's public documentation of its Tracking API 2025-01."""

import base64
import hmac
import json
import threading
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "asat_key"
WEBHOOK_SECRET = "hook secret"


class FakeAfterShip:
    """Takes parcels and gives what is in `trackings`; with `status` it refuses everything."""

    def __init__(self) -> None:
        self.status = 0
        self.code = 0
        self.trackings: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, str]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/tracking/2025-01/trackings"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.asked.append((method, body.get("tracking_number", path.rpartition("/")[2])))
        if self.status:
            return self.status, {"meta": {"code": self.code or self.status, "message": "no"}, "data": {}}
        if method == "GET":
            found = self.trackings.get(path.rpartition("/")[2])
            return (200, {"meta": {"code": 200}, "data": found}) if found else (404, {"meta": {"code": 4004}})
        made = tracking(body["tracking_number"], slug=body.get("slug", "detected"))
        self.trackings[made["id"]] = made
        return 201, {"meta": {"code": 201}, "data": made}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self._reply("POST", json.loads(self.rfile.read(int(self.headers["content-length"]))))

            def do_GET(self) -> None:
                self._reply("GET", {})

            def _reply(self, method: str, body: dict[str, Any]) -> None:
                status, said = fake.answer(method, self.path, body)
                if self.headers["as-api-key"] != KEY:
                    status, said = 401, {"meta": {"code": 401, "message": "Invalid API key"}, "data": {}}
                told = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(told)))
                self.end_headers()
                self.wfile.write(told)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def tracking(number: str, *points: dict[str, Any], slug: str = "yurtici-kargo", **changed: Any) -> dict[str, Any]:
    return {
        "id": f"id{number}".replace("-", ""),
        "tracking_number": number,
        "slug": slug,
        "active": True,
        "tag": points[-1]["tag"] if points else "Pending",
        "subtag": "Pending_001",
        "checkpoints": list(points),
        "shipment_delivery_date": None,
    } | changed


def point(tag: str, at: str, **changed: Any) -> dict[str, Any]:
    return {
        "tag": tag,
        "subtag": f"{tag}_001",
        "checkpoint_time": at,
        "message": "Transfer merkezinde",
        "city": "Tuzla",
    } | changed


def call(*points: dict[str, Any], number: str = "o-1", event: str = "tracking_update") -> bytes:
    return json.dumps({"event": event, "event_id": "3f64", "ts": 1, "msg": tracking(number, *points)}).encode()


def signed(body: bytes, secret: str = WEBHOOK_SECRET) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, sha256).digest()).decode()
