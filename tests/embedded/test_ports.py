"""The sockets people connect to."""

import socket
import time

from saleor_support_plugin.embedded.ports import listen


def test_an_answer_is_sent_at_once() -> None:
    """A connection has it from its listener: nobody who serves it sets it again."""
    with (
        listen(0, patience_seconds=0, pause=time.sleep) as listener,
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as connection,
    ):
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1
