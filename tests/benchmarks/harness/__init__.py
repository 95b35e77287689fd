"""What the benches share: load, processes and their cost, the database, and the line of figures at the end."""

from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
CACHE = CHECKOUT / ".tools" / "bench"


class CannotMeasure(RuntimeError):
    """Something a figure needs is not there; the message is for the person who asked for it."""
