"""What becomes of a mail that came: whose words it is, and in which conversation they stand.

A wrong merge shows a stranger's words to a shopper, or theirs to a stranger; a split costs staff a click. So a mail
joins only by a word of ours that was sent (an address or an id that nobody can guess), and only from whom it went to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from ..conversations.rules import MOST_TEXT, UNSEEN, Limit
from .authentication import Verdict
from .automatic import Machine
from .parsing import Mail

# Of one sender: nobody writes six mails in ten minutes, but two answering machines do.
MANY = Limit(5, timedelta(minutes=10))
# One answer a day that nobody wrote.
CONFIRMATIONS = Limit(1, timedelta(days=1))
ORDER_NUMBER = re.compile(r"(?<![\w./-])(?:#\s?(?=\d)|(?=\d{4}))(\d{1,12})(?![\w./-])")
NAMED_ORDER = re.compile(
    r"(?:order|sipariş|siparis)\w*\s*(?:no|number|numarası|numarasi|nr)?\.?\s*:?\s*#?\s?(\d{1,12})\b", re.I
)
MOST_NUMBERS = 5
KEEP = timedelta(days=90)
LEASE = timedelta(minutes=10)
MOST_TRIES = 5


class By(StrEnum):
    """What shows which conversation a mail belongs to."""

    REPLY_ADDRESS = "REPLY_ADDRESS"
    REFERENCES = "REFERENCES"
    THEIR_OWN = "THEIR_OWN"
    ORDER_NUMBER = "ORDER_NUMBER"


class Side(StrEnum):
    """Whose conversation it is, seen from who sent the mail."""

    THEIRS = "THEIRS"
    STAFF = "STAFF"
    # A member of staff put them in copy.
    COPIED = "COPIED"
    ANOTHERS = "ANOTHERS"


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation that a mail leads to; `ticket` is staff's number of the row."""

    by: By
    conversation: int
    ticket: int
    side: Side


@dataclass(frozen=True, slots=True)
class Join:
    found: Found


@dataclass(frozen=True, slots=True)
class Tell:
    """Who is in copy writes to staff: the shopper hears nothing of it."""

    found: Found


@dataclass(frozen=True, slots=True)
class Answer:
    """A member of staff answers the shopper."""

    found: Found


@dataclass(frozen=True, slots=True)
class Open:
    """A new ticket, about an order of theirs perhaps; `another` is a conversation that is not theirs."""

    reason: str
    another: Found | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """Nobody's words; noted in the conversation that it answers."""

    reason: str
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    reason: str


Decision = Join | Tell | Answer | Open | Keep | Hold


def decide(mail: Mail, found: Sequence[Found], *, verdict: Verdict, is_ours: bool, is_too_often: bool) -> Decision:
    """`found` are the conversations that it leads to, what is surest first."""
    surest = next(iter(found), None)
    known = surest if surest and surest.side is not Side.ANOTHERS else None
    if is_ours:
        return Keep("LOOP")
    if mail.machine is not None:
        is_about = mail.machine in (Machine.AUTO_REPLY, Machine.BOUNCE)
        return Keep(mail.machine.value, surest if is_about else None)
    if not mail.sender:
        return Hold("NO_SENDER")
    if verdict is Verdict.FAIL:
        return Hold("FORGED")
    if is_too_often:
        return Keep("TOO_OFTEN", known)
    if surest is None:
        return Open("NEW")
    if surest.side is Side.STAFF:
        return Answer(surest)
    if surest.side is Side.COPIED:
        return Tell(surest)
    if surest.side is Side.ANOTHERS:
        return Open("ANOTHERS", surest)
    if surest.by is By.ORDER_NUMBER and verdict is not Verdict.PASS:
        return Open("NOT_PROVEN")  # an order's number and its customer's address can both be guessed
    return Join(surest)


def said(text: str, subject: str) -> str:
    """Return a mail's words as a message holds them: as much as fits, and the subject where there are none."""
    words = UNSEEN.sub("", text).strip() or UNSEEN.sub("", subject).strip() or "…"
    return words if len(words) <= MOST_TEXT else words[: MOST_TEXT - 1].rstrip() + "…"


def order_numbers(subject: str) -> list[str]:
    """Return what may be an order's number in a subject, what is called so first."""
    named = [*NAMED_ORDER.findall(subject), *ORDER_NUMBER.findall(subject)]
    return list(dict.fromkeys(named))[:MOST_NUMBERS]


TURKISH = re.compile(
    r"(?-i:[ğışİĞŞ])|\b(?:merhaba|selam|iyi günler|sipari\w*|ürün\w*|kargo\w*|teşekkür\w*|lütfen|değil|yok|bir|ve)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(?:the|and|is|my|hello|hi|please|thanks?|you|order|not|have|for|it)\b", re.IGNORECASE)


def language(text: str, usual: str) -> str:
    """Return the language that somebody wrote in, as far as it shows."""
    turkish, english = (len(one.findall(text[:2_000])) for one in (TURKISH, ENGLISH))
    if turkish == english:
        return usual
    return "tr" if turkish > english else "en"
