"""Figures as the last line of a bench shows them: one JSON object, every ratio above 1 where we are better."""

import json
import math
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Literal

type Better = Literal["higher", "lower"]
type Figures = Mapping[str, float]


class NothingMeasured(ValueError):
    """A figure was asked of no samples: the load never got an answer."""


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that at least `share` (0 to 1) of them do not exceed (nearest rank)."""
    if not samples:
        raise NothingMeasured("no samples")
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def medians(rounds: Sequence[Figures]) -> dict[str, float]:
    """Return each figure's median over the rounds; all rounds have the same figures."""
    if not rounds:
        raise NothingMeasured("no rounds")
    return {name: median(figures[name] for figures in rounds) for name in rounds[0]}


def ratio(ours: float, peer: float, *, better: Better) -> float:
    """Return how many times better we are: ours/peer where more is better, peer/ours for costs and waits."""
    above, below = (ours, peer) if better == "higher" else (peer, ours)
    return math.inf if below == 0 else above / below


def rounded(figure: float) -> float:
    """Return the figure with four significant digits: more would be noise."""
    if figure == 0 or not math.isfinite(figure):
        return figure
    return round(figure, 3 - math.floor(math.log10(abs(figure))))


def line(bench: str, *, ours: Mapping[str, object], peer: Mapping[str, object], ratios: Figures, **more: object) -> str:
    """Return the bench's last line. What JSON cannot hold, a ratio to nothing, becomes null."""
    return json.dumps(
        {"bench": bench, "ours": _plain(ours), "peer": _plain(peer), "ratios": _plain(ratios)} | _plain(more),
        ensure_ascii=False,
    )


def _plain(figures: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in figures.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, float):
        return rounded(value) if math.isfinite(value) else None
    return value
