"""Rooms in which staff talk, and their phones: one line of text, carried by Apprise.

Only services whose host Apprise knows by itself: what a merchant writes names no host, so it reaches nothing of ours.
"""

from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

# What an address begins with, and the class that carries to it: alone, for with all of them come 45 MB.
SERVICES = {
    "slack": ("slack", "NotifySlack"),
    "tgram": ("telegram", "NotifyTelegram"),
    "discord": ("discord", "NotifyDiscord"),
    "gchat": ("google_chat", "NotifyGoogleChat"),
    "pover": ("pushover", "NotifyPushover"),
}
MOST_ADDRESS = 500


class RoomWrong(Exception):
    """This is not the address of a room."""

    code = "INVALID"


class Unsaid(Exception):
    """The service did not take it."""

    code = "UNSAID"


def kind(address: str) -> str:
    """Return which service an address is of. Raises RoomWrong."""
    _carrier(address)
    return urlsplit(address).scheme


def say(address: str, *, title: str, text: str) -> None:
    """Say something in a room. Raises RoomWrong, or Unsaid."""
    if not _carrier(address).notify(title=title, body=text):
        raise Unsaid("The service did not take it. Is the address still good?")


def _carrier(address: str) -> Any:
    scheme = address.partition("://")[0]
    if scheme not in SERVICES:
        raise RoomWrong(f"An address begins with one of {', '.join(f'{name}://' for name in SERVICES)}.")
    # With a query Apprise would read templates from files of this machine, among other things.
    if "?" in address or len(address) > MOST_ADDRESS or not address.isprintable():
        raise RoomWrong("An address has no `?`, and at most 500 characters.")
    carrier = _class(scheme)
    found = carrier.parse_url(address)
    try:
        return carrier(**found)
    except TypeError as error:  # Apprise's own for tokens that cannot be, and for no address at all
        raise RoomWrong("This is not an address as Apprise has it: see its page about this service.") from error


@cache
def _class(scheme: str) -> Any:
    module, name = SERVICES[scheme]
    return getattr(import_module(f"apprise.plugins.{module}"), name)
