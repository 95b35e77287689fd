"""What the oracle says of days that were lived: who was written to and should not have been, and who was forgotten."""

from collections import defaultdict
from dataclasses import dataclass, field

from saleor_support_plugin.carts.models import CartCase
from saleor_support_plugin.people.models import KeyKind, PersonKey

from . import oracle
from .living import Lived
from .oracle import Mail
from .shoppers import Shopper

MOST_SHOWN = 20


@dataclass
class Verdict:
    """`awaited` are people who had to hear and are not held out; `crossed` went out when nobody could know better."""

    mails: int = 0
    people_written_to: int = 0
    wrong_sends: int = 0
    without_consent: int = 0
    doubles: int = 0
    crossed: int = 0
    awaited: int = 0
    missed: int = 0
    in_time: int = 0
    held_out: int = 0
    # Stories that went wrong, with their people's numbers: enough to live one of them again.
    shown: list[str] = field(default_factory=list)

    @property
    def missed_share(self) -> float:
        return self.missed / max(1, self.awaited)

    @property
    def in_time_share(self) -> float:
        return self.in_time / max(1, self.awaited)

    @property
    def is_good(self) -> bool:
        return not (self.wrong_sends or self.doubles or self.without_consent) and self.missed_share <= 0.01

    def show(self, one: Shopper, what: str) -> None:
        if len(self.shown) < MOST_SHOWN:
            self.shown.append(f"{one.story} ({one.number}): {what}")


def judge(lived: Lived) -> Verdict:
    """Judge by the people's stories; whom chance keeps from hearing is the only thing taken from the app itself."""
    found = Verdict(mails=len(lived.mails))
    held_out = _held_out()
    by_mailbox: dict[str, list[Mail]] = defaultdict(list)
    for mail in lived.mails:
        by_mailbox[mail.to.lower()].append(mail)
    found.people_written_to = len(by_mailbox)
    for one in lived.people:
        _judge(found, lived, one, by_mailbox.pop(one.mailbox, []), is_held_out=one.mailbox in held_out)
    found.wrong_sends += sum(map(len, by_mailbox.values()))
    return found


def _held_out() -> set[str]:
    cases = CartCase.across_stores.filter(is_held_out=True)
    return set(
        PersonKey.across_stores.filter(kind=KeyKind.EMAIL, person__cart_cases__in=cases).values_list("value", flat=True)
    )


def _judge(found: Verdict, lived: Lived, one: Shopper, mails: list[Mail], *, is_held_out: bool) -> None:
    for mail in mails:
        wrong = oracle.wrong_with(oracle.truth(lived.shop, one, mail.at, as_known=True), mail.to, mail.at)
        wrong += ["held out"] if is_held_out else []
        wrong += ["nothing was to be heard"] if one.expects == "nothing" and not wrong else []
        if wrong:
            found.wrong_sends += 1
            found.without_consent += "no consent" in wrong
            found.show(one, f"{', '.join(wrong)} at {mail.at:%a %H:%M:%S} ({mail.key})")
        elif oracle.wrong_with(oracle.truth(lived.shop, one, mail.at, as_known=False), mail.to, mail.at):
            found.crossed += 1
    twice = oracle.doubles(mails)
    if twice:
        found.doubles += twice
        found.show(one, f"{twice} doubles: {', '.join(f'{mail.key} {mail.at:%a %H:%M}' for mail in mails)}")
    found.held_out += is_held_out
    if one.expects == "a mail" and not is_held_out:
        found.awaited += 1
        if not mails:
            found.missed += 1
            found.show(one, f"missed, due from {one.since:%a %H:%M}")
        elif oracle.is_in_time(one, mails):
            found.in_time += 1
        else:
            found.show(one, f"late, due from {one.since:%a %H:%M}, came at {min(mail.at for mail in mails):%a %H:%M}")
