"""A shop's product page on an origin of its own, with the widget as a merchant places it, and a strict policy."""

import threading
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

RESERVED = """support-delivery, support-reviews, support-questions { display: block; min-height: max(3em, 44px); }
support-delivery { min-height: max(6.25em, 100px); }
support-contact { display: block; min-height: max(6.5em, 104px); }"""
STYLE = """
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 0 auto; padding: 16px; background: light-dark(#fff, #17191f);
  color: light-dark(#1b1d1f, #eceef0); font: 16px/1.5 system-ui, sans-serif; }
.far { height: 4000px; }
"""
SCRIPT = """
window.seen = { shift: 0, violations: [], delivery: [], chat: [] };
const add = entry => { if (!entry.hadRecentInput) window.seen.shift += entry.value; };
new PerformanceObserver(list => list.getEntries().forEach(add))
  .observe({ type: 'layout-shift', buffered: true });
document.addEventListener('securitypolicyviolation', event => window.seen.violations.push(event.violatedDirective));
window.SaleorSupport = window.SaleorSupport || [];
window.SaleorSupport.push(['on', 'delivery', detail => window.seen.delivery.push(detail)]);
for (const name of ['open', 'close', 'message'])
  window.SaleorSupport.push(['on', name, detail => window.seen.chat.push(detail ? [name, detail.author] : [name])]);
window.SaleorSupport.push(['on', 'raise', detail => window.seen.chat.push(['raise', detail.kind])]);
document.addEventListener('DOMContentLoaded', () => {
  for (const choice of document.querySelectorAll('[data-variant]'))
    choice.addEventListener('click', () =>
      document.querySelector('support-delivery').setAttribute('variant', choice.dataset.variant));
});
"""
PAGE = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Linen shirt</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/shop.css?{query}">
<script src="/shop.js" nonce="{nonce}"></script>
<script async src="{service}/widget.js" nonce="{nonce}"
  data-store="{store}" data-channel="{channel}"{locale}{launcher}></script>
</head>
<body>
<main>
<h1>Linen shirt</h1>
<p>Choose a size: <button type="button" data-variant="{variant}">M</button>
<button type="button" data-variant="">None</button></p>
<div class="{place}"></div>
<support-delivery variant="{chosen}" country="{country}">{server}</support-delivery>
<button type="button" id="basket">Add to basket</button>
<p>Woven in Denizli.</p>
{reviews}
{questions}
{contact}
<p>Made to last.</p>
</main>
{chat}
</body>
</html>"""


class ShopPage:
    """Answers on a free port of this machine while it is open.

    `service` is where the support service is; `store` the store's public key.
    """

    def __init__(self, service: str, store: str, variant: str) -> None:
        self.service = service
        self.store = store
        self.variant = variant
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Door, self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, name="shop", daemon=True)

    def __enter__(self) -> "ShopPage":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def address(self, **view: str) -> str:
        """Return the page's address.

        `view`: lang, dir, channel, country, chosen, far, unreserved, service, policy; `server` for what it wrote in the
        line; `reviews` and `questions` of a product; `contact` for the block; `chat` for an element, `about` what its
        page is about, `checkout` the shopper's; `launcher` for the default one; `unsocketed` where no socket goes out.
        """
        return f"{self.url}/?{urlencode(view)}"

    def html(self, view: dict[str, str]) -> str:
        lang = view.get("lang", "en")
        values = {
            "lang": lang,
            "dir": view.get("dir", "ltr"),
            "query": urlencode({name: "1" for name in ("unreserved",) if name in view}),
            "nonce": "shop-nonce",
            "service": view.get("service", self.service),
            "store": self.store,
            "channel": view.get("channel", "eu"),
            "variant": self.variant,
            "chosen": view.get("chosen", self.variant),
            "country": view.get("country", "DE"),
            "server": view.get("server", ""),
            "place": "far" if "far" in view else "near",
        }
        parts = {
            "locale": f' data-locale="{escape(lang)}"',
            "launcher": " data-launcher" if "launcher" in view else "",
            "reviews": '<support-reviews product="{}"></support-reviews>'.format(escape(view["reviews"]))
            if "reviews" in view
            else "",
            "questions": '<support-questions product="{}"></support-questions>'.format(escape(view["questions"]))
            if "questions" in view
            else "",
            "contact": "<support-contact></support-contact>" if "contact" in view else "",
            "chat": _chat(view.get("about", ""), view.get("checkout", "")) if "chat" in view else "",
        }
        return PAGE.format(**{name: escape(value) for name, value in values.items()}, **parts)

    def policy(self, view: dict[str, str]) -> str:
        scripts = {"hosts": f"'self' {self.service}", "nonce": "'nonce-shop-nonce' 'strict-dynamic'"}
        service = view.get("service", self.service)
        sockets = "" if "unsocketed" in view else service.replace("http", "ws", 1)
        return (
            f"default-src 'none'; script-src {scripts[view.get('policy', 'hosts')]} {service}; "
            f"connect-src {service} {sockets}; style-src 'self'; img-src 'self' {service}; base-uri 'none'; "
            "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        )


def _chat(about: str, checkout: str) -> str:
    named = f' stage="product" about="{escape(about)}" about-id="UHJvZHVjdDo3Mg=="' if about else ""
    cart = f' checkout="{escape(checkout)}"' if checkout else ""
    return f"<support-chat{named}{cart}></support-chat>"


class _Door(BaseHTTPRequestHandler):
    def __init__(self, shop: ShopPage, *arguments: Any) -> None:
        self._shop = shop
        super().__init__(*arguments)

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        view = dict(parse_qsl(asked.query, keep_blank_values=True))
        if asked.path == "/shop.css":
            return self._answer("text/css", STYLE + ("" if "unreserved" in view else RESERVED))
        if asked.path == "/shop.js":
            return self._answer("text/javascript", SCRIPT)
        if asked.path == "/icon.svg":
            return self._answer("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>')
        return self._answer("text/html; charset=utf-8", self._shop.html(view), self._shop.policy(view))

    def _answer(self, kind: str, text: str, policy: str = "default-src 'none'") -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        # Isolated, as shops with shared memory are: whatever does not allow it is not loaded.
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: what a test has to know it sees in the browser."""
