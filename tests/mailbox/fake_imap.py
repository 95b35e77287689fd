"""A mail server that speaks as much of IMAP4rev1 (RFC 3501) as reading a mailbox takes, by TLS."""

import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "open sesame"


class FakeImap(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.certificate = _certificate(folder)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(self.certificate)
        self.mails: dict[int, bytes] = {}
        self.sizes: dict[int, int] = {}
        self.validity = 7
        self.fetched: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def put(self, raw: bytes, size: int = 0) -> int:
        uid = max(self.mails, default=40) + 1
        self.mails[uid], self.sizes[uid] = raw, size or len(raw)
        return uid


class _Talk(StreamRequestHandler):
    server: FakeImap

    def handle(self) -> None:
        with suppress(OSError), self.server.tls.wrap_socket(self.request, server_side=True) as line:
            self._line = line
            reader = line.makefile("rb")
            self._say("* OK ready")
            for asked in reader:
                tag, _, command = asked.decode().strip().partition(" ")
                self._answer(tag, command)
                if command.upper() == "LOGOUT":
                    return

    def _say(self, text: str) -> None:
        self._line.sendall(text.encode("latin-1") + b"\r\n")

    def _answer(self, tag: str, command: str) -> None:
        word = command.split()[0].upper()
        if word == "CAPABILITY":
            self._say("* CAPABILITY IMAP4rev1")
        elif word == "LOGIN" and PASSWORD not in command:
            return self._say(f"{tag} NO [AUTHENTICATIONFAILED] no")
        elif word == "EXAMINE":
            self._say(f"* {len(self.server.mails)} EXISTS")
            self._say(f"* OK [UIDVALIDITY {self.server.validity}] valid")
            self._say(f"* OK [UIDNEXT {max(self.server.mails, default=40) + 1}] next")
        elif command.upper().startswith("UID SEARCH"):
            first = int(re.search(r"(\d+):\*", command)[1])  # type: ignore[index]
            found = [uid for uid in self.server.mails if uid >= first] or list(self.server.mails)[-1:]
            self._say(f"* SEARCH {' '.join(map(str, found))}".rstrip())
        elif command.upper().startswith("UID FETCH"):
            self._fetch(command)
        elif word == "LOGOUT":
            self._say("* BYE")
        return self._say(f"{tag} OK {word} done")

    def _fetch(self, command: str) -> None:
        self.server.fetched.append(command)
        for uid in map(int, command.split()[2].split(",")):
            raw = self.server.mails[uid]
            if "RFC822.SIZE" in command:
                self._say(f"* 1 FETCH (UID {uid} RFC822.SIZE {self.server.sizes[uid]})")
                continue
            part = "HEADER" if "HEADER" in command else ""
            content = raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if part else raw
            self._say(f"* 1 FETCH (UID {uid} BODY[{part}] {{{len(content)}}}")
            self._line.sendall(content + b")\r\n")


@contextmanager
def running(folder: Path) -> Iterator[FakeImap]:
    with FakeImap(folder) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def _certificate(folder: Path) -> Path:
    """Write a certificate for `localhost` that it signed itself, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    signed = made.sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    own_key = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    place = folder / "server.pem"
    place.write_bytes(own_key + signed.public_bytes(serialization.Encoding.PEM))
    return place
