"""People at the two ends of a chat, as their pages speak: over real sockets."""

import socket
import struct
from typing import Any, ClassVar, Protocol
from urllib.parse import urlsplit

import orjson
from django.conf import settings
from django.utils import timezone
from websockets.client import ClientProtocol
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.sync.client import ClientConnection, connect
from websockets.uri import parse_uri

from saleor_support_plugin.conversations import actions
from saleor_support_plugin.conversations.models import Conversation
from saleor_support_plugin.ids import own_id

from ..desks import ORIGIN
from ..shops import Shop

PATIENCE = 10.0


class End:
    """One connection. What it is told is read in order; `closed` waits for its end."""

    # Left open by the test that runs; a network may not hold many (conftest.py closes them).
    opened: ClassVar[list["End"]] = []

    def __init__(self, address: str, *, origin: str | None, **more: Any) -> None:
        self.socket: ClientConnection = connect(address, origin=origin, compression=None, **more).__enter__()  # type: ignore[arg-type]
        self.opened.append(self)

    def send(self, do: str, **more: Any) -> "End":
        self.socket.send(orjson.dumps({"do": do} | more).decode())
        return self

    def heard(self, timeout: float = PATIENCE) -> dict[str, Any]:
        frame: dict[str, Any] = orjson.loads(self.socket.recv(timeout=timeout))
        return frame

    def next(self, kind: str) -> dict[str, Any]:
        """Return the next frame of this kind; what comes before it is let go."""
        while (frame := self.heard())["is"] != kind:
            pass
        return frame

    def said(self, many: int) -> list[tuple[int, str]]:
        return [(frame["seq"], frame["text"]) for frame in (self.next("said") for _ in range(many))]

    def told(self, key: str) -> int:
        """Return the number of an own message, once it is told to be committed."""
        while True:
            frame = self.heard()
            if frame["is"] in ("said", "kept") and frame.get("key") == key:
                return int(frame["seq"])

    def hears_nothing(self, seconds: float = 0.3) -> bool:
        try:
            self.socket.recv(timeout=seconds)
        except TimeoutError:
            return True
        return False

    def closed(self, timeout: float = PATIENCE) -> int:
        try:
            while True:
                self.socket.recv(timeout=timeout)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006

    def leave(self) -> None:
        self.socket.close()


class Serving(Protocol):
    """A web process, wherever it runs."""

    url: str


class Chat:
    """A shopper's conversation in a shop, and ways to open connections to it."""

    def __init__(self, service: Serving, shop: Shop, *, channel: str = "default-channel") -> None:
        self.host = service.url.replace("http://", "ws://")
        self.shop = shop
        self.channel = channel
        now = timezone.now()
        self.conversation: Conversation = actions.begin(
            store=shop.store, channel=channel, language="tr", email="", name="Ada", now=now
        )
        actions.resume(conversation=self.conversation)
        self.token = actions.widget_token(conversation=self.conversation, now=now)
        self.id = own_id("Conversation", self.conversation.pk)

    def address(self) -> str:
        return f"{self.host}/s/{self.shop.store.key}/{self.channel}/chat"

    def dial(self, *, origin: str | None = ORIGIN, **more: Any) -> End:
        """Open the shopper's connection, and say nothing yet."""
        return End(self.address(), origin=origin, **more)

    def shopper(self, *, after: int = 0) -> End:
        end = self.dial().send("hello", token=self.token, after={self.id: after})
        assert end.heard()["is"] == "welcome"
        return end

    def staff(self, token: str, *, after: int | None = 0) -> End:
        end = End(f"{self.host}/staff/live", origin=settings.PUBLIC_URL)
        end.send("hello", token=token, after={} if after is None else {self.id: after})
        assert end.heard()["is"] == "welcome"
        if after is not None:
            assert end.heard()["is"] == "state"
        return end

    def texts(self) -> list[tuple[int, str]]:
        return list(self.conversation.messages.order_by("seq").values_list("seq", "text"))


class Silent:
    """A connection over a bare socket that reads only what it is asked to, and can be cut anywhere."""

    def __init__(self, chat: Chat, *, window: int = 4_096) -> None:
        at = urlsplit(chat.host)
        self.bare = socket.socket()
        self.bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        self.bare.connect((at.hostname, at.port))
        self.bare.settimeout(PATIENCE)
        self.protocol = ClientProtocol(parse_uri(chat.address()), origin=ORIGIN, max_size=None)  # type: ignore[arg-type]
        self.protocol.send_request(self.protocol.connect())
        self._out()
        while self.protocol.state is State.CONNECTING:
            data = self.bare.recv(4_096)
            assert data, "the handshake was refused"
            self.protocol.receive_data(data)

    def send(self, do: str, **more: Any) -> "Silent":
        return self.send_bytes(orjson.dumps({"do": do} | more))

    def send_bytes(self, text: bytes, *, fin: bool = True) -> "Silent":
        self.protocol.send_text(text, fin)
        return self._out()

    def send_more(self, text: bytes, *, fin: bool) -> "Silent":
        self.protocol.send_continuation(text, fin)
        return self._out()

    def _out(self) -> "Silent":
        self.bare.sendall(b"".join(self.protocol.data_to_send()))
        return self

    def cut(self) -> None:
        """End as when the cable is pulled: without a word, what is under way is lost."""
        self.bare.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.bare.close()

    def read_to_the_end(self) -> tuple[list[dict[str, Any]], int]:
        """Return what was told until the end, and with which code it ended."""
        self.bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1_000_000)
        heard = []
        while self.protocol.close_rcvd is None and (data := self.bare.recv(65_536)):
            self.protocol.receive_data(data)
            heard += [one for one in self.protocol.events_received() if isinstance(one, Frame)]
        self.bare.close()
        frames = [orjson.loads(one.data) for one in heard if one.opcode is Opcode.TEXT]
        return frames, self.protocol.close_rcvd.code if self.protocol.close_rcvd else 1006
