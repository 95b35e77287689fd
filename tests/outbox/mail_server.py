"""A mail server on this machine, written from RFC 5321: it takes mails, refuses them, or hangs up, as a test says."""

import socketserver
import threading
from dataclasses import dataclass, field
from types import TracebackType


@dataclass
class Habits:
    """`at_rcpt` and `at_data` are its answers there; `hangs_up` drops the line after it took the whole mail."""

    at_rcpt: str = "250 ok"
    at_data: str = "250 queued"
    hangs_up: bool = False
    mails: list[str] = field(default_factory=list)


class MailServer:
    def __init__(self) -> None:
        self.habits = Habits()
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def settings(self) -> dict[str, object]:
        """Return what EMAIL_URL=smtp://127.0.0.1:PORT?tls=0 is read as."""
        login = {"username": "", "password": "", "use_tls": False, "use_ssl": False}
        return {"way": "smtp", "host": "127.0.0.1", "port": self.port} | login

    def __enter__(self) -> "MailServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[socketserver.StreamRequestHandler]:
        server = self

        class Conversation(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self.say("220 here")
                while line := self.rfile.readline().decode().strip():
                    verb = line[:4].upper()
                    if verb == "DATA":
                        self.say("354 go on")
                        server.habits.mails.append(self.whole_mail())
                        if server.habits.hangs_up:
                            return
                        self.say(server.habits.at_data)
                    elif verb == "QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say(server.habits.at_rcpt if verb == "RCPT" else "250 ok")

            def whole_mail(self) -> str:
                lines = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line)
                return b"".join(lines).decode()

            def say(self, answer: str) -> None:
                self.wfile.write(f"{answer}\r\n".encode())

        return Conversation
