"""A visitor of the demo's pages without a browser: keeps cookies, follows redirects, sends forms."""

from __future__ import annotations

from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from saleor_support_plugin.demo.faces.doors import Faces
from saleor_support_plugin.demo.faces.surroundings import Surroundings
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.visits import Asked, Reply

HOST = "shop.example"


class Visitor:
    def __init__(self, store: Store, around: Surroundings | None = None) -> None:
        self.around = around or Surroundings()
        self.faces = Faces(store, self.around)
        self.cookies: dict[str, str] = {}
        self.address = ""

    def ask(self, method: str, address: str, form: dict[str, str] | None = None, **headers: str) -> Reply:
        parts = urlsplit(address)
        sent = {"host": HOST, **({"origin": f"http://{HOST}"} if method == "POST" else {})}
        sent |= {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        body = urlencode(form or {}).encode()
        reply = self.faces.reply_to(Asked(method, parts.path, dict(parse_qsl(parts.query)), sent, body))
        for line in reply.cookies:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if morsel["max-age"] == "0":
                    del self.cookies[name]
        self.address = address
        return reply

    def see(self, address: str, **headers: str) -> str:
        """The page at an address, wherever it leads."""
        return self._followed(self.ask("GET", address, None, **headers))

    def send(self, address: str, **form: str) -> str:
        """The page that a form leads to."""
        return self._followed(self.ask("POST", address, form))

    def _followed(self, reply: Reply) -> str:
        while reply.status in (302, 303, 307):
            reply = self.ask("GET", reply.headers["location"])
        return reply.body.decode()
