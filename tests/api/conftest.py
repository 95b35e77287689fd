from collections.abc import Iterator

import pytest

from .chatters import End


@pytest.fixture(autouse=True)
def nobody_stays() -> Iterator[None]:
    """Close the connections that a test leaves open: else those of a whole run count against one network."""
    yield
    while End.opened:
        End.opened.pop().leave()
