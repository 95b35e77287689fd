"""A store sees its own rows and nobody else's: every table, every GraphQL field, every address.

The tables below must name everything there is, so that a new door cannot be opened without saying how it is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import graphene
import pytest
import requests
from django.apps import apps
from django.db.models import ForeignKey, Model
from django.urls import get_resolver

from saleor_support_plugin.announcements.actions import announce
from saleor_support_plugin.announcements.models import Endpoint
from saleor_support_plugin.api import staff as staff_schema
from saleor_support_plugin.api import storefront as storefront_schema
from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.delivery.models import DayOff, Warehouse
from saleor_support_plugin.events.models import Event
from saleor_support_plugin.files import permits
from saleor_support_plugin.files import queries as files
from saleor_support_plugin.shop.models import Fulfillment
from saleor_support_plugin.stores import callers
from saleor_support_plugin.stores.models import Store

from .carts.cases import a_case
from .desks import (
    ORIGIN,
    add_act,
    add_chat,
    add_configuration,
    add_macro,
    add_parcel,
    add_photo,
    add_review,
    add_routing_rule,
    add_ticket,
    add_view,
    ask_as,
    filled_in,
)
from .files.pictures import picture
from .known_staff import FakeSaleor
from .mailbox.post import hold_mail
from .questions.asked import add_answer, add_question
from .service import Service
from .shops import NOON, Shop, add_order, global_id

MODELS = list(apps.get_app_config("support").get_models())


def way_to_store(model: type[Model], seen: tuple[type[Model], ...] = ()) -> bool:
    if model is Store:
        return True
    keys = [field for field in model._meta.fields if isinstance(field, ForeignKey)]
    parents = [key.related_model for key in keys if key.related_model not in seen]
    return any(way_to_store(parent, (*seen, model)) for parent in parents)


# Public holidays are everybody's.
EVERYBODYS = {DayOff}


@pytest.mark.parametrize("model", sorted(set(MODELS) - EVERYBODYS, key=str), ids=lambda model: model.__name__)
def test_every_row_belongs_to_a_store_and_is_reached_through_it(model: type[Model]) -> None:
    assert way_to_store(model)
    assert not hasattr(model, "objects")
    assert hasattr(model, "across_stores")


@dataclass(frozen=True)
class Probe:
    """A question that names something; asked once for another store's and once for what does not exist."""

    query: str
    of: Callable[[Shop], str]
    missing: str = ""


def ticket_id(shop: Shop) -> str:
    return global_id("Ticket", shop.store.tickets.get(kind="MESSAGE").pk)


def view_id(shop: Shop) -> str:
    return global_id("View", shop.store.ticket_views.get().pk)


def rule_id(shop: Shop) -> str:
    return global_id("RoutingRule", shop.store.routing_rules.get().pk)


def ticket_act(act: str) -> "Probe":
    query = f"mutation($id: ID!) {{ {act} {{ ticket {{ subject }} errors {{ field message code }} }} }}"
    return Probe(query, ticket_id, global_id("Ticket", 10**9))


def macro_id(shop: Shop) -> str:
    return global_id("Macro", shop.store.macros.get().pk)


def person_id(shop: Shop) -> str:
    return global_id("Person", shop.store.people.order_by("pk")[0].pk)


def case_id(shop: Shop) -> str:
    return global_id("CartCase", shop.store.cart_cases.get().pk)


def cart_id(shop: Shop) -> str:
    return global_id("Cart", shop.store.carts.get().pk)


def review_id(shop: Shop) -> str:
    return global_id("Review", shop.store.reviews.get().pk)


def photo_id(shop: Shop) -> str:
    return global_id("ReviewPhoto", shop.store.review_photos.get().pk)


def question_id(shop: Shop) -> str:
    return global_id("Question", shop.store.product_questions.get().pk)


def answer_id(shop: Shop) -> str:
    return global_id("Answer", shop.store.product_answers.get().pk)


def received_mail_id(shop: Shop) -> str:
    return global_id("ReceivedMail", shop.store.received_mails.get().pk)


def configuration_id(shop: Shop) -> str:
    return global_id("NamedConfiguration", shop.store.configurations.get().pk)


def endpoint_id(shop: Shop) -> str:
    return global_id("Endpoint", shop.store.endpoints.get().pk)


def chat_id(shop: Shop) -> str:
    return global_id("Conversation", shop.store.queue.get().conversation_id)


def chats_ticket_id(shop: Shop) -> str:
    return global_id("Ticket", shop.store.queue.get().conversation.ticket.pk)


def seat_id(shop: Shop) -> str:
    return global_id("Seat", shop.store.seats.get().pk)


def chat_act(field: str) -> str:
    return f"mutation($id: ID!) {{ {field} {{ chat {{ customerName }} errors {{ field message code }} }} }}"


def add_endpoint(shop: Shop) -> None:
    """Have somebody told of what happens in the shop, and something told."""
    url = f"https://erp.{shop.name}.example/"
    Endpoint.across_stores.create(store=shop.store, url=url, secret="whsec_YQ==", created_at=NOON)
    announce(store=shop.store, kind="parcel.delivered", occasion="1", data={}, now=NOON)


def own_warehouse_id(shop: Shop) -> str:
    """Return the id of a warehouse that no other shop has."""
    depot = Warehouse(store=shop.store, saleor_id=global_id("Warehouse", shop.name), name=shop.name, country="TR")
    depot.save()
    return depot.saleor_id


def beside(field: str) -> Probe:
    query = f"mutation($id: ID!) {{ {field} {{ errors {{ field message code }} }} }}"
    return Probe(query, chats_ticket_id, global_id("Ticket", 10**9))


def act_id(shop: Shop) -> str:
    return global_id("OrderAct", shop.store.order_acts.get().pk)


def deciding(field: str) -> Probe:
    query = f"mutation($id: ID!) {{ {field}(id: $id) {{ act {{ state }} errors {{ code field }} }} }}"
    return Probe(query, act_id, global_id("OrderAct", 10**9))


NAMED_NOTHING = Probe("", lambda _: "")
STAFF_FIELDS = {
    "me": NAMED_NOTHING,
    "order": Probe(
        "query($id: ID!) { order(id: $id) { number } }", lambda shop: shop.order_id, global_id("Order", "x")
    ),
    "orders": NAMED_NOTHING,
    "channels": NAMED_NOTHING,
    "tickets": NAMED_NOTHING,
    "ticket": Probe("query($id: ID!) { ticket(id: $id) { subject } }", ticket_id, global_id("Ticket", 10**9)),
    "orderActs": Probe(
        "query($id: ID!) { orderActs(order: $id) { totalCount } }", lambda shop: shop.order_id, global_id("Order", "x")
    ),
    "orderAct": Probe("query($id: ID!) { orderAct(id: $id) { number } }", act_id, global_id("OrderAct", 10**9)),
    "actsWaiting": NAMED_NOTHING,
    "orderActPreview": Probe(
        "query($id: ID!) { orderActPreview(input: {kind: CANCEL, order: $id}) { problems { code field } } }",
        lambda shop: shop.order_id,
        global_id("Order", "x"),
    ),
    "orderActCreate": Probe(
        """mutation($id: ID!) { orderActCreate(input: {kind: CANCEL, order: $id, key: "0123456789abcdef"}) {
            act { number } errors { code field } } }""",
        lambda shop: shop.order_id,
        global_id("Order", "x"),
    ),
    "orderActApprove": deciding("orderActApprove"),
    "orderActReject": deciding("orderActReject"),
    "orderActRetry": deciding("orderActRetry"),
    "authority": NAMED_NOTHING,
    "authorityUpdate": NAMED_NOTHING,
    "compensationReport": NAMED_NOTHING,
    "ticketCounts": NAMED_NOTHING,
    "ticketReport": NAMED_NOTHING,
    "ticketTags": NAMED_NOTHING,
    "ticketReasons": NAMED_NOTHING,
    "ticketDepartments": NAMED_NOTHING,
    "ticketColleagues": NAMED_NOTHING,
    "views": NAMED_NOTHING,
    "routingRules": NAMED_NOTHING,
    "routingRuleTry": Probe(
        """query($id: ID!) { routingRuleTry(conditions: "{}", ticket: $id) {
            matched trials { matches } errors { field message code } } }""",
        ticket_id,
        global_id("Ticket", 10**9),
    ),
    "ticketsUpdate": Probe(
        """mutation($id: ID!) { ticketsUpdate(ids: [$id], input: {addTags: ["x"]}) {
            count errors { field message code } } }""",
        ticket_id,
        global_id("Ticket", 10**9),
    ),
    "ticketCopiesSet": ticket_act('ticketCopiesSet(id: $id, emails: ["x@y.example"])'),
    "ticketUpdate": ticket_act("ticketUpdate(id: $id, input: {priority: LOW})"),
    "ticketMerge": ticket_act('ticketMerge(into: $id, ids: ["x"], key: "k")'),
    "ticketMergeUndo": ticket_act("ticketMergeUndo(id: $id)"),
    "ticketSplit": ticket_act('ticketSplit(id: $id, messages: [1], subject: "x", key: "k")'),
    "ticketSplitUndo": ticket_act("ticketSplitUndo(id: $id)"),
    "ticketLink": ticket_act("ticketLink(id: $id, to: $id)"),
    "ticketUnlink": ticket_act("ticketUnlink(id: $id, to: $id)"),
    "viewUpdate": Probe(
        """mutation($id: ID!) { viewUpdate(input: {id: $id, name: "x", filter: "{}"}) {
            view { name } errors { field message code } } }""",
        view_id,
        global_id("View", 10**9),
    ),
    "viewDelete": Probe(
        "mutation($id: ID!) { viewDelete(id: $id) { errors { field message code } } }",
        view_id,
        global_id("View", 10**9),
    ),
    "routingRuleUpdate": Probe(
        """mutation($id: ID!) { routingRuleUpdate(input: {id: $id, name: "x", conditions: "{}",
            effects: "{\\"fair\\": true}"}) { rule { name } errors { field message code } } }""",
        rule_id,
        global_id("RoutingRule", 10**9),
    ),
    "routingRuleDelete": Probe(
        "mutation($id: ID!) { routingRuleDelete(id: $id) { errors { field message code } } }",
        rule_id,
        global_id("RoutingRule", 10**9),
    ),
    "ticketNote": Probe(
        """mutation($id: ID!) { ticketNote(id: $id, text: "x") {
            ticket { subject } errors { field message code } } }""",
        ticket_id,
        global_id("Ticket", 10**9),
    ),
    "macros": NAMED_NOTHING,
    "macroUpdate": Probe(
        """mutation($id: ID!) { macroUpdate(input: {id: $id, name: "x", text: {en: "x"}}) {
            macro { name } errors { field message code } } }""",
        macro_id,
        global_id("Macro", 10**9),
    ),
    "macroDelete": Probe(
        "mutation($id: ID!) { macroDelete(id: $id) { errors { field message code } } }",
        macro_id,
        global_id("Macro", 10**9),
    ),
    # Of a macro and a ticket: tests/tickets/test_macros.py.
    "macroFill": NAMED_NOTHING,
    "macrosBegin": NAMED_NOTHING,
    "chats": NAMED_NOTHING,
    "chat": Probe("query($id: ID!) { chat(id: $id) { customerName } }", chat_id, global_id("Conversation", 10**9)),
    "chatSeat": NAMED_NOTHING,
    "chatWall": NAMED_NOTHING,
    "chatBlocks": NAMED_NOTHING,
    "chatWaits": NAMED_NOTHING,
    "chatPresence": NAMED_NOTHING,
    "chatSeatUpdate": Probe(
        """mutation($id: ID!) { chatSeatUpdate(input: {id: $id, name: "x"}) {
            seat { name } errors { field message code } } }""",
        seat_id,
        global_id("Seat", 10**9),
    ),
    "chatAccept": Probe(chat_act("chatAccept(id: $id)"), chat_id, global_id("Conversation", 10**9)),
    "chatTransfer": Probe(chat_act('chatTransfer(id: $id, seat: "x")'), chat_id, global_id("Conversation", 10**9)),
    "chatLeave": Probe(chat_act("chatLeave(id: $id)"), chat_id, global_id("Conversation", 10**9)),
    "chatEnd": Probe(chat_act("chatEnd(id: $id)"), chat_id, global_id("Conversation", 10**9)),
    "chatBlock": Probe(
        "mutation($id: ID!) { chatBlock(id: $id) { block { reason } errors { field message code } } }",
        chat_id,
        global_id("Conversation", 10**9),
    ),
    # The caller's own page: tests/api/test_alerts.py.
    "chatAlertsLink": NAMED_NOTHING,
    "chatUnblock": Probe(
        "mutation($id: ID!) { chatUnblock(id: $id) { errors { field message code } } }",
        lambda shop: global_id("ChatBlock", shop.store.blocks.get().pk),
        global_id("ChatBlock", 10**9),
    ),
    # The caller's own Saleor is asked: tests/beside/test_facts.py.
    "catalogue": NAMED_NOTHING,
    "cartLineAdd": beside('cartLineAdd(ticket: $id, variant: "x", key: "0123456789abcdef")'),
    "cartLineUpdate": beside('cartLineUpdate(ticket: $id, line: "x", quantity: 1, key: "0123456789abcdef")'),
    "cartLineRemove": beside('cartLineRemove(ticket: $id, line: "x", key: "0123456789abcdef")'),
    "cartCodeAdd": beside('cartCodeAdd(ticket: $id, code: "x", key: "0123456789abcdef")'),
    "cartCodeRemove": beside('cartCodeRemove(ticket: $id, code: "x", key: "0123456789abcdef")'),
    "chatShown": NAMED_NOTHING,
    "articlesHelped": NAMED_NOTHING,
    "cardPush": beside('cardPush(ticket: $id, input: {choices: ["x"]}, key: "0123456789abcdef")'),
    "reviews": NAMED_NOTHING,
    "productQuestions": NAMED_NOTHING,
    "questionAnswer": Probe(
        """mutation($id: ID!) { questionAnswer(id: $id, text: "x") {
            question { text } errors { field message code } } }""",
        question_id,
        global_id("Question", 10**9),
    ),
    "questionDecide": Probe(
        """mutation($id: ID!) { questionDecide(id: $id, state: PUBLISHED) {
            question { text } errors { field message code } } }""",
        question_id,
        global_id("Question", 10**9),
    ),
    "answerDecide": Probe(
        """mutation($id: ID!) { answerDecide(id: $id, state: PUBLISHED) {
            question { text } errors { field message code } } }""",
        answer_id,
        global_id("Answer", 10**9),
    ),
    "answerEdit": Probe(
        """mutation($id: ID!) { answerEdit(id: $id, text: "x") {
            question { text } errors { field message code } } }""",
        answer_id,
        global_id("Answer", 10**9),
    ),
    "answerRemove": Probe(
        "mutation($id: ID!) { answerRemove(id: $id) { question { text } errors { field message code } } }",
        answer_id,
        global_id("Answer", 10**9),
    ),
    "configurations": NAMED_NOTHING,
    "configurationDefaults": NAMED_NOTHING,
    "setup": NAMED_NOTHING,
    "ticketCreate": Probe(
        """mutation($id: ID!) { ticketCreate(input: {orderId: $id, subject: "x", text: "x"}) {
            ticket { subject } errors { field message code } } }""",
        lambda shop: shop.order_id,
        global_id("Order", "x"),
    ),
    "ticketReply": Probe(
        """mutation($id: ID!) { ticketReply(input: {id: $id, text: "x"}) {
            ticket { subject } errors { field message code } } }""",
        ticket_id,
        global_id("Ticket", 10**9),
    ),
    "ticketClose": Probe(
        "mutation($id: ID!) { ticketClose(id: $id) { ticket { subject } errors { field message code } } }",
        ticket_id,
        global_id("Ticket", 10**9),
    ),
    "ticketReopen": Probe(
        "mutation($id: ID!) { ticketReopen(id: $id) { ticket { subject } errors { field message code } } }",
        ticket_id,
        global_id("Ticket", 10**9),
    ),
    "alertAccount": NAMED_NOTHING,
    "alertAccountUpdate": NAMED_NOTHING,
    "alertAccountTry": NAMED_NOTHING,
    "csat": NAMED_NOTHING,
    "customer": Probe(
        "query($id: String!) { customer(email: $id) { ordersCount timeline { totalCount } } }",
        lambda shop: f"shopper@{shop.name}.example",
        "nobody@nowhere.example",
    ),
    # They are the caller's own and name nothing.
    "staffSessionCreate": NAMED_NOTHING,
    "staffSessionsEnd": NAMED_NOTHING,
    "reviewLanguages": NAMED_NOTHING,
    "reviewCrises": NAMED_NOTHING,
    "reviewAttributes": NAMED_NOTHING,
    "reviewAttributesCreate": NAMED_NOTHING,
    "reviewsPublish": Probe(
        "mutation($id: ID!) { reviewsPublish(ids: [$id]) { reviews { title } errors { field message code } } }",
        review_id,
        global_id("Review", 10**9),
    ),
    "reviewsReject": Probe(
        """mutation($id: ID!) { reviewsReject(ids: [$id], reason: SPAM) {
            reviews { title } errors { field message code } } }""",
        review_id,
        global_id("Review", 10**9),
    ),
    "reviewsReopen": Probe(
        "mutation($id: ID!) { reviewsReopen(ids: [$id]) { reviews { title } errors { field message code } } }",
        review_id,
        global_id("Review", 10**9),
    ),
    "reviewReply": Probe(
        """mutation($id: ID!) { reviewReply(id: $id, text: "Thank you!") {
            review { reply } errors { field message code } } }""",
        review_id,
        global_id("Review", 10**9),
    ),
    "reviewAskAuthor": Probe(
        """mutation($id: ID!) { reviewAskAuthor(id: $id, text: "Which one?") {
            review { title } errors { field message code } } }""",
        review_id,
        global_id("Review", 10**9),
    ),
    "reviewFeature": Probe(
        """mutation($id: ID!) { reviewFeature(id: $id, quote: "It shines.") {
            review { quote } errors { field message code } } }""",
        review_id,
        global_id("Review", 10**9),
    ),
    "reviewPhotoHide": Probe(
        """mutation($id: ID!) { reviewPhotoHide(id: $id, isHidden: true) {
            review { title } errors { field message code } } }""",
        photo_id,
        global_id("ReviewPhoto", 10**9),
    ),
    "fulfillmentMarkDelivered": Probe(
        """mutation($id: ID!) { fulfillmentMarkDelivered(id: $id) {
            fulfillment { deliveredAt } errors { field message code } } }""",
        lambda shop: global_id("Fulfillment", f"{shop.name}-1"),
        global_id("Fulfillment", "x"),
    ),
    "configurationUpdate": Probe(
        """mutation($id: ID!) { configurationUpdate(input:
            {id: $id, name: "x", channels: [], isDefault: false, data: "{}"}) {
            configuration { name } errors { field message code } } }""",
        configuration_id,
        global_id("NamedConfiguration", 10**9),
    ),
    "configurationDelete": Probe(
        """mutation($id: ID!) { configurationDelete(id: $id) {
            configuration { name } errors { field message code } } }""",
        configuration_id,
        global_id("NamedConfiguration", 10**9),
    ),
    "senderUpdate": Probe(
        """mutation($id: ID!) { senderUpdate(input:
            {configuration: $id, provider: "postmark", credentials: "{\\"server_token\\": \\"x\\"}"}) {
            sender { provider } errors { field message code } } }""",
        configuration_id,
        global_id("NamedConfiguration", 10**9),
    ),
    "mailboxes": NAMED_NOTHING,
    "mailboxUpdate": Probe(
        """mutation($id: ID!) { mailboxUpdate(input: {configuration: $id, way: "postmark"}) {
            mailbox { way } errors { field message code } } }""",
        configuration_id,
        global_id("NamedConfiguration", 10**9),
    ),
    "mailboxTry": Probe(
        """mutation($id: ID!) { mailboxTry(configuration: $id) { works errors { field message code } } }""",
        configuration_id,
        global_id("NamedConfiguration", 10**9),
    ),
    "receivedMails": NAMED_NOTHING,
    "receivedMailLetIn": Probe(
        """mutation($id: ID!) { receivedMailLetIn(id: $id) { mail { state } errors { field message code } } }""",
        received_mail_id,
        global_id("ReceivedMail", 10**9),
    ),
    "mailTexts": NAMED_NOTHING,
    "mailTextVersions": NAMED_NOTHING,
    "mailTextPreview": NAMED_NOTHING,
    "mailTextUpdate": NAMED_NOTHING,
    "mailTextReset": NAMED_NOTHING,
    "mailTextTest": NAMED_NOTHING,
    "mediumTest": NAMED_NOTHING,
    "mailSenders": NAMED_NOTHING,
    "mailProviders": NAMED_NOTHING,
    "otherSenders": NAMED_NOTHING,
    "contacts": Probe(
        """query($id: ID!) { contacts(person: $id) { totalCount } }""", person_id, global_id("Person", 10**9)
    ),
    "person": Probe("query($id: ID!) { person(id: $id) { keys { value } } }", person_id, global_id("Person", 10**9)),
    "outboxPausedAt": NAMED_NOTHING,
    "outboxPause": NAMED_NOTHING,
    "promises": NAMED_NOTHING,
    "trackingAccount": NAMED_NOTHING,
    "trackingAccountUpdate": NAMED_NOTHING,
    "endpoints": NAMED_NOTHING,
    "endpointKinds": NAMED_NOTHING,
    "announcements": Probe(
        "query($id: ID!) { announcements(endpoint: $id) { totalCount } }", endpoint_id, global_id("Endpoint", 10**9)
    ),
    "endpointCreate": NAMED_NOTHING,
    "endpointDelete": Probe(
        "mutation($id: ID!) { endpointDelete(id: $id) { errors { field message code } } }",
        endpoint_id,
        global_id("Endpoint", 10**9),
    ),
    "endpointSwitch": Probe(
        """mutation($id: ID!) { endpointSwitch(id: $id, isOn: false) {
            endpoint { url } errors { field message code } } }""",
        endpoint_id,
        global_id("Endpoint", 10**9),
    ),
    "endpointRotateSecret": Probe(
        """mutation($id: ID!) { endpointRotateSecret(id: $id) {
            endpoint { url } errors { field message code } } }""",
        endpoint_id,
        global_id("Endpoint", 10**9),
    ),
    "announcementReplay": Probe(
        """mutation($id: ID!) { announcementReplay(id: $id) {
            announcement { kind } errors { field message code } } }""",
        lambda shop: global_id("Announcement", shop.store.announcements.get(kind="parcel.delivered").pk),
        global_id("Announcement", 10**9),
    ),
    "deliveryRules": NAMED_NOTHING,
    "deliveryVariants": NAMED_NOTHING,
    "deliveryRulesUpdate": Probe(
        """mutation($id: ID!) { deliveryRulesUpdate(input: [{warehouse: $id, data: "{}"}]) {
            deliveryRules { store } errors { field message code } } }""",
        own_warehouse_id,
        global_id("Warehouse", "missing"),
    ),
    # Named by channel, which every store has its own of: tests/carts/test_planning.py.
    "cartPlans": NAMED_NOTHING,
    "cartPlanVersions": NAMED_NOTHING,
    "cartPlanChoices": NAMED_NOTHING,
    "cartPlanUpdate": NAMED_NOTHING,
    "cartPlanTry": NAMED_NOTHING,
    "cartCases": NAMED_NOTHING,
    "cartStates": NAMED_NOTHING,
    "cartReport": NAMED_NOTHING,
    "stuckCheckouts": NAMED_NOTHING,
    "needingHelp": NAMED_NOTHING,
    "cartCase": Probe("query($id: ID!) { cartCase(id: $id) { state } }", case_id, global_id("CartCase", 10**9)),
    "cartCaseStop": Probe(
        "mutation($id: ID!) { cartCaseStop(id: $id) { cartCase { state } errors { field message code } } }",
        case_id,
        global_id("CartCase", 10**9),
    ),
    "cartCaseGoOn": Probe(
        "mutation($id: ID!) { cartCaseGoOn(id: $id) { cartCase { state } errors { field message code } } }",
        case_id,
        global_id("CartCase", 10**9),
    ),
    "cartCaseSendNow": Probe(
        "mutation($id: ID!) { cartCaseSendNow(id: $id) { cartCase { state } errors { field message code } } }",
        case_id,
        global_id("CartCase", 10**9),
    ),
    "cartSignalSeen": Probe(
        "mutation($id: ID!) { cartSignalSeen(id: $id) { errors { field message code } } }",
        cart_id,
        global_id("Cart", 10**9),
    ),
    # The caller's own Saleor is asked: tests/api/test_product_card.py.
    "productCard": NAMED_NOTHING,
    "setupPark": NAMED_NOTHING,
    "senderTest": NAMED_NOTHING,
}
STOREFRONT_FIELDS = {
    "me": NAMED_NOTHING,
    "delivery": Probe(
        'query($id: ID!) { delivery(variant: $id, channel: "only-in-borealis", country: "TR") { until } }',
        lambda shop: shop.variant_id,
        global_id("ProductVariant", 99),
    ),
}


def fields(schema: graphene.Schema) -> set[str]:
    graphql = schema.graphql_schema
    roots = [graphql.query_type, graphql.mutation_type, graphql.subscription_type]
    return {name for root in roots if root for name in root.fields}


def test_every_graphql_field_is_declared_here() -> None:
    assert fields(staff_schema.schema) == set(STAFF_FIELDS)
    assert fields(storefront_schema.schema) == set(STOREFRONT_FIELDS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, probe in STAFF_FIELDS.items() if probe.query])
def test_staff_cannot_tell_another_stores_rows_from_none(
    name: str, aurora: Shop, borealis: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("saleor_support_plugin.shop.reading.learn_order", lambda store, saleor_id: None)
    for shop in (aurora, borealis):
        add_configuration(shop)
        add_ticket(shop)
        add_macro(shop)
        add_view(shop)
        add_routing_rule(shop)
        add_act(shop)
        add_parcel(shop)
        add_photo(add_review(shop, state="PUBLISHED"))
        add_endpoint(shop)
        add_chat(shop)
        hold_mail(shop)
        a_case(shop)
        add_answer(add_question(shop))
    probe = STAFF_FIELDS[name]
    permissions = ("MANAGE_ORDERS", "MANAGE_USERS", "MANAGE_PRODUCTS", "MANAGE_SETTINGS", "MANAGE_CHECKOUTS")
    context = staff_schema.context_of(aurora.staff_token(*permissions))
    before = rows_of(borealis)

    def answer(of: str) -> Any:
        return staff_schema.schema.execute(probe.query, context_value=context, variable_values={"id": of}).formatted

    assert answer(probe.of(borealis)) == answer(probe.missing)
    assert rows_of(borealis) == before
    assert answer(probe.of(aurora)) != answer(probe.missing)


def rows_of(shop: Shop) -> list[Any]:
    """Return everything of a shop that a member of staff can change."""
    store = shop.store
    parcels = Fulfillment.across_stores.filter(order__store=store)
    messages = ConversationMessage.across_stores.filter(conversation__store=store)
    found: list[Any] = [store.tickets, store.configurations, store.messages, store.reviews, store.endpoints]
    found += [store.cart_cases, store.carts, store.cart_acts, store.review_photos, store.review_changes]
    found += [store.product_questions, store.product_answers, store.seats, store.queue, store.blocks]
    found += [store.received_mails, store.mailboxes]
    found += [store.macros, store.announcements, store.order_acts, parcels, messages]
    return [list(rows.order_by("pk").values()) for rows in found]


@pytest.mark.django_db
def test_lists_of_the_desk_hold_the_callers_rows_only(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    for shop in (aurora, borealis):
        add_configuration(shop)
        add_ticket(shop)
        add_review(shop)
    token = aurora.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")
    seen = ask_as(
        token,
        """{ tickets { totalCount edges { node { customerEmail } } }
            reviews { totalCount edges { node { title order { customerEmail } } } }
            configurations { name } channels { name }
            orders { edges { node { tickets { customerEmail } } } } setup { storeKey } }""",
    )["data"]
    assert "borealis" not in str(seen)
    assert (
        seen["tickets"]["totalCount"]
        == seen["reviews"]["totalCount"]
        == len(seen["configurations"])
        == len(seen["channels"])
        == 1
    )


@pytest.mark.django_db
def test_lists_hold_the_callers_rows_only(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    add_order(borealis, global_id("Order", "borealis-2"), number="2")
    context = staff_schema.context_of(aurora.staff_token("MANAGE_ORDERS"))
    query = "{ orders { totalCount edges { node { customerEmail } } } }"
    orders = staff_schema.schema.execute(query, context_value=context).data["orders"]
    assert orders["totalCount"] == 1
    assert [edge["node"]["customerEmail"] for edge in orders["edges"]] == ["shopper@aurora.example"]


@pytest.mark.django_db
def test_a_shopper_cannot_tell_another_stores_channel_from_none(aurora: Shop, borealis: Shop) -> None:
    borealis.store.channels.update(slug="only-in-borealis")
    probe = STOREFRONT_FIELDS["delivery"]

    def answer(shop: Shop, of: str) -> Any:
        context = storefront_schema.context_of(callers.guest_token(shop.store))
        return storefront_schema.schema.execute(probe.query, context_value=context, variable_values={"id": of}).data

    assert answer(aurora, probe.of(borealis)) == answer(aurora, probe.missing) == {"delivery": None}
    assert answer(borealis, probe.of(borealis))["delivery"] is not None


PUBLIC = "says the same to everybody, names no row"
BY_TOKEN = "the store comes from a token that it signed"
BY_CHECK = "the store is asked itself, with the token that is registered"
BY_ORIGIN = "the store is named by its public key, and only pages that it named may write"
BY_KEY = "the store is named by its public key, and nothing is told that not everybody may read"
BY_SIGNATURE = "a signed link from a mail names one mailbox"
BY_SIGNATURE_OF_ORDER = "a signed link from a mail names one order"
BY_SIGNATURE_OF_CART = "a signed link from a mail names one cart and the person whose it is"
BY_ORIGIN_AND_SIGNATURE = "a signed link names one cart of the store in the address, on pages that it named"
BY_SECRET = "256 random bits in the address, which only the store's own provider has"
BY_LINK = "128 random bits open one conversation"
BY_CODE = "the store is named by its public key, and its order by number, e-mail and a code mailed there"
BY_SIGNATURE_OF_SURVEY = "a signed link from a mail names one survey"
BY_ORIGIN_AND_LINK = "128 random bits open one conversation of the store in the address, on pages that it named"
BY_PAGE = "128 random bits, given to a member of staff whom Saleor vouches for, open their own page"
DEMO = "names the demo store where one runs beside us, and no other"
ADDRESSES = {
    "^api/manifest/?$": PUBLIC,
    "^api/register/?$": BY_CHECK,
    "^graphql/staff/?$": BY_TOKEN,
    "^graphql/storefront/?$": BY_TOKEN,
    "staff/tickets.csv": BY_TOKEN,
    "staff/tickets.json": BY_TOKEN,
    "staff/customers.csv": BY_TOKEN,
    "staff/customers.json": BY_TOKEN,
    "staff/report.csv": BY_TOKEN,
    "staff/mail-files/<str:mail>/<int:at>": BY_TOKEN,
    "s/<str:store_key>/<str:channel>/tickets": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/conversation": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/conversation/rating": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/conversation/transcript": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/conversation/email": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/conversation/phone": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/conversation/opened": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/conversation/leave": BY_ORIGIN_AND_LINK,
    "s/<str:store_key>/<str:channel>/chat/session": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/callbacks": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/contact": PUBLIC,
    "s/<str:store_key>/<str:channel>/articles": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/articles/helped": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/products": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/signals": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/questions": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/answers": BY_TOKEN,
    "s/<str:store_key>/<str:channel>/resume": BY_ORIGIN_AND_SIGNATURE,
    "s/<str:store_key>/<str:channel>/review-prompt": BY_TOKEN,
    "s/<str:store_key>/<str:channel>/review-votes": BY_ORIGIN,
    "s/<str:store_key>/<str:channel>/reviews.xml": BY_KEY,
    "s/<str:store_key>/<str:channel>/orders": BY_CODE,
    "s/<str:store_key>/<str:channel>/orders/code": BY_CODE,
    "s/<str:store_key>/<str:channel>/orders/enter": BY_CODE,
    "c/<str:token>": BY_LINK,
    "dashboard/order": PUBLIC,
    "dashboard/home": PUBLIC,
    "dashboard/product": PUBLIC,
    "dashboard/customer": PUBLIC,
    "dashboard/popup": PUBLIC,
    "dashboard/mail": PUBLIC,
    r"^(?:inbox|report|approvals|carts|promises|reviews|questions|contacts|mails|settings|permissions)"
    r"(?:/[\w=%-]+)?/?$": PUBLIC,
    "widget.js": PUBLIC,
    "playground": DEMO,
    "": PUBLIC,
    "about": PUBLIC,
    "privacy": PUBLIC,
    "a/<str:token>": BY_SIGNATURE_OF_ORDER,
    "b/<str:token>": BY_SIGNATURE_OF_CART,
    "w/<str:token>": BY_SIGNATURE_OF_CART,
    "r/<str:token>": BY_LINK,
    "q/<str:token>": BY_SIGNATURE_OF_ORDER,
    "o/<str:token>": BY_SIGNATURE_OF_ORDER,
    "v/<str:token>": BY_SIGNATURE_OF_SURVEY,
    "p/<str:token>": BY_SIGNATURE,
    "u/<str:token>": BY_LINK,
    "push/<str:store_key>/worker.js": PUBLIC,
    "push/<str:store_key>/<str:token>": BY_SIGNATURE,
    "api/mail-events/<str:store_key>/<str:secret>": BY_SECRET,
    "api/mail-in/<str:store_key>/<str:secret>": BY_SECRET,
    "api/whatsapp-events/<str:store_key>/<str:secret>": BY_SECRET,
    "api/tracking-events/<str:store_key>/<str:secret>": BY_SECRET,
    "staff/alerts": PUBLIC,
    "staff/alerts/session": BY_PAGE,
    "staff/alerts/push": BY_PAGE,
    "staff/alerts/<str:store_key>/worker.js": PUBLIC,
    "healthz": PUBLIC,
    "readyz": PUBLIC,
}


def test_every_address_is_declared_here() -> None:
    assert {str(pattern.pattern) for pattern in get_resolver().url_patterns} == set(ADDRESSES)


def test_a_token_of_one_store_does_not_open_another(
    committed: Service, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    """Headers, parameters and variables that name another store change nothing."""
    answer = requests.post(
        f"{committed.url}/graphql/staff/?saleorApiUrl={open_borealis.store.api_url}&store={open_borealis.store.pk}",
        json={
            "query": "{ orders { edges { node { customerEmail } } } }",
            "variables": {"store": open_borealis.store.pk},
        },
        headers={
            "authorization": f"Bearer {open_aurora.staff_token('MANAGE_ORDERS')}",
            "saleor-api-url": open_borealis.store.api_url,
            "saleor-domain": "borealis.example",
        },
        timeout=20,
    )
    emails = [edge["node"]["customerEmail"] for edge in answer.json()["data"]["orders"]["edges"]]
    assert emails == ["shopper@aurora.example"]


def test_a_delivery_names_its_store_and_must_be_signed_by_it(
    committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    body = b'{"__typename": "OrderUpdated"}'
    headers = open_aurora.headers(body, "order_updated") | {"saleor-api-url": open_borealis.store.api_url}
    assert requests.post(f"{committed.url}/api/webhooks", data=body, headers=headers, timeout=20).status_code != 202
    assert not Event.across_stores.exists()


def test_facts_of_one_store_are_not_under_anothers_key(
    committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    path = f"/only-in-borealis/delivery/{quote(open_borealis.variant_id)}/TR"
    there = requests.get(f"{committed.url}/s/{open_borealis.store.key}{path}", timeout=20)
    elsewhere = requests.get(f"{committed.url}/s/{open_aurora.store.key}{path}", timeout=20)
    nowhere = requests.get(f"{committed.url}/s/no-such-key{path}", timeout=20)
    assert there.status_code == 200
    assert (elsewhere.status_code, elsewhere.content) == (nowhere.status_code, nowhere.content)


@pytest.mark.parametrize(
    "fact", ["widget.json", f"reviews/{quote(global_id('Product', 1))}", f"questions/{quote(global_id('Product', 1))}"]
)
def test_facts_of_a_channel_are_under_its_own_stores_key_only(
    committed: Service, open_aurora: Shop, open_borealis: Shop, fact: str
) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    add_review(open_borealis, state="PUBLISHED")
    keys = [open_borealis.store.key, open_aurora.store.key, "no-such-key"]
    there, elsewhere, nowhere = [
        requests.get(f"{committed.url}/s/{key}/only-in-borealis/{fact}", timeout=20) for key in keys
    ]
    assert there.status_code == 200
    assert (elsewhere.status_code, elsewhere.content) == (nowhere.status_code, nowhere.content)


def test_a_widgets_token_opens_nothing_under_another_stores_key(
    committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    for shop in (open_aurora, open_borealis):
        add_configuration(shop)
    place = f"{committed.url}/s/{open_borealis.store.key}/default-channel"
    sent = requests.post(f"{place}/tickets", json=filled_in(open_borealis), headers={"origin": ORIGIN}, timeout=20)
    headers = {"origin": ORIGIN, "authorization": f"Bearer {sent.json()['conversation']}"}
    assert requests.get(f"{place}/conversation", headers=headers, timeout=20).status_code == 200
    for key in (open_aurora.store.key, "no-such-key"):
        elsewhere = f"{committed.url}/s/{key}/default-channel/conversation"
        for method in ("GET", "POST"):
            assert (
                requests.request(method, elsewhere, json={"text": "x"}, headers=headers, timeout=20).status_code == 404
            )
    assert open_borealis.store.tickets.get().conversation.messages.count() == 1
    assert not open_aurora.store.tickets.exists()


def test_a_permit_for_files_of_one_store_brings_nothing_into_another(
    committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    owner = "review_request:1"
    held = permits.permit(store=open_borealis.store, owner=owner, most=5)
    sent = requests.post(
        f"{committed.url}/f?store={open_aurora.store.pk}",
        data=picture(),
        headers={"authorization": f"Bearer {held}", "saleor-api-url": open_aurora.store.api_url},
        timeout=20,
    )
    tokens = [sent.json()["file"]]
    assert files.uploaded(store=open_borealis.store, owner=owner, tokens=tokens)
    assert not files.uploaded(store=open_aurora.store, owner=owner, tokens=tokens)
    assert not open_aurora.store.files.exists()
