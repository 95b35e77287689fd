"""Stores, people who agreed, and messages that wait for them."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
STORES = 20


def fill(people: int) -> list[int]:
    """Make stores with people who agreed; return the people's ids, store after store in turn."""
    from saleor_support_plugin.people.addresses import address_hash
    from saleor_support_plugin.people.models import Consent, Person, PersonKey
    from saleor_support_plugin.stores.models import Store

    stores = [
        Store(
            api_url=f"https://{number}.bench.dev/graphql/",
            key=f"bench-{number}",
            app_id="x",
            token="x",
            jwks="{}",
            jwks_asked_at=NOW,
            installed_at=NOW,
        )
        for number in range(STORES)
    ]
    for store in stores:
        store.save()
    rows = Person.across_stores.bulk_create(
        Person(store=stores[number % STORES], created_at=NOW, country="TR") for number in range(people)
    )
    PersonKey.across_stores.bulk_create(
        PersonKey(
            store_id=row.store_id,
            person=row,
            kind="EMAIL",
            value=f"{row.pk}@bench.dev",
            value_hash=address_hash(f"{row.pk}@bench.dev"),
        )
        for row in rows
    )
    said = {"medium": "email", "purpose": "commercial", "state": "GIVEN", "source": "CHECKOUT", "at": NOW}
    Consent.across_stores.bulk_create(Consent(store_id=row.store_id, person=row, **said) for row in rows)
    return [row.pk for row in rows]


def write(people: list[int], count: int, *, due_at: datetime, name: str) -> None:
    """Let so many advertisements wait, a person's after another's."""
    from saleor_support_plugin.outbox.models import Message
    from saleor_support_plugin.people.models import Person

    stores = dict(Person.across_stores.values_list("pk", "store_id"))
    Message.across_stores.bulk_create(
        (
            Message(
                store_id=stores[people[number % len(people)]],
                person_id=people[number % len(people)],
                kind="bench",
                purpose="commercial",
                address=f"{people[number % len(people)]}@bench.dev",
                subject="s",
                text="t",
                html="<p>t</p>",
                dedupe_key=f"{name} {number}",
                message_id=f"<{name}-{number}@bench.dev>",
                created_at=NOW,
                due_at=due_at,
                expires_at=due_at + timedelta(days=30),
            )
            for number in range(count)
        ),
        batch_size=5000,
    )
