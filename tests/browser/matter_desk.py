"""What a store answers of what tickets are about, of acts on their orders, of limits and of routing."""

import json
from typing import Any

END = {"hasNextPage": False, "endCursor": None}
AT = "2026-03-04T12:00:00+00:00"
MATTER: dict[str, Any] = {
    "reason": {"slug": "late", "name": {"en": "Where is my order?", "tr": "Siparişim nerede?"}},
    "priority": "HIGH",
    "boosts": ["LATE_PARCEL"],
    "clock": {"kind": "FIRST_REPLY", "state": "BREACHED", "dueAt": AT, "amberAt": AT, "leftMinutes": None},
    "lines": [{"orderLineId": "T3JkZXJMaW5lOjE=", "productName": "Lamp", "variantName": "Blue", "quantity": 1}],
    "linked": [{"id": "VGlja2V0Ojk=", "number": 9, "subject": "The lamp before", "state": "CLOSED"}],
    "merges": [{"id": "VGlja2V0Ojg=", "number": 8, "subject": "Again my lamp", "mayUndo": True}],
    "mergedInto": None,
    "splitFrom": None,
}
NO_MATTER: dict[str, Any] = MATTER | {
    "reason": None,
    "priority": "NORMAL",
    "boosts": [],
    "clock": None,
    "lines": [],
    "linked": [],
    "merges": [],
}
ORDER: dict[str, Any] = {
    "id": "T3JkZXI6MQ==",
    "number": "1042",
    "created": AT,
    "status": "FULFILLED",
    "paymentStatus": "FULLY_CHARGED",
    "chargeStatus": "FULL",
    "total": {"amount": "129.90", "currency": "EUR"},
    "deliveryMethodName": "DHL",
    "shippingCity": "İstanbul",
    "shippingCountry": "TR",
    "lines": {
        "edges": [
            {"node": {"id": "T3JkZXJMaW5lOjE=", "productName": "Lamp", "variantName": "Blue", "quantity": 2}},
            {"node": {"id": "T3JkZXJMaW5lOjI=", "productName": "Chair", "variantName": "", "quantity": 1}},
        ],
        "totalCount": 2,
    },
    "fulfillments": [{"id": "RnVsZmlsbG1lbnQ6MQ==", "status": "FULFILLED", "trackingNumber": "TR123"}],
}
ACT: dict[str, Any] = {
    "id": "T3JkZXJBY3Q6MQ==",
    "number": 1,
    "kind": "REFUND",
    "state": "DONE",
    "money": {"amount": "20.00", "currency": "EUR"},
    "reason": "late",
    "note": "Five days late.",
    "byEmail": "mey@shop.example",
    "problem": None,
    "askedAt": AT,
    "decidedByEmail": "",
    "decisionNote": "",
    "code": None,
    "canDecide": False,
    "canRetry": False,
}
WAITING_ACT = ACT | {
    "state": "NEEDS_APPROVAL",
    "money": {"amount": "80.00", "currency": "EUR"},
    "byEmail": "yaz@shop.example",
    "groups": ["Agents"],
    "passed": ["PER_ORDER"],
    "canDecide": True,
    "order": {"id": ORDER["id"], "number": "1042", "total": ORDER["total"]},
    "ticket": {
        "id": "VGlja2V0OjE=",
        "number": 7,
        "subject": "My lamp",
        "customerName": "Ada",
        "customerEmail": "ada@example.com",
    },
}
RULE = {
    "id": "Um91dGluZ1J1bGU6MQ==",
    "name": "Late ones",
    "isOn": True,
    "position": 0,
    "conditions": json.dumps({"late": True, "value_at_least": {"amount": "100.00", "currency": "EUR"}}),
    "effects": json.dumps({"priority": "URGENT", "department": "Delivery"}),
}
EVENTS = ("PLACED", "ORDER_FULLY_PAID", "FULFILLMENT_FULFILLED_ITEMS", "TRACKING_UPDATED")


class MatterDesk:
    """A ticket that is late, a refund that was given and one that waits for a lead."""

    def __init__(self) -> None:
        super().__init__()
        self.acts = [ACT, ACT | {"id": "T3JkZXJBY3Q6Mg==", "number": 2, "kind": "VOUCHER", "state": "IN_DOUBT"}]
        self.waiting = [WAITING_ACT]

    def TicketReasons(self, variables: dict[str, Any]) -> dict[str, Any]:
        broken = {"slug": "broken", "name": {"en": "Damaged or broken", "tr": "Hasarlı veya kırık"}}
        reasons = [one | {"priority": "NORMAL"} for one in (MATTER["reason"], broken)]
        return {"ticketReasons": reasons, "ticketDepartments": ["Delivery", "Quality"]}

    def Views(self, variables: dict[str, Any]) -> dict[str, Any]:
        urgent = {"isClosed": False, "priority": "URGENT"}
        view = {"id": "Vmlldzox", "name": "Urgent", "isTeam": True, "filter": json.dumps(urgent), "count": 4}
        mine = {"id": "Vmlldzoy", "name": "Kargo", "isTeam": False, "filter": '{"reason": "late"}', "count": 12}
        return {"views": [view, mine]}

    def TicketUpdate(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"ticketUpdate": {"ticket": {"id": variables["id"]}, "errors": []}}

    def TicketMerge(self, variables: dict[str, Any]) -> dict[str, Any]:
        fault = {"field": "ids", "message": "Another customer.", "code": "ANOTHER_CUSTOMER"}
        done: dict[str, Any] = {"ticket": {"id": variables["into"]}, "errors": []}
        return {"ticketMerge": done if variables.get("force") else {"ticket": None, "errors": [fault]}}

    def TicketSplit(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"ticketSplit": {"ticket": {"id": variables["id"], "number": 10}, "errors": []}}

    def OrderActs(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"orderActs": _list(self.acts)}

    def OrderActPreview(self, variables: dict[str, Any]) -> dict[str, Any]:
        asked = variables["input"]
        amount = (asked.get("refund") or {}).get("amount")
        effects = [
            {"code": "GRANT", "text": "Saleor grants the refund and asks the payment app for it."},
            {"code": "MAIL", "text": "Saleor mails the customer."},
        ]
        preview = {
            "problems": [],
            "effects": effects,
            "missingPermissions": [],
            "appMissingPermissions": [],
            "money": amount and {"amount": amount, "currency": "EUR"},
            "room": {"amount": "109.90", "currency": "EUR"},
            "needsApproval": float(amount or 0) > 50,
            "passed": ["PER_ORDER"] if float(amount or 0) > 50 else [],
            "transactions": [{"id": "VHg6MQ==", "name": "Card", "refundable": ORDER["total"]}],
            "hasOldPayment": False,
            "giftCards": [
                {"id": "R2lmdENhcmQ6MQ==", "ending": "AB12", "balance": ORDER["total"], "isActive": True},
                {"id": "R2lmdENhcmQ6Mg==", "ending": "CD34", "balance": ORDER["total"], "isActive": False},
            ],
        }
        return {"orderActPreview": preview}

    def OrderActCreate(self, variables: dict[str, Any]) -> dict[str, Any]:
        asked = variables["input"]
        self.acts.insert(0, ACT | {"id": "T3JkZXJBY3Q6Mw==", "kind": asked["kind"], "state": "RUNNING"})
        return {"orderActCreate": {"act": {"id": "T3JkZXJBY3Q6Mw==", "state": "RUNNING"}, "errors": []}}

    def ActsWaiting(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"actsWaiting": _list(self.waiting)}

    def OrderActApprove(self, variables: dict[str, Any]) -> dict[str, Any]:
        self.waiting = []
        return {"orderActApprove": {"act": {"id": variables["id"], "state": "ASKED"}, "errors": []}}

    def HeldMails(self, variables: dict[str, Any]) -> dict[str, Any]:
        mail = {"id": "UmVjZWl2ZWRNYWlsOjE=", "sender": "eve@example.com", "subject": "My lamp", "reason": "FORGED"}
        meant = {"receivedAt": AT, "ticketId": "VGlja2V0OjE=", "ticketNumber": 7}
        return {"receivedMails": _list([mail | meant])}

    def Authority(self, variables: dict[str, Any]) -> dict[str, Any]:
        bounds = {"percentOfOrder": 20, "perOrder": "50.00", "perDay": "200.00", "perCustomer": None}
        limits = [{"group": "Agents", "reason": "late", "currency": "EUR"} | bounds]
        return {"authority": {"limits": limits, "groups": ["Leads"], "knownGroups": ["Leads"], "isUnbound": False}}

    def CompensationReport(self, variables: dict[str, Any]) -> dict[str, Any]:
        row = {"group": "Agents", "reason": "late", "kind": "REFUND", "count": 12, "reopened": 1}
        return {"compensationReport": [row | {"total": {"amount": "240.00", "currency": "EUR"}}]}

    def RoutingRules(self, variables: dict[str, Any]) -> dict[str, Any]:
        other = RULE | {"id": "Um91dGluZ1J1bGU6Mg==", "name": "İlk sipariş", "isOn": False, "position": 1}
        channels = [{"slug": "default-channel", "name": "Europe"}]
        return {"routingRules": [RULE, other], "ticketDepartments": ["Delivery", "Quality"], "channels": channels}

    def RoutingRuleTry(self, variables: dict[str, Any]) -> dict[str, Any]:
        told = [
            {"name": "late", "isTrue": True, "told": "true"},
            {"name": "value_at_least", "isTrue": False, "told": "43.30 EUR"},
        ]
        trial = {"matches": False, "ticket": {"id": "VGlja2V0OjE=", "number": 7, "subject": "My lamp"}}
        return {"routingRuleTry": {"matched": 0, "trials": [trial | {"conditions": told}], "errors": []}}

    def OrderTimeline(self, variables: dict[str, Any]) -> dict[str, Any]:
        moment = {"source": "SALEOR_EVENT", "at": AT, "who": "", "text": "", "orderNumber": "1042", "ticketId": None}
        rows = [moment | {"id": code, "code": code} for code in reversed(EVENTS)]
        act = moment | {"id": "act", "source": "ACT", "code": "REFUND DONE", "text": "20.00 EUR"}
        return {"order": {"timeline": _list([act, *rows]) | {"pageInfo": END}}}

    def PersonTimeline(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"customer": {"timeline": _list([]) | {"pageInfo": END}}}


def _list(nodes: list[Any]) -> dict[str, Any]:
    return {"edges": [{"node": one} for one in nodes], "totalCount": len(nodes)}
