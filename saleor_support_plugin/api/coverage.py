"""Where in buying a shopper can reach somebody, and where nobody is within reach: stage by way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import graphene

from ..carts.helping import LINKS
from ..stores.configuration import Configuration
from ..stores.rules import STAGES

# After so long without a page of that stage, the shop's pages are taken to have changed.
SEEN_LATELY = timedelta(days=30)
LEFT_CART = "left_cart"
Stage = graphene.Enum("ContactStage", [(name.upper(), name) for name in (*STAGES, LEFT_CART)])


@dataclass(frozen=True, slots=True)
class Covered:
    """One stage: when a page of it was last seen with the widget, and which of the shop's ways a shopper has there."""

    stage: str
    seen_at: datetime | None
    ways: tuple[str, ...]


def coverage(
    settings: Configuration, stages_seen: dict[str, str], *, reminds: bool, now: datetime
) -> Sequence[Covered]:
    """Return every stage in the order of buying; `reminds` says that whoever leaves a cart is written to."""
    kinds = tuple(dict.fromkeys(channel.kind for channel in settings.contact_channels))
    return [
        *(_page(stage, stages_seen.get(stage), kinds, now) for stage in STAGES),
        Covered(LEFT_CART, None, tuple(kind for kind in kinds if reminds and (kind in LINKS or kind == "form"))),
    ]


def _page(stage: str, seen: str | None, kinds: tuple[str, ...], now: datetime) -> Covered:
    seen_at = datetime.fromisoformat(seen) if seen else None
    is_there = seen_at is not None and seen_at > now - SEEN_LATELY
    return Covered(stage, seen_at, kinds if is_there else ())


class StageCoverage(graphene.ObjectType):
    stage = graphene.Field(Stage, required=True)
    seen_at = graphene.DateTime(description="When a page that names this stage last loaded the widget, by the hour.")
    ways = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Kinds that a shopper has there; none is a gap."
    )


COVERAGE: Any = graphene.List(
    graphene.NonNull(StageCoverage),
    required=True,
    description="Stages of buying, with the default configuration's ways.",
)
