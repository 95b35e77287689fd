"""What one signature check costs, ours and app-sdk's, on the same deliveries, taking turns."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from saleor_support_plugin.saleor.keys import KeySet
from saleor_support_plugin.saleor.signatures import verify

from .deliveries import Deliveries
from .node import Peers
from .processes import LOAD_CORE, on_core

PASSES = 5


@dataclass(frozen=True)
class Costs:
    """µs a check. Node hands each check to a thread: free to use both cores that costs it more than on one."""

    ours_us: float
    peer_us: float
    ours_one_core_us: float
    peer_one_core_us: float


def costs(jwks: dict[str, object], deliveries: Deliveries, *, official: Peers, rounds: int) -> Costs:
    """Return medians of the rounds, where each side gets the whole machine and then one core."""
    signed = list(deliveries.signed())
    given = {
        "jwks": json.dumps(jwks),
        "deliveries": [{"signature": each, "body": body.decode()} for each, body in signed],
    }
    to_peer = json.dumps(given).encode()

    def turn() -> tuple[float, float]:
        return ours_us(json.dumps(jwks), signed), official.signature_check_us(to_peer)

    def turn_on_one_core() -> tuple[float, float]:
        with on_core(LOAD_CORE):
            return turn()

    turns = [turn() + turn_on_one_core() for _ in range(rounds)]
    return Costs(*(median(column) for column in zip(*turns, strict=True)))


def ours_us(jwks: str, signed: Sequence[tuple[str, bytes]]) -> float:
    """Return the best of five passes, after one to warm up: what peers/signature_check.mjs does."""
    keys = KeySet.parse(jwks)
    deliveries = [(signature.encode(), body) for signature, body in signed]
    return min([_pass_us(keys, deliveries) for _ in range(PASSES + 1)][1:])


def _pass_us(keys: KeySet, deliveries: Sequence[tuple[bytes, bytes]]) -> float:
    began = time.perf_counter()
    for signature, body in deliveries:
        verify(keys, signature, body)
    return (time.perf_counter() - began) * 1e6 / len(deliveries)
