"""Messages on their way out: claimed, looked at a second time, marked, handed over, and settled by the answer."""

import logging
import re
from datetime import datetime
from email.utils import format_datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from ..logs import said_by, store_id
from ..stores.queries import configuration
from . import actions, rules
from .kinds import still_right
from .models import Message, State
from .queries import is_unsubscribed
from .rules import No, Yes
from .senders import sender
from .ways import Accepted, Doubtful, Outcome, Unreachable, hand_over

log = logging.getLogger(__name__)


def deliver_due(*, now: datetime, most: int = 200) -> int:
    """Send what is due, this worker's share of it; return how many messages were settled.

    Ends early where the way out is closed: the next sweep tries it again.
    """
    actions.settle_left_behind(now=now)
    for done in range(most):
        if not deliver_next(now=now):
            return done
    return most


def deliver_next(*, now: datetime) -> bool:
    """Settle one message that is due; False where there is none, or nobody to hand it to."""
    with transaction.atomic():
        message = actions.take_next(now=now)
        if message is None:
            return False
        token = store_id.set(message.store_id)
        is_to_go = _look_again(message, now)
    try:
        if not is_to_go:
            return True
        # Marked and committed: whatever happens from here on, the row says that it may be out.
        return _settle(message, _hand_over(message, now), now)
    finally:
        store_id.reset(token)


def _look_again(message: Message, now: datetime) -> bool:
    """Mark a message as being sent, or say why not: what was right when it was written may be wrong now."""
    try:
        with transaction.atomic():
            answer = _second_look(message, now)
    except Exception as error:  # a kind's trouble with one message must not stop the others
        log.exception("a message could not be looked at", extra={"facts": {"kind": message.kind}})
        message.attempts += 1
        _try_again(message, said_by(error), now)
        return False
    if isinstance(answer, No):
        actions.finish(message=message, state=State.WITHHELD, reason=answer.reason, now=now)
        return False
    actions.mark_sending(message=message, now=now)
    return True


def _second_look(message: Message, now: datetime) -> Yes | No:
    if not message.store.is_installed:
        return No("the app was removed from the store")
    if message.purpose != "transactional":
        if not message.store.is_active:  # then Saleor tells us nothing, also not that somebody bought
            return No("the app is deactivated")
        if is_unsubscribed(store=message.store, email=message.to_email, purpose=message.purpose):
            return No("unsubscribed")
    return still_right(message, now)


def _hand_over(message: Message, now: datetime) -> Outcome:
    here = rules.stays_here(message.to_email, api_url=message.store.api_url, demo=settings.DEMO_URL)
    name = re.sub(r"[^\w@.+-]+", "_", f"{message.kind}-{message.to_email}")[:120]
    return hand_over(mail_of(message, now), stays_here=here, name=f"{name}-{message.pk}", now=now)


def mail_of(message: Message, now: datetime) -> EmailMultiAlternatives:
    """Return the mail as it goes out: text first, HTML beside it, from whom the merchant says now."""
    who = sender(message.store, configuration(message.store, message.channel_slug))
    headers = message.headers | {"Message-ID": message.message_id, "Date": format_datetime(now)}
    mail = EmailMultiAlternatives(message.subject, message.text, who.header, [message.to_email], headers=headers)
    mail.attach_alternative(message.html, "text/html")
    return mail


def _settle(message: Message, outcome: Outcome, now: datetime) -> bool:
    if isinstance(outcome, Accepted):
        actions.finish(message=message, state=State.SENT, now=now)
    elif isinstance(outcome, Doubtful):
        actions.doubt(message=message, reason=outcome.reason, now=now)
    elif isinstance(outcome, Unreachable):
        log.warning("no way out for mails", extra={"facts": {"reason": outcome.reason}})
        _try_again(message, outcome.reason, now)
        return False
    elif outcome.for_good:
        actions.finish(message=message, state=State.FAILED, reason=outcome.reason, now=now)
    else:
        _try_again(message, outcome.reason, now)
    return True


def _try_again(message: Message, reason: str, now: datetime) -> None:
    after = rules.after_failure(message.attempts, now)
    if isinstance(after, rules.GiveUp):
        actions.finish(message=message, state=State.FAILED, reason=reason, now=now)
    else:
        actions.postpone(message=message, reason=reason, at=after.at)
