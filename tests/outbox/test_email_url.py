"""EMAIL_URL says how mails leave, and what is wrong with it is an error, not a guess."""

from typing import Any

import pytest

from saleor_support_plugin.settings import _email


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", {"way": "file", "folder": ""}),
        ("file:///var/outbox", {"way": "file", "folder": "/var/outbox"}),
        ("file:///var/my%20mails", {"way": "file", "folder": "/var/my mails"}),
        ("console:", {"way": "console"}),
        (
            "smtp://user%40shop:p%3Aw@mail.shop.dev:587?tls=1",
            {
                "way": "smtp",
                "host": "mail.shop.dev",
                "port": 587,
                "use_tls": True,
                "use_ssl": False,
                "username": "user@shop",
                "password": "p:w",
            },
        ),
    ],
)
def test_it_is_read(address: str, expected: dict[str, Any]) -> None:
    assert _email(address) == expected


def test_the_usual_ports_are_encrypted() -> None:
    assert _email("smtp://mail.shop.dev")["use_tls"]
    assert not _email("smtp://mail.shop.dev:25")["use_tls"]
    assert (_email("smtps://mail.shop.dev")["port"], _email("smtps://mail.shop.dev")["use_ssl"]) == (465, True)


@pytest.mark.parametrize(
    "address",
    [
        "mail.shop.dev",
        "http://mail.shop.dev",
        "smtp://",
        "smtp://mail.shop.dev/path",
        "smtp://mail.shop.dev?tsl=1",
        "smtp://mail.shop.dev:587?tls=maybe",
        "smtps://mail.shop.dev?tls=1",
        "smtp://mail.shop.dev:port",
        "file://host/folder",
        "file:",
    ],
)
def test_what_is_wrong_is_said(address: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        _email(address)
