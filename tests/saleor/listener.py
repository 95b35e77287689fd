"""A server on loopback that counts connections, keeps what it was asked and answers what a test tells it."""

import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

type Answer = Callable[[socket.socket, bytes], None]


def http(status: str, body: bytes, *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(head).encode() + body


@dataclass
class Listener:
    """Listens on 127.0.0.1 and, on the same port, on ::1; each connection is answered until it closes."""

    answer: Answer
    connections: int = 0
    asked: list[bytes] = field(default_factory=list)
    sockets: list[socket.socket] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self.sockets = [socket.create_server(("127.0.0.1", 0))]
        if socket.has_ipv6:
            self.sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        for one in self.sockets:
            threading.Thread(target=self._serve, args=(one,), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.sockets[0].getsockname()[1])

    def close(self) -> None:
        for one in self.sockets:
            one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _serve(self, server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self.tls:
                    connection = self.tls.wrap_socket(connection, server_side=True)
                while question := self._question(connection):
                    self.asked.append(question)
                    self.answer(connection, question)
            except OSError:
                return

    def _question(self, connection: socket.socket) -> bytes:
        head = b""
        while b"\r\n\r\n" not in head:
            more = connection.recv(65536)
            if not more:
                return b""
            head += more
        top, _, body = head.partition(b"\r\n\r\n")
        length = next((int(line[15:]) for line in top.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
        while len(body) < length:
            body += connection.recv(65536)
        return top + b"\r\n\r\n" + body
