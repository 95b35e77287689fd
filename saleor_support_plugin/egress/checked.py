"""The egress in earnest: on requests and urllib3, with every address checked.

A merchant names the address, so the address is hostile until checked. The host is resolved once, at the moment of
connecting; every address it resolves to must be allowed, and the connection goes to one of exactly those, so a second
answer of the name server can change nothing. The Host header, SNI and the certificate's check keep the host's name.
Redirects are never followed, proxies and .netrc of the environment are ignored.
"""

import ipaddress
import logging
import os
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any, cast

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, ProtocolError, SSLError
from urllib3.util import Url, parse_url

from . import AddressRefused, Dropped, EgressError, Reply, ReplyTooLarge, Unanswered, Unreachable

log = logging.getLogger(__name__)

type IP = ipaddress.IPv4Address | ipaddress.IPv6Address
type Resolve = Callable[[str, int], list[str]]


def _networks(text: str) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    return [ipaddress.ip_network(one) for one in text.split()]


# Not `ip.is_global`: what that says differs between Python 3.12.1 and 3.12.4.
# Source: IANA's special-purpose address registries. IPv6 is public only inside 2000::/3.
_NOT_PUBLIC = _networks(
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
    "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
    "::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20"
)
_PRIVATE = _networks("127.0.0.0/8 ::1/128 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 fc00::/7")
# Where clouds tell a machine its own secrets; never a store, not even when private addresses are allowed.
_CLOUD_METADATA = _networks("100.100.100.200/32 fd00:ec2::254/128 fd20:ce::254/128")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ODD = re.compile(r"[\x00-\x20\x7f\\]")


def read_url(url: str, *, allow_private: bool) -> Url:
    """Return the parts of a URL we may call, by the same parser that connects.

    Raises AddressRefused for anything but https, or http where private addresses are allowed; for user names in it,
    and for spellings that two parsers may read as two hosts.
    """
    if _ODD.search(url):
        raise AddressRefused("the address holds a space, a control character or a backslash")
    try:
        parts = parse_url(url)
    except HTTPError as error:
        raise AddressRefused("the address cannot be read") from error
    if parts.scheme not in ({"http", "https"} if allow_private else {"https"}):
        raise AddressRefused("the address must begin with https://")
    if parts.auth is not None or "@" in (parts.netloc or ""):
        raise AddressRefused("the address must not hold a user name")
    if not parts.host:
        raise AddressRefused("the address has no host")
    return parts


def check_ip(text: str, *, allow_private: bool) -> None:
    """Raise AddressRefused unless this IP address is public, or private where that is allowed."""
    address = _unwrapped(ipaddress.ip_address(text.partition("%")[0]))
    if any(address in network for network in _CLOUD_METADATA):
        raise AddressRefused(f"{text} is a cloud's metadata address")
    if allow_private and any(address in network for network in _PRIVATE):
        return
    if any(address in network for network in _NOT_PUBLIC):
        raise AddressRefused(f"{text} is not a public address")


def _unwrapped(address: IP) -> IP:
    """Return the IPv4 address that an IPv6 address reaches; 6to4 and Teredo are not unwrapped, they are refused."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def resolve(host: str, port: int) -> list[str]:
    """Return the host's addresses, best first, as the system resolves them (also decimal and octal spellings)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass
class _Door:
    """What the connections of one thread need: whom they may call, and how the running request is cut off."""

    allow_private: bool
    resolve: Resolve
    connect_seconds: float
    line: socket.socket | None = None
    was_cut: bool = False

    def connect(self, host: str, port: int) -> socket.socket:
        addresses = self.resolve(host.strip("[]"), port)
        for address in addresses:
            check_ip(address, allow_private=self.allow_private)
        until, last = time.monotonic() + self.connect_seconds, OSError("the host has no address")
        for address in addresses:
            try:
                return socket.create_connection((address, port), timeout=max(until - time.monotonic(), 0.05))
            except OSError as error:
                last = error
        raise last

    def hold(self, connection: socket.socket) -> None:
        """Keep a second handle on the running request's connection: TLS takes the first one over."""
        self.let_go()
        self.line = socket.socket(fileno=os.dup(connection.fileno()))

    def let_go(self) -> None:
        if self.line is not None:
            self.line.close()
            self.line = None

    @contextmanager
    def cut_after(self, seconds: float) -> Iterator[None]:
        """End the running request after so long: time limits on single reads never end a slow drip."""
        self.was_cut = False
        alarm = threading.Timer(seconds, self.cut)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()
            self.let_go()

    def cut(self) -> None:
        self.was_cut = True
        with suppress(OSError):  # it may have ended by itself this very moment
            if self.line is not None:
                self.line.shutdown(socket.SHUT_RDWR)


class _Checked:
    """Mixed into urllib3's connections: the socket comes from the door, all else stays as it is."""

    door: _Door
    host: str
    port: int
    sock: socket.socket | None

    def _new_conn(self) -> socket.socket:
        try:
            opened = self.door.connect(self.host, self.port)
        except OSError as error:
            raise NewConnectionError(cast(HTTPConnection, self), str(error)) from error
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.door.hold(opened)
        return opened

    def request(self, *args: Any, **kwargs: Any) -> None:
        if self.sock is not None:
            self.door.hold(self.sock)
        super().request(*args, **kwargs)  # type: ignore[misc]  # the connection that this is mixed into has it


class _CheckedHTTP(_Checked, HTTPConnection):
    pass


class _CheckedHTTPS(_Checked, HTTPSConnection):
    pass


def _session(door: _Door, ca_bundle: str | None) -> requests.Session:
    adapter = HTTPAdapter(pool_maxsize=1)
    plain, secure = (type(kind.__name__, (kind,), {"door": door}) for kind in (_CheckedHTTP, _CheckedHTTPS))
    adapter.poolmanager.pool_classes_by_scheme = {
        "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }
    session = requests.Session()
    session.trust_env = False  # a proxy would resolve the host a second time, unchecked
    session.verify = ca_bundle or True
    session.headers["User-Agent"] = "saleor-support"
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # one shop's cookie is nobody else's business
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _why(error: Exception) -> str:
    match error:
        case requests.exceptions.SSLError():
            return "its certificate is not valid"
        case requests.Timeout():
            return "no answer in time"
        case requests.ConnectionError():
            return "no connection"
    return type(error).__name__


def _kind_of(error: Exception) -> type[Unreachable]:
    if _never_left(error):
        return Unreachable
    is_dropped = isinstance(error, requests.ConnectionError) and error.args and isinstance(error.args[0], ProtocolError)
    return Dropped if is_dropped else Unanswered


def _never_left(error: Exception) -> bool:
    """Say whether there was no connection to send anything on."""
    cause = error.args[0] if isinstance(error, requests.ConnectionError) and error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else None
    wrong = reason.args[0] if isinstance(reason, SSLError) and reason.args else None
    return isinstance(reason, NewConnectionError) or isinstance(wrong, ssl.SSLCertVerificationError)


class CheckedEgress:
    """Calls addresses that merchants give; one for a process, safe in threads, connections are kept per thread.

    Times are in seconds: `connect_timeout` for all of a host's addresses together, `read_timeout` for each wait for
    bytes, `total_timeout` for the whole exchange. `max_bytes` bounds the unpacked body. `ca_bundle` is a file of
    certificates to trust in place of certifi's.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        connect_timeout: float = 3,
        read_timeout: float = 15,
        total_timeout: float = 30,
        max_bytes: int = 5_000_000,
        ca_bundle: str | None = None,
        resolve: Resolve = resolve,
    ) -> None:
        self.allow_private = allow_private
        self.connect_timeout, self.read_timeout, self.total_timeout = connect_timeout, read_timeout, total_timeout
        self.max_bytes = max_bytes
        self._ca_bundle, self._resolve = ca_bundle, resolve
        self._local = threading.local()

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        """Return the reply, whatever its status; raises EgressError when there is none."""
        return self._ask("GET", url, headers=headers)

    def post(
        self,
        url: str,
        *,
        json: object = None,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Return the reply, whatever its status; raises EgressError when there is none."""
        return self._ask("POST", url, json=json, data=data, headers=headers)

    def _ask(self, method: str, url: str, **parts: Any) -> Reply:
        host = read_url(url, allow_private=self.allow_private).host
        began = time.monotonic()
        try:
            reply = self._exchange(method, url, **parts)
        except EgressError as error:
            log.info("%s %s: %s after %.3f s", method, host, error.code, time.monotonic() - began)
            raise
        log.debug("%s %s: %s after %.3f s", method, host, reply.status, time.monotonic() - began)
        return reply

    def _exchange(self, method: str, url: str, **parts: Any) -> Reply:
        session, door = self._of_this_thread()
        times = (self.connect_timeout, self.read_timeout)
        try:
            with door.cut_after(self.total_timeout):
                with session.request(
                    method, url, timeout=times, allow_redirects=False, stream=True, **parts
                ) as response:
                    body = self._body(response)
                if door.was_cut:
                    raise Unanswered(f"no whole reply within {self.total_timeout} seconds")
        except (requests.RequestException, HTTPError, OSError) as error:
            raise _kind_of(error)(_why(error)) from error
        return Reply(response.status_code, {name.lower(): text for name, text in response.headers.items()}, body)

    def _body(self, response: requests.Response) -> bytes:
        body = bytearray()
        for chunk in response.iter_content(65536):
            body += chunk
            if len(body) > self.max_bytes:
                raise ReplyTooLarge(f"more than {self.max_bytes} bytes")
        return bytes(body)

    def _of_this_thread(self) -> tuple[requests.Session, _Door]:
        if not hasattr(self._local, "session"):
            self._local.door = _Door(self.allow_private, self._resolve, self.connect_timeout)
            self._local.session = _session(self._local.door, self._ca_bundle)
        return self._local.session, self._local.door
