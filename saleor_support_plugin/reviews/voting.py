"""The only writes to votes: somebody found a review helpful, or does not any more."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from ..conversations import actions as conversations
from ..conversations.rules import Limit, network_of
from ..ids import row_number
from ..stores.models import Store
from ..tickets.actions import TooOften
from .models import Review, ReviewVote, State

VOTER = re.compile(r"[\w-]{16,64}", re.ASCII)
# Many shoppers may be behind the one address of an office, but few of them read the same review on one day.
VOTES = Limit(60, timedelta(hours=1))
VOTES_FOR_ONE = Limit(6, timedelta(days=1))


class VoteWrong(Exception):
    """It is no vote; `field` says where."""

    code = "INVALID"

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NoReview(Exception):
    """There is no such review to be read."""

    code = "NOT_FOUND"


@dataclass(frozen=True, slots=True)
class Vote:
    """`voter` is what a page keeps for its shopper: random, and about nobody."""

    review_id: int
    voter: str
    is_helpful: bool


def read(given: Mapping[str, Any]) -> Vote:
    """Return what a page said. Raises VoteWrong."""
    review, voter, helpful = given.get("review"), given.get("voter"), given.get("helpful", True)
    number = row_number("Review", review) if isinstance(review, str) else None
    if number is None:
        raise VoteWrong("review", "`review` is the id of a review.")
    if not isinstance(voter, str) or not VOTER.fullmatch(voter):
        raise VoteWrong("voter", "`voter` is 16 to 64 random letters and digits.")
    if not isinstance(helpful, bool):
        raise VoteWrong("helpful", "`helpful` is true or false.")
    return Vote(number, voter, helpful)


def vote(*, store: Store, vote: Vote, address: str, now: datetime) -> int:
    """Count a vote once, or take it back; return how many the review has now. Raises NoReview, TooOften.

    `address` is where on the network it came from: a page without consent keeps no voter, so this is what bounds them.
    """
    network = network_of(address)
    _limit(store, f"votes from {network}", VOTES, now)
    if vote.is_helpful:
        _limit(store, f"votes for {vote.review_id} from {network}", VOTES_FOR_ONE, now)
    return _count(store, vote, now)


def _limit(store: Store, who: str, limit: Limit, now: datetime) -> None:
    if not conversations.knock(store=store, who=who, limit=limit, now=now):
        raise TooOften("That was a lot of votes. Try again later.")


@transaction.atomic
def _count(store: Store, vote: Vote, now: datetime) -> int:
    """Hold the review, so that its number is that of its rows whoever else votes."""
    held = Review.across_stores.select_for_update(no_key=True).only("helpful")
    review = held.filter(store=store, pk=vote.review_id, state=State.PUBLISHED).first()
    if review is None:
        raise NoReview("There is no such review.")
    voter = salted_hmac("vote", f"{store.pk}:{vote.voter}", algorithm="sha256").hexdigest()
    mine = ReviewVote.across_stores.filter(review=review, voter=voter)
    if vote.is_helpful and not mine.exists():
        ReviewVote.across_stores.create(store=store, review=review, voter=voter, at=now)
        change = 1
    else:
        change = 0 if vote.is_helpful else -mine.delete()[0]
    if change:
        Review.across_stores.filter(pk=review.pk).update(helpful=F("helpful") + change)
    return review.helpful + change
