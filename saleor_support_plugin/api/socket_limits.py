"""How much a session, a network and a store may ask of one process's sockets."""

from ..realtime.limits import Buckets, Places
from .socket_frames import Refused

# Whatever is sent, typing and malformed frames too; messages have limits of their own.
FRAMES_AT_ONCE, FRAMES_PER_SECOND = 60, 10
# When a process ends, all pages of an office come back at once, perhaps twice; then each of them every twenty seconds.
COMINGS, SECONDS_BETWEEN = 2, 20
# An office behind one address, and a busy shop, are so many people who write at once.
PEOPLE_IN_NETWORK, PEOPLE_IN_STORE = 10, 1_000


class Limits:
    """`messages` a minute of one session, and connections at once from one network; 0 for no limit."""

    def __init__(self, *, messages: int, connections: int) -> None:
        self._messages = messages
        self._sessions = _people(messages, 1)
        self._networks = _people(messages, PEOPLE_IN_NETWORK)
        self._stores = _people(messages, PEOPLE_IN_STORE)
        self._connections = connections
        self._comings = Buckets(connections * COMINGS, connections / SECONDS_BETWEEN)
        self._places = Places(connections)

    @property
    def are_set(self) -> bool:
        return self._messages > 0

    def may_open(self, network: str, now: float) -> bool:
        """Whether one more connection may be opened; it is then counted until `closed`."""
        if not self._connections:
            return True
        return self._comings.take(network, now) and self._places.enter(network)

    def closed(self, network: str) -> None:
        if self._connections:
            self._places.leave(network)

    def must_allow(self, *, session: str, network: str, store_id: int, now: float) -> None:
        """Raises Refused with LIMITED."""
        if not self._messages:
            return
        taken = (
            self._sessions.take(session, now),
            self._networks.take(network, now),
            self._stores.take(str(store_id), now),
        )
        if not all(taken):
            raise Refused("LIMITED", "That was a lot of messages. Try again in a minute.")


def _people(messages: int, people: int) -> Buckets:
    return Buckets(max(10, messages / 2) * people, messages / 60 * people)
