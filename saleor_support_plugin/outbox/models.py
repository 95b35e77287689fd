"""Every message to a person, also those that did not go out; browsers to notify; ways out that are closed for now."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ..people.models import Person
from ..stores.models import Store


class State(models.IntegerChoices):
    WAITING = 0
    # Being handed over right now: committed before the message leaves.
    SENDING = 1
    SENT = 2
    FAILED = 3
    # Nobody may say any more whether it went out, so it is never sent again.
    IN_DOUBT = 4
    # It was not right any more when its time came, or never was; `silence` says why.
    WITHHELD = 5


# It is out, or may be: what a budget counts.
GONE = (State.SENDING, State.SENT, State.IN_DOUBT)


class Message(models.Model):
    """One message. `dedupe_key` names its occasion: a store sends at most one for each."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="messages")
    # Null only for what an earlier version sent so long ago that its address is forgotten.
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=64)
    purpose = models.CharField(max_length=16)
    medium = models.CharField(max_length=16, default="email")
    # outbox.kinds.Priority
    priority = models.SmallIntegerField(default=0)
    channel_slug = models.CharField(max_length=255, blank=True)
    # What it is about, as its kind understands it: a checkout, an order, a ticket.
    about = models.CharField(max_length=128, blank=True)
    # A mailbox, a number as E.164, or the name of a Browser.
    address = models.CharField(max_length=500)
    # Mailboxes that get the same mail in copy.
    copies = ArrayField(models.EmailField(max_length=254), db_default=[], default=list)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    headers = models.JSONField(default=dict)
    # By WhatsApp: name, language and variables of what Meta has approved (ways.Template); empty for free words.
    template = models.JSONField(default=dict)
    # What a notification opens.
    link = models.CharField(max_length=1000, blank=True)
    dedupe_key = models.CharField(max_length=200)
    # The same at every try, so that a mailbox shows a repeated message once.
    message_id = models.CharField(max_length=255)
    # What the provider calls it by, in what it tells us later.
    provider_id = models.CharField(max_length=255, blank=True)
    state = models.SmallIntegerField(choices=State.choices, default=State.WAITING)
    # Why it was allowed when it was last decided about (people.rules.Basis).
    basis = models.CharField(max_length=24, blank=True)
    # Why it does not go out, or waits: outbox.deciding.Silence.
    silence = models.CharField(max_length=24, blank=True)
    # What is to be said beside `silence`: the kind's own reason, or the provider's words.
    reason = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Message"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "dedupe_key"], name="message_once")]
        indexes = [
            # outbox.queries.stores_due: whether anything is due at all
            models.Index(fields=["due_at"], name="message_waiting", condition=models.Q(state=State.WAITING)),
            # outbox.actions.take_next, and which stores have something due
            models.Index(
                fields=["store", "priority", "due_at", "id"],
                name="message_to_take",
                condition=models.Q(state=State.WAITING),
            ),
            # outbox.queries.facts: the budget
            models.Index(
                fields=["person", "medium"],
                name="message_in_budget",
                condition=models.Q(purpose="commercial", state__in=GONE),
            ),
            # outbox.queries.sent_since: the store's rate
            models.Index(fields=["store", "sent_at"], name="message_sent", condition=models.Q(sent_at__isnull=False)),
            models.Index(fields=["store", "-created_at", "-id"], name="message_newest"),  # outbox.queries.contacts
            # outbox.queries.sender_works, asked by the setup checklist
            models.Index(
                fields=["store"], name="message_sender_test", condition=models.Q(state=State.SENT, kind="sender_test")
            ),
            # outbox.actions.undelivered
            models.Index(
                fields=["store", "provider_id"], name="message_at_provider", condition=~models.Q(provider_id="")
            ),
            models.Index(fields=["store", "message_id"], name="message_by_id"),  # outbox.queries.answered
            # outbox.actions.settle_left_behind
            models.Index(fields=["taken_at"], name="message_sending", condition=models.Q(state=State.SENDING)),
            # outbox.actions.forget_words
            models.Index(
                fields=["finished_at"],
                name="message_with_words",
                condition=models.Q(finished_at__isnull=False) & ~models.Q(address=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Browser(models.Model):
    """A browser that shows somebody's notifications, as its push service and it told us."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="browsers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="browsers")
    # SHA-256 of the endpoint: what a message is addressed to.
    name = models.CharField(max_length=64)
    # Whoever has it and the keys below can do nothing without the store's push_key.
    endpoint = models.TextField()
    # The browser's public key and secret, URL-safe base64.
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    created_at = models.DateTimeField()

    across_stores = models.Manager["Browser"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="browser_once")]

    def __str__(self) -> str:
        return f"browser {self.pk}"


class Circuit(models.Model):
    """A way out that failed: a provider, known by name. No row is a way that works."""

    name = models.CharField(max_length=200, unique=True)
    # Whose own provider it is; null for the mail server of the whole service.
    store = models.ForeignKey(Store, null=True, on_delete=models.CASCADE, related_name="circuits")
    # In a row; each beyond the first few keeps it closed for longer.
    failures = models.PositiveIntegerField(default=0)
    # Nothing goes this way until then, and then one message to see.
    closed_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    across_stores = models.Manager["Circuit"]()

    def __str__(self) -> str:
        return self.name
