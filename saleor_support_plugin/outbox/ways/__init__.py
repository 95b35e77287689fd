"""The ways out, one module each: what is handed over, and what becomes of it; nothing else speaks to a provider."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...mails.queries import Account

# For so long after somebody wrote, WhatsApp carries free words to them.
WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Mail:
    sender: str
    subject: str
    text: str
    html: str
    headers: Mapping[str, str]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text message. Of a commercial one the provider asks the Turkish registry once more."""

    text: str
    is_commercial: bool


@dataclass(frozen=True, slots=True)
class Template:
    """What Meta has approved, by name and language (`tr`, `en_US`), with what fills its blanks in their order.

    It goes out at any time.
    """

    name: str
    language: str
    variables: tuple[str, ...] = ()


class WindowClosed(Exception):
    """Free words reach nobody who has not written within the last 24 hours: send a Template."""

    code = "WINDOW_CLOSED"


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words of one's own, by WhatsApp. There is none outside the window: making one raises WindowClosed."""

    text: str
    heard_at: datetime | None
    now: datetime

    def __post_init__(self) -> None:
        if self.heard_at is None or self.heard_at <= self.now - WINDOW:
            raise WindowClosed("They have not written to the shop on WhatsApp within 24 hours.")


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification for a browser, with that browser's keys; `shop_key` is the private one that proves the shop."""

    title: str
    text: str
    link: str
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)
    shop_key: str = field(repr=False)


Content = Mail | Text | Template | FreeText | Notice


@dataclass(frozen=True, slots=True)
class Parcel[C: Content]:
    """One message, ready to be handed over. `to` is a mailbox, a number as E.164, or a browser's endpoint.

    `key` is the same at every try. One that stays here becomes a file called `name` and reaches nobody. Without an
    account mail goes by the service's own way, and nothing else goes at all.
    """

    to: str
    content: C
    account: Account | None
    key: str
    name: str
    stays_here: bool
    expires_at: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is out of our hands; `provider_id` is what the provider calls it, where it says so."""

    provider_id: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The server answered no: for good, or for now. `is_gone` is the address itself."""

    reason: str
    for_good: bool
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Nothing was handed over, for there was nobody to hand it to."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """It was handed over and no answer came: it may be out, it may be not."""

    reason: str


Outcome = Accepted | Refused | Unreachable | Doubtful
