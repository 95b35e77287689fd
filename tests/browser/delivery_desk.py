"""What a store with one warehouse that hands parcels out, and a season of promises, answers to staff."""

import json
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Route

WAREHOUSE = {
    "time_zone": "",
    "week": [],
    "cutoffs": [],
    "handling": {"least": 0, "most": 1},
    "holidays": True,
    "works_on": [],
    "half_day_until": "13:00",
    "closures": [{"first": "2026-12-24", "last": "2026-12-31", "name": "Stock-taking"}],
    "expected_on": None,
    "pickup_week": [*([[["09:00", "18:00"]]] * 5), [["10:00", "14:00"]], []],
    "pickup_ready_hours": 2,
}
USUAL = {
    "week": [True] * 5 + [False] * 2,
    "cutoffs": ["15:00"] * 5 + [None] * 2,
    "time_zone": "Europe/Istanbul",
}
TRANSIT = {
    "method": "",
    "country": "",
    "postal_prefix": "",
    "days": {"least": 1, "most": 3},
    "week": None,
    "holidays": True,
}
STORE = {
    "transit": [TRANSIT | {"method": "U006MQ==", "country": "TR", "postal_prefix": "34"}],
    "slow": [{"attribute": "size", "values": ["bulky"], "extra_handling": {"least": 1, "most": 2}}],
    "vendor_attribute": "vendor",
    "vendors": [{"vendor": "acme", "extra_handling": {"least": 1, "most": 1}}],
}
CHANNEL = {
    "returns_days": 30,
    "returns_url": "",
    "wrong_url": "",
    "duties_note": "",
    "narrowest_days": 1,
    "widen": True,
    "apologise": True,
}
HOLIDAYS = [
    {"on": "2026-10-28", "name": "Cumhuriyet Bayramı", "halfUntil": "13:00:00"},
    {"on": "2026-10-29", "name": "Cumhuriyet Bayramı", "halfUntil": None},
    {"on": "2027-01-01", "name": "Yılbaşı", "halfUntil": None},
]
RULES = {
    "store": json.dumps(STORE),
    "mayChangeAll": True,
    "warehouses": [
        {
            "id": "V2FyZWhvdXNlOjE=",
            "name": "Tuzla",
            "country": "TR",
            "place": "Liman Cd. 1, İstanbul",
            "hasPickup": True,
            "rules": json.dumps(WAREHOUSE),
            "usual": json.dumps(USUAL),
            "holidays": HOLIDAYS,
        }
    ],
    "channels": [
        {"slug": "default-channel", "name": "Europe", "defaultCountry": "TR", "rules": json.dumps(CHANNEL)},
    ],
    "methods": [
        {"id": "U006MQ==", "name": "Yurtiçi Kargo", "zone": "Türkiye", "countries": ["TR"]}
        | {"minimumDays": 2, "maximumDays": 4},
        {"id": "U006Mg==", "name": "Courier", "zone": "Türkiye", "countries": ["TR"]}
        | {"minimumDays": None, "maximumDays": None},
    ],
}
# What the product page's own address answers for the preview.
PROMISE: dict[str, Any] = {
    "country": "TR",
    "postalCode": None,
    "quantity": 1,
    "until": "2099-11-24T21:00:00Z",
    "promise": "signed",
    "reason": None,
    "cheapest": "U006MQ==",
    "fastest": None,
    "freeFrom": {"amount": "500", "currency": "TRY"},
    "options": [
        {
            "id": "U006MQ==",
            "name": "Yurtiçi Kargo",
            "price": {"amount": "49.90", "currency": "TRY"},
            "tax": "INCLUDED",
            "needs": None,
            "window": {"from": "2099-11-25", "to": "2099-11-26"},
            "cutoff": None,
            "dispatch": None,
            "reason": None,
            "steps": [],
        }
    ],
    "pickup": [],
    "region": {"duties": False, "note": ""},
    "returns": {"days": 30, "url": ""},
    "wrong": None,
}
MONDAY = date(2026, 8, 24)


def tally(id: str, name: str, made: int, known: int, kept: int) -> dict[str, Any]:
    share = kept / known if known >= 20 else None
    return {"id": id, "name": name, "made": made, "known": known, "kept": kept, "share": share}


def week(number: int) -> dict[str, Any]:
    monday = (MONDAY + timedelta(weeks=number)).isoformat()
    return {
        "monday": monday,
        "tally": tally(monday, "", 40, 12 if number == 12 else 36, 12 if number == 12 else 29 + number % 7),
    }


class DeliveryDesk:
    def promise(self, route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body=json.dumps(PROMISE))

    def DeliveryRules(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"deliveryRules": RULES, "setup": {"storeKey": "played"}}

    def DeliveryVariants(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"deliveryVariants": [{"id": "UHY6MQ==", "name": "Lamp · Blue"}]}

    def DeliveryRulesUpdate(self, variables: dict[str, Any]) -> dict[str, Any]:
        fault = {"warehouse": None, "channel": None, "field": "transit.1.method", "message": "", "code": "UNIQUE"}
        return {"deliveryRulesUpdate": {"deliveryRules": None, "errors": [fault]}}

    def Promises(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {
            "promises": {
                "days": variables["days"],
                "atRisk": 3,
                "late": 1,
                "all": tally("", "", 512, 455, 421),
                "methods": [
                    tally("U006MQ==", "Yurtiçi Kargo", 480, 436, 404),
                    tally("U006Mg==", "Courier", 32, 19, 17),
                ],
                "regions": [tally("TR", "TR", 490, 436, 405), tally("TR-34", "TR-34", 310, 280, 250)],
                "warehouses": [tally("V2FyZWhvdXNlOjE=", "Tuzla", 512, 455, 421)],
                "weeks": [week(number) for number in range(13)],
            }
        }

    def ProductTickets(self, variables: dict[str, Any]) -> dict[str, Any]:
        ticket = {"id": "VGlja2V0OjE=", "number": 1, "subject": "The shade is bent"}
        return {"tickets": {"totalCount": 1, "edges": [{"node": ticket}]}}

    def ProductCard(self, variables: dict[str, Any]) -> dict[str, Any]:
        parts = [("PICTURES", 2, 3), ("DESCRIPTION", 1, 1), ("ATTRIBUTES", 1, 3), ("MANUAL", 0, 1), ("REVIEWS", 1, 1)]
        checks = [
            {"part": part, "isDone": done >= wanted, "done": done, "wanted": wanted}
            | {"lacking": ["Colour", "Material"] if part == "ATTRIBUTES" else []}
            for part, done, wanted in parts
        ]
        bad = {"id": "UmV2aWV3OjE=", "stars": 2, "title": "", "text": "The shade was bent.", "language": "en"}
        lately = {"reviewsLately": 5, "averageLately": 4.6, "averageBefore": 4.1, "openQuestions": 2}
        card = {"name": "Lamp", "percent": 62, "reviews": 12, "average": 4.3, "checks": checks} | lately
        return {"productCard": card | {"lastBad": [bad | {"createdAt": "2026-03-04T12:00:00+00:00"}]}}
