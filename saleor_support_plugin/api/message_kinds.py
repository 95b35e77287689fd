"""Who says, at the moment of sending, whether a message is still right: one line for each kind of outbox.kinds."""

from ..alerts import actions as alerts
from ..alerts import mails as alert_mails
from ..carts import reminding
from ..carts import sending as carts
from ..compensation import mails as act_mails
from ..outbox.kinds import StillRight, always_right, register, register_lost, unregistered
from ..parcels import apologising
from ..questions import mails as questions
from ..reviews import asking, asking_author
from ..surveys import mails as survey_mails
from ..tickets import by_whatsapp

KINDS: dict[str, StillRight] = {
    reminding.KIND: carts.still_right,
    asking.KIND: asking.still_right,
    asking_author.KIND: asking_author.still_right,
    apologising.KIND: apologising.still_right,
    questions.KIND: questions.still_right,
    "order_summary": always_right,
    act_mails.TO_STAFF: act_mails.still_right,
    survey_mails.KIND: survey_mails.still_right,
    "sender_test": always_right,
    "order_code": always_right,
    alert_mails.KIND: alerts.still_right,
    "ticket_received": always_right,
    "ticket_reply": always_right,
    "transcript": always_right,
}

for kind, still_right in KINDS.items():
    register(kind, still_right)
register_lost("ticket_reply", by_whatsapp.lost)

__all__ = ["KINDS", "unregistered"]
