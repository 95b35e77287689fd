"""Chance that is the same whoever asks first: by what it is about, not by how many were drawn before."""

from dataclasses import dataclass
from hashlib import blake2b

FULL = 1 << 64


@dataclass(frozen=True, slots=True)
class Chances:
    seed: int

    def share(self, *about: object) -> float:
        """Return a number from 0 up to 1."""
        digest = blake2b(repr((self.seed, about)).encode(), digest_size=8).digest()
        return int.from_bytes(digest) / FULL

    def happens(self, of_thousand: float, *about: object) -> bool:
        return 1000 * self.share(*about) < of_thousand
