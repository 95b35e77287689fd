"""What the page of plans asks the staff API for, played."""

import json
from typing import Any

ALWAYS: dict[str, Any] = {"is": "ALL", "of": []}
DEAR = {"is": "VALUE_AT_LEAST", "amount": "250.00", "currency": "TRY"}
TROUBLE = {"is": "NOT", "that": {"is": "CAUSE", "of": ["PAYMENT_FAILED", "PAYMENT_PENDING"]}}
LAMPS = {"is": "CATEGORY", "of": ["Q2F0ZWdvcnk6MQ=="]}
VOUCHER = {
    "percent": 10,
    "budget_per_day": [{"amount": "1000.00", "currency": "TRY"}, {"amount": "50.00", "currency": "EUR"}],
    "minimum_margin_percent": 20,
    "once_in_days": 90,
    "valid_days": 7,
    "min_spend": {"amount": "500.00", "currency": "TRY"},
}
PLAN = {
    "steps": [
        {"after_minutes": 60, "when": ALWAYS, "voucher": False},
        {"after_minutes": 1440, "when": {"is": "ANY", "of": [DEAR, TROUBLE, LAMPS]}, "voucher": False},
        {"after_minutes": 4320, "when": {"is": "ALL", "of": [DEAR]}, "voucher": True},
    ],
    "holdout_percent": 5,
    "voucher": VOUCHER,
    "way_back": "REBUILD",
}
MADE = {"madeAt": "2026-03-04T12:00:00+00:00", "madeBy": "ada@example.com"}
EXAMPLE = {
    "changedAt": MADE["madeAt"],
    "items": 3,
    "value": {"amount": "320.00", "currency": "TRY"},
    "cause": "SHIPPING_SHOCK",
    "why": [],
}


class PlanDesk:
    def CartPlans(self, variables: dict[str, Any]) -> dict[str, Any]:
        every = {"channel": None, "name": None, "currency": None, "version": 2, "isOwn": True, "mayChange": True}
        every |= {"mostEmailsAWeek": 2}
        europe = every | {
            "channel": "default-channel",
            "name": "Europe",
            "currency": "EUR",
            "version": 0,
            "isOwn": False,
        }
        return {"cartPlans": [one | {"plan": json.dumps(PLAN)} for one in (every, europe)]}

    def CartPlanVersions(self, variables: dict[str, Any]) -> dict[str, Any]:
        texts = (json.dumps(PLAN), json.dumps(PLAN | {"voucher": None}))
        return {"cartPlanVersions": [MADE | {"version": 2 - index, "plan": text} for index, text in enumerate(texts)]}

    def CartPlanChoices(self, variables: dict[str, Any]) -> dict[str, Any]:
        names = {"Q2F0ZWdvcnk6MQ==": "Lamps", "Q2F0ZWdvcnk6Mg==": "Rugs"}
        wanted = names if variables["ids"] is None else variables["ids"]
        return {"cartPlanChoices": [{"id": one, "name": names[one]} for one in wanted]}

    def CartPlanUpdate(self, variables: dict[str, Any]) -> dict[str, Any]:
        fault = {"field": "steps.1.after_minutes", "message": "A step comes later.", "code": "INVALID"}
        return {"cartPlanUpdate": {"cartPlan": None, "errors": [fault]}}

    def CartPlanTry(self, variables: dict[str, Any]) -> dict[str, Any]:
        written = EXAMPLE | {"case": "1", "firstItem": "Paper lantern", "steps": [1, 2], "silence": "CONDITIONS"}
        silent = EXAMPLE | {"case": "2", "firstItem": "Rug", "items": 1, "steps": [], "silence": "NO_CONSENT"}
        trial = {
            "lookedAt": 52,
            "isWhole": True,
            "wouldWrite": 41,
            "orderedWithinTheHour": 3,
            "messages": [41, 30, 22],
            "silences": [{"silence": "NO_CONSENT", "cases": 9}, {"silence": "ORDERED", "cases": 2}],
            "examples": [written, silent],
        }
        return {"cartPlanTry": {"trial": trial, "errors": []}}
