"""A year of shops writing to people, on a fake clock; what is decided is checked by an oracle of its own."""

import heapq
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from saleor_support_plugin.outbox.deciding import Facts, Limits, Send, Silence, Wait, decide
from saleor_support_plugin.people.rules import CHOSEN, MEDIA, Consents, Medium, Purpose, Word

from .states import PLACES, YEAR, wrong_with

DAY = timedelta(days=1)
# Of each purpose, in a year, to one person; as many as no shop that anybody likes would write.
WRITTEN: tuple[tuple[Purpose, int], ...] = (("transactional", 10), ("service", 8), ("commercial", 60))


@dataclass
class Seen:
    """What became of the messages, and whatever should not have happened."""

    became: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    decisions: int = 0
    waited: int = 0


def live(people: int, *, seed: int) -> Seen:
    """Let so many people live through the year; return what they saw."""
    seen, random = Seen(), Random(seed)
    for number in range(people):
        zone, country = PLACES[number % 5]
        _live_one(Random(random.random()), ZoneInfo(zone), country, seen)
    return seen


def _live_one(random: Random, zone: ZoneInfo, country: str, seen: Seen) -> None:
    words: dict[tuple[str, str], Word] = {
        (medium, purpose): Word(random.random() < 0.8, YEAR, "FORM")
        for medium in MEDIA
        for purpose in CHOSEN
        if random.random() < 0.8
    }
    base = Facts(
        purpose="commercial",
        medium="email",
        country=country,
        zone=zone,
        consents=Consents(words),
        expires_at=YEAR,
        has_bought=random.random() < 0.5,
        limits=Limits(soft_opt_in=random.random() < 0.5),
    )
    changes_mind_at = YEAR + timedelta(days=random.uniform(0, 400))
    sent: dict[Medium, list[datetime]] = {medium: [] for medium in MEDIA}
    waiting = []
    for purpose, most in WRITTEN:
        for _ in range(random.randint(0, most)):
            at = YEAR + timedelta(minutes=random.randint(0, 365 * 24 * 60))
            lasts = timedelta(days=random.choice((2, 14, 30)))
            waiting.append((at, random.random(), purpose, random.choice(MEDIA), at + lasts))
    heapq.heapify(waiting)
    while waiting:
        now, name, purpose, medium, expires_at = heapq.heappop(waiting)
        facts = replace(base, purpose=purpose, medium=medium, expires_at=expires_at, sent=tuple(sent[medium]))
        if now >= changes_mind_at:
            no: dict[tuple[str, str], Word] = {
                (one, "commercial"): Word(False, changes_mind_at, "ONE_CLICK") for one in MEDIA
            }
            facts = replace(facts, consents=Consents(words | no))
        decision = decide(facts, now)
        seen.decisions += 1
        if isinstance(decision, Wait):
            seen.waited += 1
            if not now < decision.until <= expires_at:
                seen.wrong["waits for nothing"] += 1
                continue
            heapq.heappush(waiting, (decision.until, name, purpose, medium, expires_at))
        elif isinstance(decision, Send):
            seen.became[f"sent {purpose}"] += 1
            seen.wrong.update(wrong_with(facts, decision, now))
            if purpose == "commercial":
                sent[medium].append(now)
        else:
            seen.became[decision.reason] += 1
            if decision.reason is Silence.EXPIRED and now < expires_at:
                seen.wrong["dropped instead of postponed"] += 1
