"""The words by which tickets are found: of all that was said too. Kept beside the ticket, not with each message, so
that what is said in a chat costs nothing more; a live chat's are kept by its sweep."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from ..conversations.models import ConversationMessage
from .folding import words
from .models import Ticket

# Of the newest messages; a vector of words has at most a megabyte.
MOST_LETTERS = 100_000
MOST_MESSAGES = 1_000
KEEP = """
insert into support_ticketwords (ticket_id, seq, words) values (%s, %s, array_to_tsvector(%s::text[]))
on conflict (ticket_id) do update set seq = excluded.seq, words = excluded.words
where support_ticketwords.seq <= excluded.seq"""


def remember(*, ticket_ids: Iterable[int]) -> int:
    """Keep the words of tickets as they are now; return of how many."""
    tickets = Ticket.across_stores.filter(pk__in=list(ticket_ids)).select_related("conversation", "order")
    many = 0
    for ticket in tickets.order_by("pk"):
        seq, found = ticket.conversation.last_seq, sorted(_words(ticket))
        with connection.cursor() as cursor:
            cursor.execute(KEEP, (ticket.pk, seq, [_of_store(ticket.store_id), *found]))
        many += 1
    return many


def remember_missing(*, most: int = 5_000) -> int:
    """Keep the words of tickets that have none, as those of an older version; return of how many."""
    without = Ticket.across_stores.filter(words=None).order_by("-pk").values_list("pk", flat=True)
    return remember(ticket_ids=list(without[:most]))


def behind() -> Q:
    """Say that something was said in a ticket since its words were kept."""
    return Q(words=None) | Q(words__seq__lt=F("conversation__last_seq"))


def found(store_id: int, search: str) -> RawSQL | None:
    """Return the ids of a store's tickets with a word for each of these that begins so; None where there is no word."""
    looked_for = sorted(words(search))
    if not looked_for:
        return None
    # Letters and digits alone, so that nothing needs to be escaped.
    asked = " & ".join([f"'{_of_store(store_id)}'", *(f"'{word}':*" for word in looked_for)])
    return RawSQL("select ticket_id from support_ticketwords where words @@ %s::tsquery", [asked])


def _of_store(store_id: int) -> str:
    # No word that anybody looks for begins so.
    return f"@{store_id}"


def _words(ticket: Ticket) -> set[str]:
    conversation = ticket.conversation
    facts = [ticket.phone, conversation.name, conversation.email, ticket.order.number if ticket.order else ""]
    # Of those that were put into it, too: they are in no list.
    both = Q(conversation__ticket=ticket) | Q(conversation__ticket__merged_into=ticket)
    said = (
        ConversationMessage.across_stores.filter(both).exclude(text="").order_by("-pk").values_list("text", flat=True)
    )
    for number, subject, email in _merged(ticket):
        facts += [str(number), subject, email]
    return words(" ".join(facts)) | words("\n".join(said[:MOST_MESSAGES])[:MOST_LETTERS])


def _merged(ticket: Ticket) -> Iterable[tuple[int, str, str]]:
    """Give the number, subject and e-mail of a ticket, and of those that were put into it."""
    rows = Ticket.across_stores.filter(Q(pk=ticket.pk) | Q(merged_into=ticket))
    return rows.values_list("number", "subject", "conversation__email")
