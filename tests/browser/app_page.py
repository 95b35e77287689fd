"""The app's own pages in a frame, as Dashboard opens them; who answers the staff API is played here."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Frame, Page, Route

from .delivery_desk import DeliveryDesk
from .demo import Demo

HOST = """<!doctype html><html style="color-scheme: THEME"><title>Dashboard</title>
<style>body{margin:0} iframe{border:0;display:block;width:100%;height:100vh}</style>
<iframe sandbox="allow-same-origin allow-forms allow-scripts allow-downloads allow-popups"></iframe>
<script>
const frame = document.querySelector("iframe");
const say = (type, payload) => frame.contentWindow.postMessage({type, payload}, "*");
window.heard = [];
const greet = () => {
  say("handshake", {token: "a.b.c", version: 1, saleorVersion: "3.23.28", dashboardVersion: "v3.23.27"});
  say("localeChanged", {locale: "LOCALE"});
  say("theme", {theme: "THEME"});
};
addEventListener("message", ({data}) => {
  heard.push(data);
  say("response", {actionId: data.payload.actionId, ok: true});
  if (data.type === "notifyReady") greet();
});
frame.src = "ADDRESS";
</script></html>"""
MESSAGE = {"id": "m1", "author": "SHOPPER", "authorName": "Ada", "event": None, "at": "2026-03-04T12:00:00+00:00"}
TICKET: dict[str, Any] = {
    "id": "VGlja2V0OjE=",
    "number": 7,
    "state": "OPEN",
    "subject": "My lamp",
    "channel": "default-channel",
    "language": "en",
    "customerEmail": "ada@example.com",
    "customerName": "Ada",
    "emailConfirmedAt": None,
    "assignedEmail": None,
    "createdAt": MESSAGE["at"],
    "updatedAt": MESSAGE["at"],
    "orderNumber": None,
    "order": None,
    "lastMessage": MESSAGE | {"text": "Where is my lamp?"},
}
REVIEW: dict[str, Any] = {
    "id": "UmV2aWV3OjE=",
    "stars": 4,
    "title": "A good lamp",
    "text": "It stands and shines.",
    "authorName": "Ada",
    "language": "en",
    "state": "PENDING",
    "rejectReason": None,
    "moderatedBy": None,
    "moderatedAt": None,
    "createdAt": MESSAGE["at"],
    "productName": "Lamp",
    "orderLine": {"variantName": "Blue"},
    "order": {"id": "T3JkZXI6MQ==", "number": "42"},
}
SETTINGS: dict[str, Any] = {
    "storefront_url": "",
    "storefront_origins": [],
    "sender_name": "",
    "sender_email": "",
    "reply_domain": "",
    "dkim_selector": "",
    "accent": "",
    "logo_url": "",
    "mail_footer": "",
    "time_zone": "Europe/Istanbul",
    "week": [[["09:00", "12:00"], ["13:00", "18:00"]], *([[["09:00", "18:00"]]] * 4), [], []],
    "closed_on": ["2026-12-31"],
    "contact_channels": [{"kind": "form", "address": ""}],
    "review_prompts": True,
    "review_wait_hours": 24,
    "cart_reminders": True,
    "cart_quiet_minutes": 60,
    "consent_keys": ["paper.marketing_opt_in"],
    "soft_opt_in": False,
    "quiet_from": "21:00",
    "quiet_until": "09:00",
    "rest_days": [],
    "rest_on_holidays": False,
    "most_emails_a_week": 2,
    "most_pushes_a_week": 1,
    "most_sms_in_two_weeks": 1,
    "most_whatsapp_in_two_weeks": 1,
    "links": {},
}
PERSON_ID = "UGVyc29uOjE="
CONTACT: dict[str, Any] = {
    "id": "Q29udGFjdDox",
    "kind": "cart_reminder",
    "purpose": "COMMERCIAL",
    "medium": "EMAIL",
    "state": "WITHHELD",
    "reason": "NOT_RIGHT_ANY_MORE",
    "said": "ordered",
    "basis": None,
    "address": "ada@example.com",
    "subject": "Your lamp is still in your basket",
    "createdAt": MESSAGE["at"],
    "dueAt": None,
    "person": {"id": PERSON_ID},
}
END = {"hasNextPage": False, "endCursor": None}


class Desk(DeliveryDesk):
    """A store with one ticket, one configuration and two reviews that wait."""

    def __init__(self) -> None:
        self.said = [MESSAGE | {"text": "Where is my lamp?"}]
        self.reviews = [REVIEW, REVIEW | {"id": "UmV2aWV3OjI=", "stars": 1, "productName": "Chair", "title": ""}]
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def answer(self, route: Route) -> None:
        request = route.request.post_data_json
        assert request is not None
        name, variables = request["operationName"], request["variables"]
        self.asked.append((name, variables))
        data: Callable[[dict[str, Any]], dict[str, Any]] = getattr(self, name)
        route.fulfill(status=200, content_type="application/json", body=json.dumps({"data": data(variables)}))

    def Tickets(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"tickets": {"edges": [{"node": TICKET}], "pageInfo": END, "totalCount": 1}}

    def TicketThread(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"ticket": TICKET | {"messages": {"edges": [{"node": one} for one in self.said], "pageInfo": END}}}

    def TicketReply(self, variables: dict[str, Any]) -> dict[str, Any]:
        text = variables["input"]["text"]
        self.said.append(MESSAGE | {"id": "m2", "author": "STAFF", "authorName": "staff@example.com", "text": text})
        return {"ticketReply": {"ticket": {"id": TICKET["id"], "state": "WAITING"}, "errors": []}}

    def Contacts(self, variables: dict[str, Any]) -> dict[str, Any]:
        waiting = CONTACT | {"id": "Q29udGFjdDoy", "state": "WAITING", "reason": "QUIET_HOURS", "dueAt": MESSAGE["at"]}
        found = [{"node": one} for one in (CONTACT, waiting)]
        return {"outboxPausedAt": None, "contacts": {"edges": found, "pageInfo": END, "totalCount": len(found)}}

    def ContactPerson(self, variables: dict[str, Any]) -> dict[str, Any]:
        said = {"at": MESSAGE["at"], "source": "CHECKOUT", "isGiven": True}
        unsaid = {"at": None, "source": None, "isGiven": None}
        consents = [
            {"medium": medium, "purpose": purpose} | (said if (medium, purpose) == ("EMAIL", "COMMERCIAL") else unsaid)
            for medium in ("EMAIL", "SMS", "WHATSAPP", "PUSH")
            for purpose in ("SERVICE", "COMMERCIAL")
        ]
        known = {"id": variables["id"], "knownSince": MESSAGE["at"], "country": "TR", "timeZone": None}
        keys = [{"kind": "EMAIL", "value": CONTACT["address"], "isVerified": True}]
        closed = [{"medium": "SMS", "reason": "BOUNCED", "at": MESSAGE["at"]}]
        return {"person": known | {"keys": keys, "consents": consents, "closed": closed}}

    def Reviews(self, variables: dict[str, Any]) -> dict[str, Any]:
        found = [{"node": one} for one in self.reviews if one["state"] == variables["state"]]
        return {"reviews": {"edges": found, "pageInfo": END, "totalCount": len(found)}}

    def ReviewReject(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewReject": self._turn(variables["id"], state="REJECTED", rejectReason=variables["reason"])}

    def ReviewReopen(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewReopen": self._turn(variables["id"], state="PENDING", rejectReason=None)}

    def _turn(self, review_id: str, **changes: Any) -> dict[str, Any]:
        self.reviews = [one | changes if one["id"] == review_id else one for one in self.reviews]
        return {"review": {"id": review_id, "state": changes["state"]}, "errors": []}

    def Configurations(self, variables: dict[str, Any]) -> dict[str, Any]:
        one = {"id": "TmM6MQ==", "name": "Everywhere", "channels": ["default-channel"], "isDefault": True}
        return {
            "configurations": [one | {"effective": json.dumps(SETTINGS), "updatedAt": MESSAGE["at"]}],
            "configurationDefaults": json.dumps(SETTINGS),
            "channels": [{"slug": "default-channel", "name": "Europe", "currency": "EUR"}],
        }

    def OtherSenders(self, variables: dict[str, Any]) -> dict[str, Any]:
        klaviyo = {"identifier": "saleor.app.klaviyo", "name": "Klaviyo", "off": ["cart_reminders"]}
        return {"otherSenders": [klaviyo]}

    def MailSenders(self, variables: dict[str, Any]) -> dict[str, Any]:
        checks = [{"record": "SPF", "isWell": False, "name": "shop.dev", "advice": "Add a TXT record at shop.dev"}]
        sender: dict[str, Any] = {
            "configuration": "TmM6MQ==",
            "fromEmail": "a@shop.dev",
            "provider": None,
            "credentials": [],
        }
        provider = {"id": "postmark", "name": "Postmark", "asks": ["server_token"], "may": []}
        return {"mailSenders": [sender | {"eventsAddress": None, "checks": checks}], "mailProviders": [provider]}

    def MediumSenders(self, variables: dict[str, Any]) -> dict[str, Any]:
        netgsm = {"id": "netgsm", "name": "Netgsm", "asks": ["usercode", "password", "header"], "may": []}
        push = {"id": "webpush", "name": "Web push", "asks": [], "may": []}
        senders = [{"configuration": "TmM6MQ==", "media": []}]
        return {"mailSenders": senders, "sms": [netgsm], "whatsapp": [], "push": [push]}

    def ConfigurationUpdate(self, variables: dict[str, Any]) -> dict[str, Any]:
        fault = {"field": "sender_email", "message": "This is not an e-mail address.", "code": "INVALID"}
        return {"configurationUpdate": {"configuration": None, "errors": [fault]}}

    def Setup(self, variables: dict[str, Any]) -> dict[str, Any]:
        todo = dict.fromkeys(("originsSet", "hoursSet", "senderTested", "firstTestMessage"), False)
        return {"setup": todo | {"snippetSeenAt": None, "parkedAt": None, "missingPermissions": ["MANAGE_CHECKOUTS"]}}

    def SnippetChannels(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"channels": [{"slug": "default-channel", "name": "Europe"}]}

    def Snippet(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"setup": {"snippet": f'<script async data-channel="{variables["channel"]}"></script>'}}


class Host(ThreadingHTTPServer):
    """A page that frames ours as Dashboard does. A real server: Chromium lets no played page frame this machine."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.html = ""
        self.url = f"http://localhost:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.server.html.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosting() -> Iterator[Host]:
    with Host() as host:
        thread = Thread(target=host.serve_forever)
        thread.start()
        yield host
        host.shutdown()
        thread.join()


class AppPages:
    """Opens pages of the app's in a browser page."""

    def __init__(self, demo: Demo, page: Page, host: Host) -> None:
        self.demo, self.page, self.host, self.desk = demo, page, host, Desk()

    def open(self, path: str, *, theme: str = "light", locale: str = "en") -> Frame:
        """Open a page, and return its frame once it speaks this language and wears this theme."""
        query = urlencode({"saleorApiUrl": f"{self.demo.url}/graphql/", "id": "QXBwOjE=", "theme": theme})
        html = HOST.replace("ADDRESS", f"{self.demo.running.url}{path}?{query}")
        self.host.html = html.replace("THEME", theme).replace("LOCALE", locale)
        self.page.route("**/graphql/staff/", self.desk.answer)
        self.page.route("**/s/played/**", self.desk.promise)
        self.page.goto(self.host.url)
        element = self.page.wait_for_selector("iframe")
        assert element is not None
        frame = element.content_frame()
        assert frame is not None
        frame.wait_for_selector(f"html[lang={locale}][data-theme={theme}] h1", state="attached")
        return frame
