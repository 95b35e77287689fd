"""A merchant's address reaches that merchant's server and nothing else."""

import gzip
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.egress import AddressRefused, ReplyTooLarge, Unanswered, Unreachable
from saleor_support_plugin.egress.checked import CheckedEgress, check_ip, read_url
from tests.saleor.conftest import Listen
from tests.saleor.listener import Listener, http

HELLO = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Kind: greeting\r\n\r\nhello"

PRIVATE = [
    *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "127.255.255.254", "100.64.0.1"),
    *("100.127.255.255", "::1", "fc00::1", "fdab::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1"),
    *("64:ff9b::7f00:1", "64:ff9b::10.1.2.3"),
]
NEVER = [
    *("0.0.0.0", "0.1.2.3", "169.254.169.254", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1"),
    *("203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "100.100.100.200", "::"),
    *("fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "2002:0808:0808::1"),
    *("64:ff9b:1::1", "64:ff9b::a9fe:a9fe", "::ffff:169.254.169.254", "::ffff:0.0.0.0", "::127.0.0.1", "3fff::1"),
    *("fd00:ec2::254", "fd20:ce::254", "100::1", "5f00::1"),
]
PUBLIC = [
    "8.8.8.8",
    "93.184.216.34",
    "2606:4700::1111",
    "2a00:1450:4001:80b::200e",
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_called_only_where_the_merchant_allowed_it(address: str) -> None:
    with pytest.raises(AddressRefused):
        check_ip(address, allow_private=False)
    check_ip(address, allow_private=True)


@pytest.mark.parametrize("allow_private", [False, True])
@pytest.mark.parametrize("address", NEVER)
def test_an_address_that_can_be_no_shop_is_never_called(address: str, allow_private: bool) -> None:
    with pytest.raises(AddressRefused):
        check_ip(address, allow_private=allow_private)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_called(address: str) -> None:
    check_ip(address, allow_private=False)


@given(st.ip_addresses())
def test_no_address_that_python_calls_private_or_multicast_passes(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if address in ipaddress.ip_network("64:ff9b::/96") or address in ipaddress.ip_network("::ffff:0:0/96"):
        return  # judged by the IPv4 address inside
    if address.is_private or address.is_multicast or address.is_reserved or address.is_link_local:
        with pytest.raises(AddressRefused):
            check_ip(str(address), allow_private=False)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0"),
        *("[::1]", "[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:0001]", "[::]", "localhost"),
        *(
            "localhost.",
            "LOCALHOST",
            "user@127.0.0.1",
            "8.8.8.8@127.0.0.1",
            "user:pw@localhost",
            "8.8.8.8%40@localhost",
        ),
        *(
            "127.0.0.1\\@8.8.8.8",
            "8.8.8.8\\@127.0.0.1",
            "127.0.0.1 8.8.8.8",
            "127.0.0.1\t",
            "[::1%25lo]",
            "１２７.0.0.1",
        ),
        *("%31%32%37.0.0.1", "127。0。0。1", "@127.0.0.1", ":@127.0.0.1"),
    ],
)
@pytest.mark.parametrize("scheme", ["https", "HTTPS", "http"])
def test_no_packet_reaches_loopback_however_its_address_is_spelt(scheme: str, host: str, listen: Listen) -> None:
    listener = listen(HELLO)
    with pytest.raises((AddressRefused, Unreachable)):
        CheckedEgress().get(f"{scheme}://{host}:{listener.port}/graphql/")
    assert listener.connections == 0


@pytest.mark.parametrize(
    "url", ["ftp://8.8.8.8/", "file:///etc/passwd", "gopher://8.8.8.8", "//8.8.8.8/", "8.8.8.8", ""]
)
@pytest.mark.parametrize("allow_private", [False, True])
def test_only_http_is_spoken(url: str, allow_private: bool) -> None:
    with pytest.raises(AddressRefused):
        read_url(url, allow_private=allow_private)


def test_a_plain_http_address_is_read_only_where_private_stores_are_allowed() -> None:
    with pytest.raises(AddressRefused):
        read_url("http://shop.example/graphql/", allow_private=False)
    assert read_url("http://Shop.Example:8000/graphql/", allow_private=True).host == "shop.example"


def test_a_name_server_that_changes_its_answer_is_asked_once(monkeypatch: pytest.MonkeyPatch, listen: Listen) -> None:
    listener, asked, called = listen(HELLO), [], []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) == 1 else ["127.0.0.1"]

    def create_connection(address: tuple[str, int], timeout: float) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", create_connection)
    with pytest.raises(Unreachable):
        CheckedEgress(resolve=rebinding).get(f"https://shop.example:{listener.port}/")
    assert asked == ["shop.example"]
    assert called == [("93.184.216.34", listener.port)]
    assert listener.connections == 0


def test_one_private_address_among_public_ones_refuses_the_host(listen: Listen) -> None:
    listener = listen(HELLO)
    mixed = CheckedEgress(resolve=lambda host, port: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(AddressRefused):
        mixed.get(f"https://shop.example:{listener.port}/")
    assert listener.connections == 0


def test_a_redirect_is_handed_back_and_not_followed(listen: Listen) -> None:
    inside = listen(HELLO)
    outside = listen(http("302 Found", b"", f"Location: http://127.0.0.1:{inside.port}/secret"))
    reply = CheckedEgress(allow_private=True).get(f"http://127.0.0.1:{outside.port}/")
    assert reply.status == 302
    assert (outside.connections, inside.connections) == (1, 0)


def test_the_environments_proxy_and_password_file_are_ignored(
    monkeypatch: pytest.MonkeyPatch, listen: Listen, tmp_path: Path
) -> None:
    shop, proxy = listen(HELLO), listen(HELLO)
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login clerk password secret")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    CheckedEgress(allow_private=True).get(f"http://127.0.0.1:{shop.port}/")
    assert (shop.connections, proxy.connections) == (1, 0)
    assert b"authorization" not in shop.asked[0].lower()


def test_a_reply_comes_back_whole_and_the_connection_is_kept(listen: Listen) -> None:
    listener, egress = listen(HELLO), CheckedEgress(allow_private=True)
    for _ in range(3):
        reply = egress.post(f"http://127.0.0.1:{listener.port}/graphql/", json={"a": 1}, headers={"X-One": "1"})
        assert (reply.status, reply.headers["x-kind"], reply.body) == (200, "greeting", b"hello")
    assert listener.connections == 1
    assert f"Host: 127.0.0.1:{listener.port}\r\n".encode() in listener.asked[0]
    assert listener.asked[2].endswith(b'{"a": 1}')


def test_a_shops_cookie_is_not_kept(listen: Listen) -> None:
    listener, egress = listen(http("200 OK", b"", "Set-Cookie: a=b")), CheckedEgress(allow_private=True)
    for _ in range(2):
        egress.get(f"http://127.0.0.1:{listener.port}/")
    assert b"cookie" not in listener.asked[1].lower()


def test_a_connection_that_the_shop_closed_is_opened_again(listen: Listen) -> None:
    closed = threading.Semaphore(0)

    def once(line: socket.socket, _: bytes) -> None:
        line.sendall(HELLO)
        line.shutdown(socket.SHUT_RDWR)
        closed.release()

    listener, egress = listen(once), CheckedEgress(allow_private=True)
    for _ in range(3):
        assert egress.get(f"http://127.0.0.1:{listener.port}/").body == b"hello"
        assert closed.acquire(timeout=10)  # the answer is here a moment before the end
    assert listener.connections == 3


def test_the_second_address_is_tried_when_the_first_is_closed(listen: Listen) -> None:
    listener = listen(HELLO)
    egress = CheckedEgress(allow_private=True, resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert egress.get(f"http://shop.example:{listener.port}/").status == 200
    assert f"Host: shop.example:{listener.port}\r\n".encode() in listener.asked[0]


@pytest.mark.parametrize("packed", [False, True])
def test_a_reply_over_the_limit_is_dropped_packed_or_not(packed: bool, listen: Listen) -> None:
    body = b"a" * 1_000_001
    listener = listen(http("200 OK", gzip.compress(body), "Content-Encoding: gzip") if packed else http("200 OK", body))
    url = f"http://127.0.0.1:{listener.port}/"
    with pytest.raises(ReplyTooLarge):
        CheckedEgress(allow_private=True, max_bytes=1_000_000).get(url)
    assert len(CheckedEgress(allow_private=True, max_bytes=1_000_001).get(url).body) == 1_000_001


def test_an_endless_reply_ends_at_the_limit(listen: Listen) -> None:
    def endless(line: socket.socket, _: bytes) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            line.sendall(b"ffff\r\n" + b"a" * 0xFFFF + b"\r\n")

    listener = listen(endless)
    with pytest.raises(ReplyTooLarge):
        CheckedEgress(allow_private=True, max_bytes=1_000_000).get(f"http://127.0.0.1:{listener.port}/")


def test_a_silent_shop_is_given_up_after_the_read_timeout(listen: Listen) -> None:
    hold = threading.Event()

    def silent(line: socket.socket, _: bytes) -> None:
        hold.wait(5)

    listener = listen(silent)
    began = time.monotonic()
    with pytest.raises(Unreachable) as caught:
        CheckedEgress(allow_private=True, read_timeout=0.1).get(f"http://127.0.0.1:{listener.port}/")
    hold.set()
    assert caught.value.retry
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "start", [b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\n\r\n", HELLO.replace(b": 5", b": 999")]
)
def test_a_shop_that_drips_its_reply_is_given_up_after_the_total_timeout(start: bytes, listen: Listen) -> None:
    stop = threading.Event()

    def drip(line: socket.socket, _: bytes) -> None:
        line.sendall(start)
        while not stop.wait(0.02):
            line.sendall(b"a")

    listener = listen(drip)
    began = time.monotonic()
    with pytest.raises(Unreachable):
        CheckedEgress(allow_private=True, read_timeout=5, total_timeout=0.3).get(f"http://127.0.0.1:{listener.port}/")
    stop.set()
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("answer", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"])
def test_a_broken_reply_is_no_reply_and_the_request_may_have_been_done(answer: bytes, listen: Listen) -> None:
    def broken(line: socket.socket, _: bytes) -> None:
        line.sendall(answer)
        line.shutdown(socket.SHUT_RDWR)

    listener = listen(broken)
    with pytest.raises(Unanswered):
        CheckedEgress(allow_private=True).get(f"http://127.0.0.1:{listener.port}/")


def test_what_met_a_closed_port_has_not_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Unreachable) as error:
        CheckedEgress(allow_private=True).post(f"http://127.0.0.1:{port}/", json={"n": 1})
    assert not isinstance(error.value, Unanswered)


def test_a_host_without_an_address_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        CheckedEgress().get("https://shop.invalid/graphql/")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for shop.example that signs itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "shop.example")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("shop.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "shop.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.fixture
def secure_shop(certificate: Path) -> Iterator[tuple[Listener, list[str | None]]]:
    """A TLS server and the names it was asked for by SNI."""
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _, name, __: names.append(name)
    listener = Listener(lambda line, _: line.sendall(HELLO), tls=context)
    yield listener, names
    listener.close()


def test_the_certificate_and_sni_are_those_of_the_hosts_name(
    secure_shop: tuple[Listener, list[str | None]], certificate: Path
) -> None:
    listener, names = secure_shop
    egress = CheckedEgress(allow_private=True, ca_bundle=str(certificate), resolve=lambda host, port: ["127.0.0.1"])
    for _ in range(2):
        assert egress.get(f"https://shop.example:{listener.port}/").body == b"hello"
    assert names == ["shop.example"]
    assert f"Host: shop.example:{listener.port}\r\n".encode() in listener.asked[0]


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1"])
def test_a_certificate_of_another_name_is_refused(
    host: str, secure_shop: tuple[Listener, list[str | None]], certificate: Path
) -> None:
    egress = CheckedEgress(allow_private=True, ca_bundle=str(certificate), resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(Unreachable, match="certificate"):
        egress.get(f"https://{host}:{secure_shop[0].port}/")
    assert secure_shop[0].asked == []


def test_a_certificate_that_nobody_trusts_is_refused(secure_shop: tuple[Listener, list[str | None]]) -> None:
    egress = CheckedEgress(allow_private=True, resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(Unreachable, match="certificate"):
        egress.get(f"https://shop.example:{secure_shop[0].port}/")


def test_a_drip_behind_tls_is_cut_too(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    stop = threading.Event()

    def drip(line: socket.socket, _: bytes) -> None:
        while not stop.wait(0.02):
            line.sendall(b"H")

    listener = Listener(drip, tls=context)
    egress = CheckedEgress(
        allow_private=True, ca_bundle=str(certificate), total_timeout=0.3, resolve=lambda host, port: ["127.0.0.1"]
    )
    began = time.monotonic()
    with pytest.raises(Unreachable):
        egress.get(f"https://shop.example:{listener.port}/")
    stop.set()
    listener.close()
    assert time.monotonic() - began < 3


def test_threads_do_not_share_a_connection(listen: Listen) -> None:
    listener, egress = listen(HELLO), CheckedEgress(allow_private=True)
    replies: list[bytes] = []

    def ask() -> None:
        replies.extend(egress.get(f"http://127.0.0.1:{listener.port}/").body for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert replies == [b"hello"] * 80
    assert listener.connections == 4
