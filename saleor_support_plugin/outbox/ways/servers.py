"""A merchant's own mail server. Its name is hostile until checked: it must not lead into the service's network."""

import smtplib
import socket
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from ...egress import AddressRefused
from ...egress.checked import check_ip, resolve
from ...mails.queries import Account

TLS_FROM_THE_FIRST_BYTE = "465"


def server_of(account: Account, *, seconds: int) -> EmailBackend:
    """Return the way to the server, always encrypted."""
    told = account.credentials
    is_secure = told["port"] == TLS_FROM_THE_FIRST_BYTE
    return CheckedServer(
        host=told["host"],
        port=int(told["port"]),
        username=told.get("username", ""),
        password=told.get("password", ""),
        use_ssl=is_secure,
        use_tls=not is_secure,
        timeout=seconds,
        fail_silently=False,
    )


def connect(host: str, port: int, seconds: float) -> socket.socket:
    """Connect to one of the name's addresses, all of which must be allowed; resolved once, so none can change."""
    addresses = resolve(host, port)
    try:
        for address in addresses:
            check_ip(address, allow_private=settings.ALLOW_PRIVATE_STORES)
    except AddressRefused as refused:
        raise OSError(str(refused)) from refused
    last = OSError("the server has no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=seconds)
        except OSError as error:
            last = error
    raise last


class _Plain(smtplib.SMTP):
    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return connect(host, port, timeout)


class _Secure(smtplib.SMTP_SSL):
    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return self.context.wrap_socket(connect(host, port, timeout), server_hostname=host)


class CheckedServer(EmailBackend):
    @property
    def connection_class(self) -> Any:
        return _Secure if self.use_ssl else _Plain
