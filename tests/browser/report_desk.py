"""What a store answers about how its people were answered: enough of them to judge, and a group of a few."""

from typing import Any

AT = "2026-03-04T12:00:00+00:00"
TIMES = {"many": 40, "p50": 42, "p90": 130, "longest": 610}
WAITS = {"arrivals": 48, "left": 5, "missed": 3, "wait": TIMES, "firstReply": TIMES, "resolution": None}
MANY = {
    "name": None,
    "opened": 412,
    "asked": 396,
    "answered": 371,
    "unanswered": 9,
    "oldestAt": AT,
    "firstReply": {"many": 371, "p50": 47, "p90": 612},
    "kept": 641,
    "breached": 58,
    "resolution": {"many": 350, "p50": 310, "p90": 1_625},
    "reopened": 21,
}
FEW = MANY | {
    "opened": 3,
    "asked": 3,
    "answered": 2,
    "unanswered": 1,
    "firstReply": {"many": 2, "p50": 12, "p90": 12},
    "kept": 2,
    "breached": 0,
    "resolution": {"many": 0, "p50": None, "p90": None},
    "reopened": 0,
}
GROUPS = {
    "CHANNEL": ("default-channel", "channel-pln"),
    "REASON": ("where-is-it", ""),
    "DEPARTMENT": ("Returns", ""),
    "MEDIUM": ("MAIL", "CHAT"),
}


class ReportDesk:
    def Report(self, variables: dict[str, Any]) -> dict[str, Any]:
        first, second = GROUPS[variables["by"]]
        waiting = {"id": "VGlja2V0OjE=", "number": 7, "subject": "Where is my lamp?", "createdAt": AT}
        scores = zip((5, 4, 3, 2, 1), (88, 41, 12, 6, 13), strict=True)
        said = {"ticket": "VGlja2V0OjE=", "number": 7, "score": 1, "scale": 5, "words": "It came in two pieces, again."}
        return {
            "ticketReport": {"total": MANY, "groups": [MANY | {"name": first}, FEW | {"name": second}]},
            "waiting": {"totalCount": 9, "edges": [{"node": waiting}]},
            "csat": {
                "asked": 240,
                "answered": 160,
                "content": 129,
                "average": 78.4,
                "scores": [{"scale": 5, "score": score, "many": many} for score, many in scores],
                "newest": [said | {"answeredAt": AT}],
            },
            "channels": [
                {"slug": "default-channel", "name": "Europe"},
                {"slug": "channel-pln", "name": "Polska"},
            ],
            "me": {"permissions": ["MANAGE_ORDERS", "MANAGE_USERS"]},
        }

    def ArticlesHelped(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"articlesHelped": [{"title": "Returns and refunds", "times": 7}, {"title": "Sizes", "times": 1}]}

    def ChatWaits(self, variables: dict[str, Any]) -> dict[str, Any]:
        by_hour = [WAITS | {"channel": "default-channel", "hour": hour} for hour in (9, 10, 14)]
        return {
            "chatWaits": {"total": WAITS, "byHour": by_hour},
            "chatShown": {"pushed": 14, "opened": 9, "bought": 3},
        }
