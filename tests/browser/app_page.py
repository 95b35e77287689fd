"""The app's own pages in a frame, as Dashboard opens them; who answers the staff API is played here."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Frame, Page, Route

from .cart_desk import CartDesk
from .delivery_desk import DeliveryDesk
from .demo import Demo
from .inbox_desk import END, MESSAGE, InboxDesk
from .matter_desk import MatterDesk
from .plan_desk import PlanDesk
from .report_desk import ReportDesk
from .review_desk import ReviewDesk

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
SETTINGS: dict[str, Any] = {
    "storefront_url": "",
    "dashboard_url": "",
    "storefront_origins": [],
    "sender_name": "",
    "sender_email": "",
    "mail_in_address": "",
    "dkim_selector": "",
    "accent": "",
    "logo_url": "",
    "mail_footer": "",
    "time_zone": "Europe/Istanbul",
    "week": [[["09:00", "12:00"], ["13:00", "18:00"]], *([[["09:00", "18:00"]]] * 4), [], []],
    "closed_on": ["2026-12-31"],
    "closed_on_holidays": False,
    "contact_channels": [{"kind": "form", "address": "", "host": "", "languages": [], "hours": None}],
    "ticket_reasons": [
        {
            "name": "late",
            "title": {"en": "Where is my order?", "tr": "Siparişim nerede?"},
            "department": "Delivery",
            "priority": "HIGH",
            "first_reply_minutes": 120,
            "resolve_minutes": 0,
        }
    ],
    "departments": [{"name": "Delivery", "emails": ["mey@shop.dev"]}],
    "first_reply_minutes": 540,
    "resolve_minutes": 1620,
    "mirror_notes": True,
    "order_page_days": 365,
    "alert_minutes": 30,
    "alert_emails": ["mey@shop.dev"],
    "survey_scale": 5,
    "survey_wait_hours": 1,
    "survey_days": 30,
    "callbacks_at_once": 2,
    "review_prompts": True,
    "review_wait_hours": 24,
    "review_fallback_days": 7,
    "review_reminder": True,
    "review_steer": True,
    "review_aspects": [
        {
            "name": "fit",
            "question": {"en": "How does it fit?", "tr": "Kalıbı nasıl?"},
            "answers": [{"name": "small", "en": "Small", "tr": "Dar"}, {"name": "right", "en": "As it should"}],
            "categories": [],
        }
    ],
    "review_owner": "Quality",
    "cart_reminders": True,
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
    "blocked_words": ["lamp*"],
    "blocked_words_starter": False,
    "blocked_words_act": "refuse",
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


COVERAGE = [
    {"stage": "PRODUCT", "seenAt": "2026-11-20T09:00:00+00:00", "ways": ["phone", "form"]},
    {"stage": "CHECKOUT", "seenAt": None, "ways": []},
]


class Desk(InboxDesk, MatterDesk, DeliveryDesk, CartDesk, PlanDesk, ReportDesk, ReviewDesk):
    """A store with one ticket, one configuration and two reviews that wait."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def answer(self, route: Route) -> None:
        request = route.request.post_data_json
        assert request is not None
        name, variables = request["operationName"], request["variables"]
        self.asked.append((name, variables))
        data: Callable[[dict[str, Any]], dict[str, Any]] = getattr(self, name)
        route.fulfill(status=200, content_type="application/json", body=json.dumps({"data": data(variables)}))

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

    def Configurations(self, variables: dict[str, Any]) -> dict[str, Any]:
        one = {"id": "TmM6MQ==", "name": "Everywhere", "channels": ["default-channel"], "isDefault": True}
        return {
            "configurations": [one | {"effective": json.dumps(SETTINGS), "updatedAt": MESSAGE["at"]}],
            "configurationDefaults": json.dumps(SETTINGS),
            "channels": [{"slug": "default-channel", "name": "Europe", "currency": "EUR"}],
        }

    def AlertAccount(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"alertAccount": {"kind": "slack", "problem": ""}}

    def Mailboxes(self, variables: dict[str, Any]) -> dict[str, Any]:
        imap = {"configuration": "TmM6MQ==", "way": "imap", "host": "imap.shop.dev", "username": "shop"}
        known = {"hasPassword": True, "authservId": "mx.shop.dev", "address": None, "problem": ""}
        return {"mailboxes": [imap | known | {"checkedAt": MESSAGE["at"]}]}

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
        todo = dict.fromkeys(("originsSet", "hoursSet", "senderTested", "firstTestMessage", "leaversAsked"), False)
        seen = {"snippetSeenAt": None, "parkedAt": None, "missingPermissions": ["MANAGE_CHECKOUTS"]}
        return {"setup": todo | seen | {"ways": ["phone", "form"], "coverage": COVERAGE}}

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
        try:
            yield host
        finally:
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
        self.page.route_web_socket("**/staff/live", self.desk.live)
        self.page.route("**/s/played/**", self.desk.promise)
        self.page.goto(self.host.url)
        element = self.page.wait_for_selector("iframe")
        assert element is not None
        frame = element.content_frame()
        assert frame is not None
        frame.wait_for_selector(f"html[lang={locale}][data-theme={theme}] h1", state="attached")
        return frame
