"""What a store answers in the inbox: a ticket, a chat that waits and one that goes on, and the line to the chats."""

import json
from typing import Any

from playwright.sync_api import WebSocketRoute

from .matter_desk import MATTER, NO_MATTER, ORDER

END = {"hasNextPage": False, "endCursor": None}
AT = "2026-03-04T12:00:00+00:00"
CHAT, WAITING_CHAT = "Q29udmVyc2F0aW9uOjI=", "Q29udmVyc2F0aW9uOjM="
CHAT_TICKET, WAITING_TICKET = "VGlja2V0OjI=", "VGlja2V0OjM="
MESSAGE: dict[str, Any] = {
    "conversationId": "Q29udmVyc2F0aW9uOjE=",
    "seq": 1,
    "author": "SHOPPER",
    "authorName": "Ada",
    "event": None,
    "card": None,
    "at": AT,
    "channel": None,
    "ticketNumber": None,
}
TICKET: dict[str, Any] = {
    "id": "VGlja2V0OjE=",
    "number": 7,
    "state": "OPEN",
    "kind": "MESSAGE",
    "subject": "My lamp",
    "tags": ["delivery", "vip"],
    "snoozedUntil": None,
    "conversationId": "Q29udmVyc2F0aW9uOjE=",
    "phone": None,
    "whatsapp": None,
    "callAt": None,
    "channel": "default-channel",
    "language": "en",
    "customerEmail": "ada@example.com",
    "customerName": "Ada",
    "emailConfirmedAt": None,
    "replyWay": {"kind": "MAIL", "until": None},
    "department": "Delivery",
    "assignedEmail": None,
    "copies": ["bora@partner.example"],
    "createdAt": AT,
    "updatedAt": AT,
    "orderNumber": "1042",
    "chat": None,
    "beside": {"bought": []},
    "survey": {"scale": 5, "score": 5, "words": "Solved at once."},
    "rating": {"score": 4, "text": "Quick and kind.", "at": AT},
    "order": ORDER,
    "lastMessage": MESSAGE | {"text": "Where is my lamp?"},
    **MATTER,
}
SEAT: dict[str, Any] = {
    "id": "Q2hhdFNlYXQ6MQ==",
    "userId": "me",
    "email": "mey@shop.example",
    "name": "Mey",
    "photoUrl": "",
    "expertise": "Lamps",
    "state": "ONLINE",
    "isThere": True,
    "busy": 1,
    "maxConcurrent": 3,
    "channels": [],
    "languages": ["tr", "en"],
    "categories": ["lamps"],
}
MACRO = {
    "id": "TWFjcm86MQ==",
    "name": "Where it is",
    "text": {"en": "Hello {{customer.name}}, it is on its way.", "tr": "Merhaba {{customer.name}}, yolda."},
    "tags": ["delivery"],
    "state": "CLOSED",
    "assignToMe": True,
    "proposes": None,
}
PRODUCT = {
    "kind": "product",
    "name": "Lamp",
    "variant_name": "Blue",
    "price": {"amount": "43.30", "currency": "EUR"},
    "image": None,
    "url": "https://shop.example/lamp",
}
CHATTED = [
    {"author": "SHOPPER", "authorName": "Bora", "text": "Mavi lamba stokta var mı?"},
    {"author": "SYSTEM", "authorName": "mey@shop.example", "event": "SEATED", "text": ""},
    {"author": "STAFF", "authorName": "mey@shop.example", "text": "Var, hemen bakalım."},
    {"author": "STAFF", "authorName": "mey@shop.example", "text": "", "card": json.dumps(PRODUCT)},
    {"author": "SYSTEM", "authorName": "mey@shop.example", "event": "NOTE", "text": "Sevdiği renk mavi."},
    {
        "author": "STAFF",
        "authorName": "mey@shop.example",
        "text": "",
        "card": json.dumps({"kind": "cart", "act": "ADDED", "name": "Lamp", "quantity": 1, "by": "Mey"}),
    },
    {"author": "SHOPPER", "authorName": "Bora", "text": "Teşekkürler!"},
]
CEMS = MESSAGE | {"conversationId": WAITING_CHAT, "authorName": "Cem", "text": "Kargom nerede?"}
THREAD_CHAT = ("id", "state", "joinedAt", "endedAt", "staffReadSeq", "seat")


class InboxDesk:
    """One ticket of Ada's, and two chats: Cem waits, Bora is Mey's."""

    def __init__(self) -> None:
        super().__init__()
        by_mail = {"text": "Is there any news?", "channel": "MAIL", "conversationId": "other", "ticketNumber": 8}
        self.said = [MESSAGE | {"text": "Where is my lamp?", "channel": "WIDGET"}, MESSAGE | by_mail]
        self.chatted = [
            MESSAGE | one | {"conversationId": CHAT, "seq": seq} for seq, one in enumerate(CHATTED, start=1)
        ]
        self.chat_state = {CHAT: "SEATED", WAITING_CHAT: "WAITING"}
        self.copies: list[str] = TICKET["copies"]
        self.frames: list[dict[str, Any]] = []

    def live(self, line: WebSocketRoute) -> None:
        """Play `/staff/live`: a hello is welcomed, and what is said is said back."""

        def heard(message: str | bytes) -> None:
            frame = json.loads(message)
            self.frames.append(frame)
            if frame["do"] == "hello":
                line.send(json.dumps({"is": "welcome", "user": "me", "email": SEAT["email"]}))
            if frame["do"] == "say":
                said = MESSAGE | {"seq": len(self.chatted) + 1, "author": "STAFF", "authorName": SEAT["email"]}
                said["conversationId"] = CHAT
                self.chatted.append(said | {"text": frame["text"]})
                told = {"is": "said", "conversation": frame["conversation"], "seq": said["seq"], "author": "staff"}
                more = {"name": SEAT["email"], "text": frame["text"], "at": AT, "event": None, "card": None}
                line.send(json.dumps(told | more | {"key": frame["key"]}))

        line.on_message(heard)

    def _chat(self, pk: str) -> dict[str, Any]:
        bora = pk == CHAT
        return {
            "id": pk,
            "ticket": {"id": CHAT_TICKET if bora else WAITING_TICKET},
            "state": self.chat_state[pk],
            "customerName": "Bora" if bora else "Cem",
            "customerEmail": "",
            "category": "lamps" if bora else "",
            "joinedAt": AT,
            "endedAt": None,
            "lastSeq": len(self.chatted) if bora else 1,
            "staffReadSeq": 5 if bora else 0,
            "seat": SEAT if self.chat_state[pk] == "SEATED" else None,
            "lastMessage": self.chatted[-1] if bora else CEMS,
        }

    def Tickets(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"tickets": {"edges": [{"node": TICKET}], "pageInfo": END, "totalCount": 1}}

    def LiveChats(self, variables: dict[str, Any]) -> dict[str, Any]:
        chats = [self._chat(CHAT), self._chat(WAITING_CHAT)]
        going = [{"node": chat} for chat in chats if chat["state"] in ("WAITING", "SEATED")]
        return {
            "chats": {"edges": going, "totalCount": len(going)},
            "ticketTags": ["delivery", "vip"],
            "ticketCounts": {"mine": 3, "nobodys": 1, "all": 12, "snoozed": 2, "breached": 1, "amber": 2},
            "chatSeat": SEAT,
        }

    def TicketColleagues(self, variables: dict[str, Any]) -> dict[str, Any]:
        named = {"email": SEAT["email"], "name": "Mey", "isThere": True}
        others = [
            {"email": f"{one}@shop.example", "name": "", "isThere": False} for one in ("can", "zeynep.uzunsoyadi")
        ]
        return {"ticketColleagues": [named, *others]}

    def TicketCopiesSet(self, variables: dict[str, Any]) -> dict[str, Any]:
        self.copies = variables["emails"]
        return {"ticketCopiesSet": {"ticket": {"id": TICKET["id"]}, "errors": []}}

    def TicketTags(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"ticketTags": ["delivery", "vip"]}

    def Macros(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"macros": [MACRO, MACRO | {"id": "TWFjcm86Mg==", "name": "İade nasıl", "tags": [], "state": None}]}

    def MacroFill(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"macroFill": {"text": "Hello Ada, it is on its way.", "unfilled": []}}

    def TicketThread(self, variables: dict[str, Any]) -> dict[str, Any]:
        pk = {CHAT_TICKET: CHAT, WAITING_TICKET: WAITING_CHAT}.get(variables["id"])
        if pk is None:
            return {"ticket": TICKET | {"copies": self.copies, "messages": _page(self.said)}}
        chat = self._chat(pk)
        of_chat = {"id": variables["id"], "kind": "CHAT", "subject": "Mavi lamba", "conversationId": pk}
        who = {
            "customerName": chat["customerName"],
            "customerEmail": "",
            "language": "tr",
            "rating": None,
            "survey": None,
            "order": None,
            **NO_MATTER,
        }
        going = {"chat": {name: chat[name] for name in THREAD_CHAT}}
        return {"ticket": TICKET | of_chat | who | going | {"messages": _page(self.chatted if pk == CHAT else [CEMS])}}

    def TicketReply(self, variables: dict[str, Any]) -> dict[str, Any]:
        said = MESSAGE | {"seq": len(self.said), "author": "STAFF", "authorName": "staff@example.com"}
        self.said.append(said | {"text": variables["input"]["text"]})
        return {"ticketReply": {"ticket": {"id": TICKET["id"], "state": "WAITING"}, "errors": []}}

    def TicketNote(self, variables: dict[str, Any]) -> dict[str, Any]:
        said = MESSAGE | {"seq": len(self.said), "author": "SYSTEM", "event": "NOTE", "authorName": SEAT["email"]}
        self.said.append(said | {"text": variables["text"]})
        return {"ticketNote": {"ticket": {"id": TICKET["id"], "state": "OPEN"}, "errors": []}}

    def TicketsUpdate(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"ticketsUpdate": {"count": len(variables["ids"]), "errors": []}}

    def ChatAccept(self, variables: dict[str, Any]) -> dict[str, Any]:
        self.chat_state[variables["id"]] = "SEATED"
        return {"chatAccept": {"chat": {"id": variables["id"], "state": "SEATED"}, "errors": []}}

    def ChatEnd(self, variables: dict[str, Any]) -> dict[str, Any]:
        self.chat_state[variables["id"]] = "ENDED"
        return {"chatEnd": {"chat": {"id": variables["id"], "state": "ENDED"}, "errors": []}}

    def ChatSeats(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"chatWall": {"seats": [SEAT]}}

    def ChatSeat(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"chatSeat": SEAT}

    def ChatWall(self, variables: dict[str, Any]) -> dict[str, Any]:
        now = {"waiting": 1, "longestWaitSeconds": 245, "chatting": 2, "missedToday": 3, "places": 6, "free": 4}
        away = SEAT | {"id": "Q2hhdFNlYXQ6Mg==", "name": "", "state": "AWAY", "isThere": False, "busy": 0}
        channels = [{"slug": "default-channel", "name": "Europe"}]
        return {"chatWall": now | {"seats": [SEAT, away]}, "channels": channels}

    def TicketArticles(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"ticket": {"id": variables["id"], "articles": []}}

    def BesideFacts(self, variables: dict[str, Any]) -> dict[str, Any]:
        money = {"amount": "129.90", "currency": "EUR"}
        order = {"id": "T3JkZXI6MQ==", "number": "1042", "created": AT, "status": "FULFILLED", "total": money}
        customer = {"ordersCount": 3, "spent": [money], "orders": [order], "tickets": [], "reviewsCount": 0}
        here = {"url": "https://shop.example/lamp", "title": "Lamp", "at": AT, "product": None}
        owned = {"productName": "Lamp", "variantName": "Blue", "pieces": 3, "times": 2}
        beside = {"customer": customer | {"owned": [owned], "reviews": []}, "here": here, "acts": []}
        return {"ticket": {"id": variables["id"], "beside": beside}}

    def BesideCart(self, variables: dict[str, Any]) -> dict[str, Any]:
        beside = {"checkout": None, "checkoutTrouble": None}
        return {"ticket": {"id": variables["id"], "channel": "default-channel", "beside": beside}}


def _page(said: list[dict[str, Any]]) -> dict[str, Any]:
    return {"edges": [{"node": one} for one in said], "pageInfo": END}
