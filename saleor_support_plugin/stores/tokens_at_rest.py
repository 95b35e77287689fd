"""App tokens as the database keeps them: encrypted, with keys that can be changed while both old and new are known."""

from functools import cache
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


class TokenUnreadable(Exception):
    """None of TOKEN_KEYS opens a kept token."""

    code = "TOKEN_UNREADABLE"


@cache
def _keys(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _box() -> MultiFernet:
    return _keys(tuple(settings.TOKEN_KEYS))


def seal(text: str) -> str:
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise TokenUnreadable("No key in TOKEN_KEYS opens this app token. Put the former key back, last.") from error


if TYPE_CHECKING:
    _Text = models.TextField[str, str]
else:
    _Text = models.TextField


class EncryptedText(_Text):
    """Text that only TOKEN_KEYS can read; an empty text stays empty."""

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return unseal(value) if value else value

    def get_prep_value(self, value: Any) -> Any:
        return seal(value) if value else value
