"""Who may do what to whose act: every cell is declared, and what is another's is as if it were not there."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.compensation.models import OrderAct
from saleor_support_plugin.compensation.rules import NEEDS, Kind
from saleor_support_plugin.ids import own_id

from ..desks import add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id
from .conftest import Open
from .desk import ACTS, APPROVE, CREATE, EVERYTHING, PREVIEW, REJECT, RETRY, WAITING, Desk, limit
from .test_doubt import CASES

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Role:
    """Somebody of a shop's staff: what they hold in Saleor, and the channels that they see."""

    permissions: tuple[str, ...]
    channels: tuple[str, ...] | None = None
    is_of_other_store: bool = False
    is_asker: bool = False


ROLES = {
    "asker": Role(EVERYTHING, is_asker=True),
    "colleague": Role(EVERYTHING),
    "lead": Role((*EVERYTHING, "MANAGE_SETTINGS")),
    "orders only": Role(("MANAGE_ORDERS",)),
    "payments only": Role(("HANDLE_PAYMENTS",)),
    "nothing": Role(()),
    "other channel": Role((*EVERYTHING, "MANAGE_SETTINGS"), channels=("eu",)),
    "other store": Role((*EVERYTHING, "MANAGE_SETTINGS"), is_of_other_store=True),
}
DENIED, ABSENT, FINE = "PERMISSION_DENIED", "NOT_FOUND", ""
# Without any limit: whoever sets them decides, everybody else asks.
VERBS = ("see", "preview", "create", "approve", "reject", "retry")
# Without any limit: whoever sets them decides, everybody else asks.
EXPECTED: dict[tuple[str, str], str] = {
    **dict.fromkeys(product(("asker", "colleague", "lead"), ("see", "preview", "create", "retry")), FINE),
    **dict.fromkeys(product(("lead",), ("approve", "reject")), FINE),
    **dict.fromkeys(product(("asker",), ("approve", "reject")), "OWN_REQUEST"),
    **dict.fromkeys(product(("colleague",), ("approve", "reject")), "NO_ROOM"),
    **dict.fromkeys(product(("orders only",), ("see", "preview")), FINE),
    **dict.fromkeys(product(("orders only",), ("create", "approve", "retry")), "PERMISSION_MISSING"),
    ("orders only", "reject"): "NO_ROOM",
    **dict.fromkeys(product(("payments only", "nothing"), VERBS), DENIED),
    **dict.fromkeys(product(("other channel", "other store"), VERBS), ABSENT),
}
CELLS = list(product(ROLES, VERBS))


def test_every_cell_is_declared() -> None:
    assert set(EXPECTED) == set(CELLS)


def said(token: str, query: str, **variables: Any) -> tuple[str, Any]:
    """Return the first code that an answer has, and its payload."""
    answer = ask_as(token, query, **variables)
    if "errors" in answer:
        # What graphql_view makes of NotPermitted.
        assert answer["errors"][0]["message"] == "This needs the permission MANAGE_ORDERS."
        return DENIED, None
    [payload] = answer["data"].values()
    wrong = payload.get("errors") or payload.get("problems") or []
    return (str(wrong[0]["code"]) if wrong else ""), payload


@pytest.mark.parametrize(("role", "verb"), CELLS, ids=[f"{role}-{verb}" for role, verb in CELLS])
def test_who_may_do_what(
    role: str, verb: str, aurora: Shop, borealis: Shop, open_desk: Open, saleor: FakeSaleor
) -> None:
    desk = open_desk(aurora)
    desk.create("REFUND", refund={"amount": "20"})
    if verb == "retry":
        OrderAct.across_stores.update(state="FAILED", problem="NOT_RECEIVED", due_at=None)
    act, who = desk.act(), ROLES[role]
    saleor.channels = list(who.channels) if who.channels is not None else None
    shop = borealis if who.is_of_other_store else aurora
    claims = {} if who.is_asker else {"user_id": global_id("User", 9), "email": f"nine@{shop.name}.example"}
    token, before = shop.staff_token(*who.permissions, **claims), OrderAct.across_stores.values().get()
    match verb:
        case "see":
            code, payload = said(token, ACTS, order=desk.in_saleor.id)
            code = ABSENT if payload and not payload["edges"] else code
        case "preview":
            code, payload = said(token, PREVIEW, input=desk.wish("INVOICE", invoice={}))
        case "create":
            code, payload = said(token, CREATE, input=desk.wish("REFUND", refund={"amount": "1"}))
        case _:
            query = {"approve": APPROVE, "reject": REJECT, "retry": RETRY}[verb]
            code, payload = said(token, query, id=own_id("OrderAct", act.pk))
    assert code == EXPECTED[role, verb]
    if code and verb in ("approve", "reject", "retry"):
        assert OrderAct.across_stores.values().get(pk=act.pk) == before
    if code and verb == "create":
        assert OrderAct.across_stores.count() == 1


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("which", [0, 1])
def test_each_kind_takes_all_of_its_permissions_even_inside_the_limits(
    kind: Kind, which: int, aurora: Shop, open_desk: Open
) -> None:
    desk = open_desk(aurora)
    limit(desk)
    needed = NEEDS[kind]
    if which >= len(needed) or needed[which] == "MANAGE_ORDERS":  # without it nothing of ours is seen at all
        return
    token = desk.token(*(one for one in EVERYTHING if one != needed[which]))
    input = next((case.input for case in CASES if case.kind == kind), {})
    code, payload = said(token, CREATE, input=desk.wish(kind, **input))
    assert (code, payload["act"]) == ("PERMISSION_MISSING", None)
    assert needed[which] in payload["errors"][0]["text"]


def test_what_the_app_itself_may_not_do_is_said(aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(aurora, without=("HANDLE_PAYMENTS",))
    limit(desk)
    aurora.store.missing_permissions = ["HANDLE_PAYMENTS"]
    aurora.store.save(update_fields=["missing_permissions"])
    assert desk.trouble("REFUND", refund={"amount": "1"}) == "APP_PERMISSION_MISSING"
    seen = desk.ask(PREVIEW, input=desk.wish("REFUND", refund={"amount": "1"}))
    assert seen["appMissingPermissions"] == ["HANDLE_PAYMENTS"]


def test_where_the_app_lost_a_permission_meanwhile_the_act_fails_and_says_so(aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(aurora, without=("HANDLE_PAYMENTS",))
    limit(desk)
    desk.create("REFUND", refund={"amount": "1"})
    desk.work()
    assert (desk.act().state, desk.act().problem) == ("FAILED", "APP_PERMISSION_MISSING")


def test_a_ticket_of_another_shop_is_not_there(desk: Desk, borealis: Shop) -> None:
    theirs = add_ticket(borealis)
    assert desk.trouble("CANCEL", ticket=own_id("Ticket", theirs.pk)) == "NOT_FOUND"


@pytest.mark.parametrize("query", [ACTS, WAITING], ids=["all", "waiting"])
def test_a_list_asks_as_many_questions_for_twenty_acts_as_for_one(desk: Desk, query: str) -> None:
    asker = {"user_id": global_id("User", 5), "email": "five@aurora.example"}
    # A new token is looked at more closely, and one of the next second is new.
    token, counts = desk.token(), []
    for many in (1, 19):
        for _ in range(many):
            desk.ask(CREATE, token=desk.token(**asker), input=desk.wish("GIFT_CARD", giftCard={"amount": "0.01"}))
        OrderAct.across_stores.update(state="NEEDS_APPROVAL", due_at=None)
        desk.ask(query, token=token)
        with CaptureQueriesContext(connection) as asked:
            assert len(desk.ask(query, token=token)["edges"]) in (1, 20)
        counts.append(len(asked))
    # Six of the list's own, and one that finds the caller's store.
    assert counts == [7, 7]
