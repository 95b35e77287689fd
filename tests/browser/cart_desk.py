"""What a store answers to staff in whose shop carts were left: one of each kind of trouble, and a year of counting."""

from datetime import UTC, datetime, timedelta
from typing import Any

CASE_ID = "Q2FydENhc2U6MQ=="
NOW = datetime.now(UTC)


def ago(**span: float) -> str:
    return (NOW - timedelta(**span)).isoformat()


def lira(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "TRY"}


def a_line(name: str, quantity: int, unit: str, total: str, before: str | None = None) -> dict[str, Any]:
    prices = {"unit": lira(unit), "unitBefore": before and lira(before), "total": lira(total)}
    return {"name": name, "variantName": "60 × 90 cm", "quantity": quantity, "thumbnailUrl": None} | prices


LINES = [a_line("A lamp of handmade glass", 2, "620.00", "1240.00", "540.00"), a_line("Chair", 1, "900.00", "900.00")]
ROW: dict[str, Any] = {
    "id": CASE_ID,
    "state": "ABANDONED",
    "email": "ada.yilmaz@mail.example.com",
    "value": lira("2199.90"),
    "changedAt": ago(hours=5),
    "cause": "PAYMENT_FAILED",
    "causeSource": "TRANSACTIONS",
    "silence": None,
    "nextAt": ago(hours=-19),
    "isHeldOut": False,
    "orderTotal": None,
    "orderedAt": None,
    "cart": {"quantity": 3, "lines": LINES},
}
ROWS = [
    ROW,
    ROW
    | {
        "id": "Q2FydENhc2U6Mg==",
        "email": "can@mail.example.com",
        "cause": "NOT_KNOWN",
        "causeSource": "NOBODY",
        "silence": "NO_CONSENT",
        "nextAt": None,
        "cart": {"quantity": 1, "lines": LINES[1:]},
    },
    ROW | {"id": "Q2FydENhc2U6Mw==", "email": "ece@mail.example.com", "cause": "SHIPPING_SHOCK", "isHeldOut": True},
]
CART: dict[str, Any] = {
    "id": "Q2FydDox",
    "quantity": 3,
    "total": lira("2199.90"),
    "shipping": lira("59.90"),
    "country": "TR",
    "methodName": "Yurtiçi Kargo",
    "voucherCode": "SUMMER",
    "updatedAt": ago(hours=5),
    "goneAt": None,
    "orderId": None,
    "lines": LINES,
    "problems": [{"problem": "INSUFFICIENT_STOCK", "source": "PROBLEMS", "available": 1}],
    "payments": [{"state": "FAILED", "at": ago(hours=5), "message": "Insufficient funds"}],
}
STEPS: list[dict[str, Any]] = [
    {
        "number": 1,
        "at": ago(hours=4),
        "silence": None,
        "cause": "PAYMENT_FAILED",
        "why": [],
        "by": None,
        "message": {
            "id": "Q29udGFjdDox",
            "state": "SENT",
            "reason": None,
            "subject": "Your lamp is still in your basket",
        },
    },
    {
        "number": 2,
        "at": ago(hours=1),
        "silence": "CONDITIONS",
        "cause": "PAYMENT_FAILED",
        "why": ["VALUE_AT_LEAST:5000 TRY:2199.90 TRY", "CAUSE:SHIPPING_SHOCK:PAYMENT_FAILED"],
        "by": None,
        "message": None,
    },
]
VOUCHER = {
    "state": "MADE",
    "code": "BACK-7QX2",
    "percent": 10.0,
    "amount": lira("214.00"),
    "wantedAt": ago(minutes=30),
    "expiresAt": ago(days=-7),
    "error": None,
}
CASE: dict[str, Any] = {
    **{name: value for name, value in ROW.items() if name != "cart"},
    "channel": "default-channel",
    "language": "tr",
    "personId": "UGVyc29uOjE=",
    "openedAt": ago(hours=6),
    "abandonedAt": ago(hours=4, minutes=1),
    "endedAt": None,
    "cameBackAt": ago(hours=2),
    "nextStep": {"number": 3, "of": 3, "voucherPercent": 10},
    "orderId": None,
    "cart": {"id": CART["id"], "quantity": 3},
    "carts": [
        CART,
        CART | {"id": "Q2FydDoy", "goneAt": ago(hours=1), "lines": LINES[1:], "problems": [], "payments": []},
    ],
    "steps": STEPS,
    "reasons": [
        {
            "reason": "FOUND_ELSEWHERE",
            "text": "The same lamp is 80 lira cheaper there.",
            "link": "https://another.example.com/lamp",
            "at": ago(hours=3),
            "ticketId": "VGlja2V0OjE=",
        }
    ],
    "voucher": VOUCHER,
}
STATES = {"ABANDONED": 41, "WATCHED": 7, "RECOVERED": 12, "ORDERED": 130, "ENDED": 88, "STOPPED": 1}
COUNTS = [{"state": state, "cases": cases} for state, cases in STATES.items()]
LIFT: dict[str, Any] = {
    "channel": "default-channel",
    "since": "2026-01-01T00:00:00+00:00",
    "verdict": "GAIN",
    "written": {"people": 8200, "buyers": 1066},
    "heldOut": {"people": 431, "buyers": 39},
    "writtenRevenue": lira("640120.00"),
    "heldOutRevenue": lira("23150.00"),
    "leastAPerson": lira("3.10"),
    "mostAPerson": lira("45.60"),
    "leastBrought": lira("25420.00"),
    "mostBrought": lira("373920.00"),
}
FEW: dict[str, Any] = LIFT | {
    "channel": "eu",
    "verdict": "NOT_ENOUGH_DATA",
    "written": {"people": 210, "buyers": 22},
    "heldOut": {"people": 11, "buyers": 1},
    **dict.fromkeys(("leastAPerson", "mostAPerson", "leastBrought", "mostBrought")),
}
REPORT: dict[str, Any] = {
    "days": 90,
    "states": COUNTS,
    "causes": [
        {"cause": "PAYMENT_FAILED", "cases": 60, "bought": 9},
        {"cause": "NOT_KNOWN", "cases": 44, "bought": 3},
        {"cause": "STOCK_GONE", "cases": 4, "bought": 0},
    ],
    "reasons": [
        {
            "reason": "PRICE",
            "answers": 18,
            "products": [{"id": "UHJvZHVjdDox", "name": "A lamp of handmade glass", "answers": 11}],
        },
        {"reason": "SHIPPING_COST", "answers": 7, "products": []},
    ],
    "answers": [
        {"reason": "PRICE", "text": "Too dear for a lamp.", "link": None, "at": ago(days=1), "caseId": CASE_ID},
    ],
    "steps": [{"number": n, "due": 140 - 40 * n, "written": 120 - 40 * n, "sent": 110 - 40 * n} for n in (1, 2)],
    "silences": [{"silence": "NO_CONSENT", "cases": 31}, {"silence": "QUIET_HOURS", "cases": 2}],
    "vouchers": [{"currency": "TRY", "made": 14, "used": 5, "cost": lira("612.50")}],
    "lifts": [LIFT, FEW],
}


class CartDesk:
    """A store in whose shop somebody is stuck, somebody paid in vain, and some left."""

    is_seen_to = False
    case_state = "ABANDONED"

    def CartAlarms(self, variables: dict[str, Any]) -> dict[str, Any]:
        cart = {"id": "Q2FydDo5", "caseId": CASE_ID, "email": ROW["email"], "quantity": 3, "total": ROW["value"]}
        signals = [
            {"kind": "PAYMENT_IDLE", "at": ago(minutes=2), "raisedAt": ago(minutes=2)},
            {"kind": "VOUCHER_REFUSED", "at": ago(minutes=4), "raisedAt": None},
        ]
        help_ = [] if self.is_seen_to else [{"cart": cart | {"caseId": None, "email": None}, "signals": signals}]
        return {"needingHelp": help_, "stuckCheckouts": [cart | {"paidAt": ago(minutes=25)}]}

    def CartSignalSeen(self, variables: dict[str, Any]) -> dict[str, Any]:
        self.is_seen_to = True
        return {"cartSignalSeen": {"errors": []}}

    def CartCases(self, variables: dict[str, Any]) -> dict[str, Any]:
        found = [{"node": one} for one in ROWS if one["state"] == variables["state"]]
        page = {"hasNextPage": False, "endCursor": None}
        return {"cartStates": COUNTS, "cartCases": {"edges": found, "pageInfo": page, "totalCount": len(found)}}

    def CartCase(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"cartCase": CASE | {"state": self.case_state}}

    def CartCaseStop(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"cartCaseStop": self._stands("STOPPED")}

    def CartCaseGoOn(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"cartCaseGoOn": self._stands("ABANDONED")}

    def CartCaseSendNow(self, variables: dict[str, Any]) -> dict[str, Any]:
        fault = {"field": None, "message": "Nothing was sent: ordered.", "code": "NOT_SENT"}
        return {"cartCaseSendNow": self._stands(self.case_state) | {"silence": "ORDERED", "errors": [fault]}}

    def _stands(self, state: str) -> dict[str, Any]:
        self.case_state = state
        return {"cartCase": {"id": CASE_ID, "state": state}, "errors": []}

    def CartReport(self, variables: dict[str, Any]) -> dict[str, Any]:
        channels = [{"slug": "default-channel", "name": "Türkiye"}, {"slug": "eu", "name": "Europe"}]
        return {"channels": channels, "cartReport": REPORT | {"days": variables["days"]}}
