"""What a store answers to staff who decide about reviews: one of each kind of trouble."""

from typing import Any

AT = "2026-03-04T12:00:00+00:00"
# A picture that needs nobody to fetch it.
PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAHJycgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
PHOTO = {"id": "cDE=", "thumbnailUrl": PICTURE, "url": PICTURE, "isHidden": False, "mayBeUsed": True}
REVIEW: dict[str, Any] = {
    "id": "UmV2aWV3OjE=",
    "origin": "REQUEST",
    "stars": 4,
    "title": "A good lamp",
    "text": "It stands and shines.",
    "answers": [{"question": "How does it fit?", "answer": "As it should"}],
    "authorName": "Ada",
    "isIncentivised": False,
    "language": "en",
    "state": "PENDING",
    "rejectReason": None,
    "signals": ["PROFANITY", "LINK"],
    "moderatedBy": None,
    "moderatedAt": None,
    "reply": "Thank you, Ada!",
    "quote": None,
    "wasAsked": True,
    "canAsk": True,
    "ticketId": None,
    "ticketNumber": None,
    "createdAt": AT,
    "editedAt": AT,
    "productId": "UHJvZHVjdDox",
    "productName": "Lamp",
    "variantName": "Blue",
    "order": {"id": "T3JkZXI6MQ==", "number": "42"},
    "photos": [PHOTO, PHOTO | {"id": "cDI=", "isHidden": True, "mayBeUsed": False}],
    "changes": [
        {"kind": "WRITTEN", "at": AT, "by": None, "before": []},
        {"kind": "EDITED", "at": AT, "by": None, "before": [{"name": "text", "value": "It stands."}]},
        {"kind": "REPLIED", "at": AT, "by": "staff@example.com", "before": []},
    ],
}
BAD: dict[str, Any] = REVIEW | {
    "id": "UmV2aWV3OjI=",
    "stars": 1,
    "productName": "Chair",
    "title": "",
    "signals": [],
    "reply": None,
    "wasAsked": False,
    "ticketId": "VGlja2V0OjE=",
    "ticketNumber": 7,
    "photos": [],
    "answers": [],
    "changes": [],
    "editedAt": None,
}
CRISIS = {"kind": "PRODUCT", "about": "UHJvZHVjdDoy", "name": "Chair", "negative": 13, "expected": 2.4, "beganAt": AT}


class ReviewDesk:
    """Two reviews that wait, and a product of which too many are bad."""

    def __init__(self) -> None:
        self.reviews = [REVIEW, BAD]

    def ReviewChoices(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewLanguages": ["en", "tr"], "reviewCrises": [CRISIS]}

    def ReviewAttributes(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewAttributes": {"slugs": ["support-rating", "support-review-count"], "exist": False}}

    def Reviews(self, variables: dict[str, Any]) -> dict[str, Any]:
        found = [{"node": one} for one in self.reviews if one["state"] == variables["filter"]["state"]]
        end = {"hasNextPage": False, "endCursor": None}
        return {"reviews": {"edges": found, "pageInfo": end, "totalCount": len(found)}}

    def ReviewsPublish(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewsPublish": self._turn(variables["ids"], state="PUBLISHED", rejectReason=None)}

    def ReviewsReject(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewsReject": self._turn(variables["ids"], state="REJECTED", rejectReason=variables["reason"])}

    def ReviewsReopen(self, variables: dict[str, Any]) -> dict[str, Any]:
        return {"reviewsReopen": self._turn(variables["ids"], state="PENDING", rejectReason=None)}

    def _turn(self, ids: list[str], **changes: Any) -> dict[str, Any]:
        self.reviews = [one | changes if one["id"] in ids else one for one in self.reviews]
        return {"reviews": [{"id": one, "state": changes["state"]} for one in ids], "errors": []}
