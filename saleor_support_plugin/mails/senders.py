"""Who a mail is from and how it looks: what the merchant set for the channel, else what is known of the shop."""

from dataclasses import dataclass
from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings

from ..stores.configuration import Configuration
from ..stores.models import Store
from .rendering import Brand
from .text import one_line


@dataclass(frozen=True, slots=True)
class Sender:
    name: str
    email: str

    @property
    def header(self) -> str:
        return formataddr((self.name, self.email))


def shop_name(store: Store, configuration: Configuration) -> str:
    """Return what people know the shop by: its sender's name, else the host they shop at."""
    host = urlsplit(configuration.storefront_url or store.api_url).hostname or ""
    return one_line(configuration.sender_name, 100) or host.removeprefix("www.")


def sender(store: Store, configuration: Configuration) -> Sender:
    return Sender(shop_name(store, configuration), configuration.sender_email or settings.EMAIL_FROM)


def brand(store: Store, configuration: Configuration) -> Brand:
    shop = shop_name(store, configuration)
    return Brand(shop, configuration.logo_url, configuration.accent, configuration.mail_footer)
