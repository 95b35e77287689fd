from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .launched import Launched, free_port

Launch = Callable[..., Launched]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all launchers, which follow each other on it as they do on a person's machine."""
    return tmp_path_factory.mktemp("machine") / "data"


@pytest.fixture(scope="session")
def port() -> int:
    """The same port for all of them: the demo store's is kept beside it."""
    return free_port()


@pytest.fixture
def launch(data: Path, port: int) -> Iterator[Launch]:
    """Start launchers on the data folder; all of them end with the test."""
    launched: list[Launched] = []

    def start(*options: str, **given: object) -> Launched:
        launched.append(Launched(data, int(str(given.pop("port", port))), *options, **given))  # type: ignore[arg-type]
        return launched[-1]

    yield start
    for one in launched:
        one.remove()
