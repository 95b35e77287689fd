from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import migrations, models
from django.utils import timezone

from ._fields import of
from ._together import Together

USUAL_MINUTES = 60
LATER_STEPS = (24 * 60, 72 * 60)
# Saleor deletes a checkout after this.
KEPT = timedelta(days=90)


def say_plans(apps: Any, schema_editor: Any) -> None:
    """Make a plan of each channel's own wait before a reminder."""
    Named, Plan = apps.get_model("support", "NamedConfiguration"), apps.get_model("support", "CartPlan")
    for store in Named.across_stores.values_list("store_id", flat=True).distinct():
        rows = list(Named.across_stores.filter(store_id=store).order_by("-is_default"))
        waited = any(row.is_default and "cart_quiet_minutes" in row.data for row in rows)
        for row in rows:
            minutes = row.data.pop("cart_quiet_minutes", USUAL_MINUTES if waited and not row.is_default else None)
            if minutes is None:
                continue
            row.save(update_fields=["data"])
            for channel in [""] if row.is_default else row.channels:
                Plan.across_stores.get_or_create(
                    store_id=store,
                    channel_slug=channel,
                    version=1,
                    defaults={"data": _plan(minutes), "made_at": timezone.now()},
                )


def _plan(minutes: int) -> dict[str, Any]:
    waits = [minutes, *(one for one in LATER_STEPS if one > minutes)]
    always = {"is": "ALL", "of": []}
    steps = [{"after_minutes": one, "when": always, "voucher": False} for one in waits]
    return {"steps": steps, "holdout_percent": 5, "voucher": None, "way_back": "REBUILD"}


def say_lines(apps: Any, schema_editor: Any) -> None:
    """Give each line what is kept of it from now on; what it is a line of is found when Saleor is asked next."""
    Cart = apps.get_model("support", "Cart")
    for cart in Cart.across_stores.exclude(lines=[]).only("lines").iterator():
        nothing = dict.fromkeys(("id", "variant_id", "product_id", "category_id"), "")
        units = [str(Decimal(one["amount"]) / (one["quantity"] or 1)) for one in cart.lines]
        lines = [nothing | one | {"unit": unit} for one, unit in zip(cart.lines, units, strict=True)]
        Cart.across_stores.filter(pk=cart.pk).update(lines=lines)


def open_cases(apps: Any, schema_editor: Any) -> None:
    """Put the carts of each mailbox that are no order yet into one case, and keep who was reminded."""
    Cart = apps.get_model("support", "Cart")
    left = Cart.across_stores.filter(order_id="", quantity__gt=0, updated_at__gt=timezone.now() - KEPT)
    for cart in left.exclude(email="").order_by("store_id", "updated_at").iterator():
        person = _person(apps, cart)
        if person is not None:
            _open(apps, cart, person)


def _person(apps: Any, cart: Any) -> int | None:
    from saleor_support_plugin.people.addresses import AddressWrong, address_hash, normal_email

    Person, PersonKey = apps.get_model("support", "Person"), apps.get_model("support", "PersonKey")
    try:
        value = normal_email(cart.email)
    except AddressWrong:
        return None
    named = {"store_id": cart.store_id, "kind": "EMAIL", "value": value}
    known: int | None = PersonKey.across_stores.filter(**named).values_list("person_id", flat=True).first()
    if known is None:
        known = Person.across_stores.create(store_id=cart.store_id, created_at=cart.issued_at).pk
        PersonKey.across_stores.create(**named, person_id=known, value_hash=address_hash(value))
    return known


def _open(apps: Any, cart: Any, person: int) -> None:
    Case, Step = apps.get_model("support", "CartCase"), apps.get_model("support", "CartStep")
    Message = apps.get_model("support", "Message")
    began = cart.created or cart.issued_at
    case, _ = Case.across_stores.get_or_create(
        store_id=cart.store_id, person_id=person, defaults={"opened_at": began, "changed_at": cart.updated_at}
    )
    case.checkout_id, case.channel_slug, case.language_code = cart.saleor_id, cart.channel_slug, cart.language_code
    case.value, case.currency, case.changed_at = cart.total_gross, cart.currency, cart.updated_at
    case.opened_at, case.next_check_at = min(case.opened_at, began), cart.updated_at + timedelta(minutes=USUAL_MINUTES)
    written = Message.across_stores.filter(store_id=cart.store_id, kind="cart_reminder", about=cart.saleor_id)
    if cart.reminded_at is not None:
        message = written.order_by("-pk").first()
        step = {"store_id": cart.store_id, "at": cart.reminded_at, "message_id": message.pk if message else None}
        Step.across_stores.get_or_create(case=case, number=0, defaults=step)
        case.steps_done, case.state, case.abandoned_at = 1, "ABANDONED", case.abandoned_at or cart.reminded_at
    case.save()
    written.update(about=f"case:{case.pk}")
    apps.get_model("support", "Cart").across_stores.filter(pk=cart.pk).update(case=case)


def name_the_address(apps: Any, schema_editor: Any) -> None:
    """Answers were received at `reply@` a domain; now the whole address is set."""
    Configuration = apps.get_model("support", "NamedConfiguration")
    for row in Configuration._base_manager.filter(data__has_key="reply_domain"):
        domain = row.data.pop("reply_domain")
        if domain:
            row.data["mail_in_address"] = f"reply@{domain}"
        row.save(update_fields=["data"])


# What there was before is counted once, by the same rules as reviews.summaries from now on.
COUNT_REVIEWS = """
update support_review r set channel_slug = o.channel_slug from support_order o where o.id = r.order_id;
with shown as (
    select store_id, product_id, count(*) as count, sum(stars) as total,
        count(*) filter (where stars = 1) as stars1, count(*) filter (where stars = 2) as stars2,
        count(*) filter (where stars = 3) as stars3, count(*) filter (where stars = 4) as stars4,
        count(*) filter (where stars = 5) as stars5, max(created_at) as newest_at
    from support_review where state = 'PUBLISHED' and product_id <> '' group by store_id, product_id),
rejected as (
    select store_id, product_id, jsonb_object_agg(reject_reason, n) as reasons from (
        select store_id, product_id, reject_reason, count(*) as n from support_review
        where state = 'REJECTED' and product_id <> '' group by store_id, product_id, reject_reason) by_reason
    group by store_id, product_id)
insert into support_reviewsummary (store_id, product_id, count, total, stars1, stars2, stars3, stars4, stars5, verified,
    incentivised, photos, rejected, newest_at, praise, changed_at, write_at)
select store_id, product_id, coalesce(count, 0), coalesce(total, 0), coalesce(stars1, 0), coalesce(stars2, 0),
    coalesce(stars3, 0), coalesce(stars4, 0), coalesce(stars5, 0), coalesce(count, 0), 0, 0, coalesce(reasons, '{}'),
    newest_at, '[]', now(), case when count > 0 then now() end
from shown full join rejected using (store_id, product_id)"""

# What was said before is counted as it was kept: a conversation's lock gave ids in the order in which it was said.
COUNT_MESSAGES = """
update support_conversationmessage m set seq = n.nth
from (select id, row_number() over (partition by conversation_id order by id) as nth
      from support_conversationmessage) n
where n.id = m.id;
update support_conversation c set last_seq = n.last
from (select conversation_id, count(*) as last from support_conversationmessage group by 1) n
where n.conversation_id = c.id"""

# Who was answered is not to be answered for a first time again; that a ticket was opened again stays known.
SAY_TICKETS = """
update support_ticket t set first_replied_at = s.at
from (select conversation_id, min(at) as at from support_conversationmessage
      where author = 'staff' group by conversation_id) s
where s.conversation_id = t.conversation_id;
update support_ticket t set reopened = again.many
from (select conversation_id, count(*) as many from support_conversationmessage
      where event = 'reopened' group by conversation_id) again
where again.conversation_id = t.conversation_id"""

# Whoever was given a ticket or has answered in one; each address once, whatever its case, as the table wants it.
KNOWN = """
insert into support_colleague (store_id, email)
select distinct on (store_id, upper(email)) store_id, email from (
    select store_id, assigned_email as email from support_ticket where assigned_email <> ''
    union all select t.store_id, m.author_name from support_conversationmessage m
              join support_ticket t on t.conversation_id = m.conversation_id
              where m.author = 'staff' and m.author_name like '%@%') known
order by store_id, upper(email), email"""


class Migration(migrations.Migration):
    dependencies = [("support", "0024_chat_and_desk")]

    operations = [
        migrations.RunPython(say_plans, migrations.RunPython.noop),
        migrations.RunPython(say_lines, migrations.RunPython.noop),
        migrations.RunPython(open_cases, migrations.RunPython.noop),
        migrations.RunPython(name_the_address, migrations.RunPython.noop),
        migrations.RunSQL(COUNT_REVIEWS, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT_MESSAGES, migrations.RunSQL.noop),
        migrations.RunSQL(SAY_TICKETS, migrations.RunSQL.noop),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        # What refers to another row is looked at now: PostgreSQL changes no table while that is still to be done.
        migrations.RunSQL("set constraints all immediate", migrations.RunSQL.noop),
        Together(
            [
                # A cart's case knows whose it is, when to look at it, who was reminded and why not.
                migrations.RemoveIndex("cart", "cart_to_look_at"),
                migrations.RemoveIndex("cart", "cart_by_shopper"),
                migrations.RemoveField("cart", "customer_id"),
                migrations.RemoveField("cart", "next_check_at"),
                migrations.RemoveField("cart", "reminded_at"),
                migrations.RemoveField("cart", "silence"),
                migrations.AlterField("conversationmessage", "seq", models.PositiveIntegerField()),
                # The index that holds the order serves this as well.
                migrations.AlterField(
                    "conversationmessage", "conversation", of("conversation", "messages", db_index=False)
                ),
                migrations.AddConstraint(
                    "conversationmessage",
                    models.UniqueConstraint(fields=("conversation", "seq"), name="conversation_message_in_order"),
                ),
            ]
        ),
    ]
