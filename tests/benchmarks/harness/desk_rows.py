"""A shop's desk: orders by the ten thousand and tickets by the hundred thousand, with what was said and their words."""

from datetime import UTC, datetime

from django.db import connection

from .rows import add

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHANNEL = "default-channel"
NOON = "%(now)s::timestamptz"
# Each ticket was touched at another second, the highest number last.
TOUCHED = f"{NOON} - (n % 31536000) * interval '1 second'"
SUBJECTS = "array['Where is my parcel', 'The lamp is broken', 'Kargom nerede', 'Faturam gelmedi', 'Wrong colour']"
NAMES = "array['Ayşe Yılmaz', 'Mehmet Demir', 'Ada Lovelace', 'Çağla Öztürk', 'John Smith']"


def fill(orders: int, tickets: int) -> None:
    """Make one store with so many orders and tickets, each customer with ten orders, and have the planner know."""
    _open_store()
    _orders(orders)
    _tickets(orders, tickets)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


def _open_store() -> None:
    from saleor_support_plugin.shop.models import Channel
    from saleor_support_plugin.stores.models import NamedConfiguration, Store

    store = Store.across_stores.create(
        pk=1,
        api_url="https://bench.dev/graphql/",
        key="bench",
        app_id="QXBwOjE=",
        token="token",
        jwks="{}",
        jwks_asked_at=NOW,
        saleor_version="3.23.28",
        installed_at=NOW,
    )
    Channel.across_stores.create(
        store=store,
        saleor_id="Q2hhbm5lbDox",
        slug=CHANNEL,
        name="Bench",
        currency="TRY",
        default_country="TR",
        countries=["TR"],
    )
    NamedConfiguration.across_stores.create(store=store, name="all", is_default=True, data={})


def _orders(orders: int) -> None:
    from saleor_support_plugin.desk.models import EventsReading
    from saleor_support_plugin.parcels.models import FrozenPromise, ParcelEvent
    from saleor_support_plugin.people.models import Person, PersonKey
    from saleor_support_plugin.shop.models import Fulfillment, FulfillmentLine, Order, OrderLine

    people = max(1, orders // 10)
    customer = f"n % {people}"
    add(
        Order,
        1,
        orders,
        {
            "id": "n",
            "store_id": "1",
            "saleor_id": "encode(convert_to('Order:' || n, 'UTF8'), 'base64')",
            "number": "n::text",
            "created": TOUCHED,
            "status": "'FULFILLED'",
            "payment_status": "'FULLY_CHARGED'",
            "charge_status": "'FULL'",
            "channel_slug": f"'{CHANNEL}'",
            "language_code": "'TR'",
            "customer_email": f"({customer}) || '@people.dev'",
            "customer_name": f"({NAMES})[1 + n % 5]",
            "currency": "'TRY'",
            "total_gross": "100 + n % 900",
            "shipping_gross": "10",
            "issued_at": NOON,
        },
        now=NOW,
    )
    for position in (1, 2):
        add(
            OrderLine,
            (position - 1) * orders + 1,
            position * orders,
            {
                "id": "n",
                "order_id": f"n - {(position - 1) * orders}",
                "saleor_id": "'line-' || n",
                "position": str(position),
                "product_name": "'Lamp ' || n % 100",
                "quantity": "2",
                "quantity_fulfilled": "2",
                "total_gross": "50",
                "currency": "'TRY'",
            },
        )
    parcel = {"id": "n", "order_id": "n", "saleor_id": "'parcel-' || n", "number": "1", "status": "'FULFILLED'"}
    add(Fulfillment, 1, orders, parcel | {"created": TOUCHED}, now=NOW)
    piece = {"id": "n", "fulfillment_id": "n", "saleor_id": "'piece-' || n", "order_line_id": "'line-' || n"}
    add(FulfillmentLine, 1, orders, piece | {"quantity": "2"})
    seen = {"id": "n", "fulfillment_id": "n", "state": "'IN_TRANSIT'", "source": "'carrier'", "at": NOON}
    add(ParcelEvent, 1, orders, seen | {"told_at": NOON}, now=NOW)
    promise = {"id": "n", "store_id": "1", "order_id": "n", "first": f"{NOON}::date", "last": f"{NOON}::date + 2"}
    add(FrozenPromise, 1, orders, promise | {"version": "1", "made_at": TOUCHED, "noted_at": NOON}, now=NOW)
    with connection.cursor() as cursor:
        table = EventsReading._meta.db_table
        cursor.execute(
            f"insert into {table} (order_id, read_at, of) select id, issued_at, issued_at from support_order"
        )
    add(Person, 1, people, {"id": "n", "store_id": "1", "created_at": NOON}, now=NOW)
    key = {"id": "n", "store_id": "1", "person_id": "n", "kind": "'EMAIL'", "value_hash": "md5(n::text)"}
    add(PersonKey, 1, people, key | {"value": "(n - 1) || '@people.dev'", "verified_at": NOON}, now=NOW)


def _tickets(orders: int, tickets: int) -> None:
    from saleor_support_plugin.conversations.models import Conversation, ConversationMessage
    from saleor_support_plugin.tickets.models import Ticket

    # Every second ticket is about an order, and its customer's.
    order = f"1 + n / 2 % {orders}"
    email = f"case when n % 2 = 0 then ({order}) % {max(1, orders // 10)} else n end || '@people.dev'"
    add(
        Conversation,
        1,
        tickets,
        {
            "id": "n",
            "store_id": "1",
            "channel_slug": f"'{CHANNEL}'",
            "language": "'tr'",
            "email": email,
            "name": f"({NAMES})[1 + n % 5]",
            "created_at": TOUCHED,
            "last_seq": "2",
        },
        now=NOW,
    )
    add(
        ConversationMessage,
        1,
        tickets * 2,
        {
            "id": "n",
            "conversation_id": "1 + (n - 1) / 2",
            "seq": "1 + (n - 1) % 2",
            "author": "case when n % 2 = 1 then 'shopper' else 'staff' end",
            "author_name": "'Ada'",
            "text": f"({SUBJECTS})[1 + n % 5] || ', and since when? ' || n",
            "at": TOUCHED,
        },
        now=NOW,
    )
    is_open = "n % 20 = 0"
    add(
        Ticket,
        1,
        tickets,
        {
            "id": "n",
            "store_id": "1",
            "number": "n",
            "conversation_id": "n",
            "order_id": f"case when n % 2 = 0 then {order} end",
            "state": f"case when {is_open} then 'OPEN' else 'CLOSED' end",
            "subject": f"({SUBJECTS})[1 + n % 5] || ' ' || n",
            "created_at": TOUCHED,
            "updated_at": TOUCHED,
        },
        now=NOW,
    )
    with connection.cursor() as cursor:
        cursor.execute("update support_conversation set last_message_id = id * 2")
        cursor.execute(
            """insert into support_ticketwords (ticket_id, seq, words)
            select t.id, 2, array_to_tsvector(array['@1', t.number::text] || regexp_split_to_array(
                lower(t.subject || ' ' || replace(split_part(c.email, '@', 1), '.', ' ') || ' ' || c.name), '\\s+'))
            from support_ticket t join support_conversation c on c.id = t.conversation_id"""
        )
