from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.saleor.listener import Answer, Listener
from tests.saleor.signing import Signer

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "saleor"

type Listen = Callable[[bytes | Answer], Listener]


@pytest.fixture
def listen() -> Iterator[Listen]:
    """Start a listener that answers with these bytes, or by this function."""
    opened: list[Listener] = []

    def start(answer: bytes | Answer) -> Listener:
        opened.append(Listener(answer if callable(answer) else lambda line, _: line.sendall(answer)))
        return opened[-1]

    yield start
    for listener in opened:
        listener.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/saleor is not here: no recordings and no introspections to read")
    return SHARED


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer.new()


@pytest.fixture(scope="session")
def stranger() -> Signer:
    """Somebody with a key of their own, who claims the store's key id."""
    return Signer.new()
