"""The only writes of who was told that somebody waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from ..conversations import actions as conversations
from ..conversations.cards import has_words
from ..conversations.models import Author, Happening
from ..conversations.reached import holidays
from ..conversations.reaching import FORM, hours_of
from ..hours.business import Hours
from ..mails.senders import shop_name
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..outbox.ways import rooms
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from ..tickets.models import State, Ticket
from ..tickets.rules import UNSAID
from . import mails, queries, rules
from .models import Alert, AlertAccount

# What a mail shows of what was written.
MOST_SHOWN = 5
# Of a room: a second try after 1 min, doubling; five are half an hour.
MOST_TRIES = 5
FIRST_RETRY = timedelta(minutes=1)


def tell_due(store: Store, now: datetime) -> dict[str, int]:
    """Tell staff of everybody who has waited for long enough; return how many were looked at and told of."""
    looked, told = 0, 0
    has_account = _has_account(store)
    known: dict[str, tuple[Configuration, Hours]] = {}
    for wait in queries.waiting(store, before=now - timedelta(minutes=1), now=now):
        looked += 1
        if wait.channel not in known:
            settings = configuration(store, wait.channel)
            known[wait.channel] = settings, hours_of(settings, FORM, holidays(store, wait.channel, now))
        settings, hours = known[wait.channel]
        if not settings.alert_minutes or not (settings.staff_emails or has_account):
            continue
        minutes = rules.minutes_waited(hours, wait.since, now)
        if minutes >= settings.alert_minutes:
            told += tell(store=store, wait=wait, settings=settings, minutes=minutes, now=now)
    return {"looked": looked, "told": told}


@transaction.atomic
def tell(*, store: Store, wait: queries.Wait, settings: Configuration, minutes: int, now: datetime) -> bool:
    """Tell staff of one who waits; say whether there was anybody to tell, and they were not told before."""
    ticket = _locked(store, wait.ticket_id)
    if ticket is None or ticket.state != State.OPEN:
        return False
    said = _unanswered(ticket, wait.seq)
    whose = rules.Whose(ticket.department, ticket.assigned_email)
    return _tell(
        ticket=ticket,
        settings=settings,
        seq=wait.seq,
        to=rules.told(settings, whose),
        quote="\n\n".join(said),
        values={"minutes": minutes},
        now=now,
    )


@transaction.atomic
def tell_of_score(*, ticket: Ticket, score: int, best: int, words: str, now: datetime) -> bool:
    """Tell whose a ticket is of a bad score that opened it again."""
    settings = configuration(ticket.store, ticket.conversation.channel_slug)
    whose = rules.Whose(ticket.department, ticket.assigned_email)
    return _tell(
        ticket=ticket,
        settings=settings,
        seq=ticket.conversation.last_seq,
        to=rules.told(settings, whose),
        quote=words,
        values={"survey": 1, "score": score, "best": best},
        now=now,
    )


def _tell(
    *,
    ticket: Ticket,
    settings: Configuration,
    seq: int,
    to: Sequence[str],
    quote: str,
    values: dict[str, str | int],
    now: datetime,
) -> bool:
    has_account = _has_account(ticket.store)
    if not to and not has_account:
        return False
    say_at = now if has_account else None
    alert, is_new = Alert.across_stores.get_or_create(ticket=ticket, seq=seq, defaults={"at": now, "say_at": say_at})
    if not is_new:
        return False
    alert.text = mails.send(
        ticket=ticket,
        settings=settings,
        to=to,
        occasion=f"{ticket.pk}:{seq}",
        quote=quote,
        values=values,
        now=now,
    )
    alert.save(update_fields=["text"])
    about = ", ".join([*to, *(["Apprise"] if has_account else [])])
    conversations.note(conversation=ticket.conversation, event=Happening.ALERTED, about=about, now=now)
    return True


def _has_account(store: Store) -> bool:
    return AlertAccount.across_stores.filter(store=store).exists()


def set_account(*, store: Store, address: str) -> AlertAccount | None:
    """Have alerts said in a room as well; with no address, no more. Raises outbox.ways.rooms.RoomWrong."""
    if not address:
        AlertAccount.across_stores.filter(store=store).delete()
        return None
    rooms.kind(address)
    account, _ = AlertAccount.across_stores.update_or_create(store=store, defaults={"address": address, "problem": ""})
    return account


def try_account(*, account: AlertAccount, shop: str) -> None:
    """Say something in the room. Raises outbox.ways.rooms.Unsaid."""
    rooms.say(account.address, title=shop, text="Saleor Support: this works.")


def say_due(*, now: datetime) -> int:
    """Say in rooms what is to be said there; return how many there were. One that fails is tried again."""
    due = list(Alert.across_stores.filter(say_at__lte=now).order_by("say_at").values_list("pk", "say_at")[:100])
    for number, at in due:
        # Committed first, so that of two workers one says it, and one that dies is not the end of it.
        mine = Alert.across_stores.filter(pk=number, say_at=at)
        if mine.update(say_at=now + FIRST_RETRY, tries=F("tries") + 1):
            _say(Alert.across_stores.select_related("ticket__store__alert_account").get(pk=number), now)
    return len(due)


def _say(alert: Alert, now: datetime) -> None:
    store = alert.ticket.store
    account: AlertAccount | None = getattr(store, "alert_account", None)
    problem, again = "", None
    if account is not None:
        channel = alert.ticket.conversation.channel_slug
        try:
            rooms.say(account.address, title=shop_name(store, configuration(store, channel)), text=alert.text)
        except (rooms.Unsaid, rooms.RoomWrong) as error:
            problem = str(error)
            again = now + FIRST_RETRY * 2 ** (alert.tries - 1) if alert.tries < MOST_TRIES else None
        AlertAccount.across_stores.filter(pk=account.pk).update(problem=problem)
    Alert.across_stores.filter(pk=alert.pk).update(say_at=again)


def _unanswered(ticket: Ticket, seq: int) -> list[str]:
    """Return the newest of what waits, the oldest first; nothing that is covered until somebody asks for it."""
    waits = ticket.conversation.messages.filter(author=Author.SHOPPER, seq__gte=seq).order_by("-seq")
    return [UNSAID if has_words(one.card) else one.text for one in reversed(waits[:MOST_SHOWN]) if one.text]


def _locked(store: Store, number: int) -> Ticket | None:
    rows = Ticket.across_stores.select_for_update(of=("self",), no_key=True)
    return rows.select_related("conversation", "order", "store").filter(store=store, pk=number).first()


def still_right(message: Message, now: datetime) -> Yes | No:
    """Whom staff answered meanwhile nobody has to be told of."""
    ticket = Ticket.across_stores.filter(store=message.store_id, pk=int(message.about)).first()
    if ticket is None or ticket.state != State.OPEN:
        return No("it does not wait any more")
    return Yes()
