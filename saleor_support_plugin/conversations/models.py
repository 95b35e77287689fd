"""Threads between a shop and a person. Tickets work on them today; chat, mail and reviews will speak in the same."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Upper

from ..files.models import StoredFile
from ..stores.models import Store
from .rules import MOST_RATING_TEXT


class Author(models.TextChoices):
    SHOPPER = "shopper"
    STAFF = "staff"
    SYSTEM = "system"


class Happening(models.TextChoices):
    """What a message of the system says; the text beside it is what it is about."""

    CLOSED = "closed", "`authorName` closed the ticket."
    REOPENED = "reopened", "It was opened again."
    ORDER_NOT_FOUND = "order_not_found", "The shopper named an order, `text`, that is not under their e-mail."
    LOOKED_AT = "looked_at", "The shopper wrote from a page about `text`, and left that in their message."
    SITE_PROBLEM = (
        "site_problem",
        "The shopper says that something on the page does not work: `text` is its address, window and browser.",
    )
    SEATED = "seated", "`authorName` took the chat."
    UNSEATED = "unseated", "The chat went back to the queue, from `authorName`."
    CHAT_ENDED = "chat_ended", "`authorName` ended the chat."
    CHAT_LEFT = "chat_left", "The shopper left the queue before anybody came."
    CHAT_MISSED = "chat_missed", "Nobody was there for the chat; the shopper was told so."
    NOTE = "note", "`authorName` noted `text`."
    RATED = "rated", "The shopper rated the conversation: `text` is 1 to 5, and then what they wrote."
    ORDER_ACT = "order_act", "An act on the order, `authorName`'s: `text` is its number, kind, state and money."
    ASSIGNED = "assigned", "`authorName` gave the ticket to `text`; nobody, where that is empty."
    CHANGED = "changed", "`authorName` changed what it is: `text` is the field, `:`, and its new value."
    ROUTED = "routed", "The routing rule `text` settled something about the ticket."
    CLOCK_AMBER = "clock_amber", "Three quarters of the time are over for `text`: FIRST_REPLY or RESOLVE."
    CLOCK_BREACHED = "clock_breached", "The time is over for `text`: FIRST_REPLY or RESOLVE."
    MERGED = "merged", "`authorName` put the ticket of the number `text` into this one, and may have said why after it."
    UNMERGED = "unmerged", "`authorName` took the ticket of the number `text` out again."
    SPLIT = "split", "`authorName` made the ticket of the number `text` of some messages of this one."
    SPLIT_FROM = "split_from", "`authorName` made this ticket of messages of the one of the number `text`."
    UNSPLIT = "unsplit", "`authorName` took the ticket of the number `text` back into this one."
    LINKED = "linked", "`authorName` linked the ticket of the number `text`."
    UNLINKED = "unlinked", "`authorName` took the link to the ticket of the number `text` away."
    SURVEYED = (
        "surveyed",
        "The shopper said in a survey how they liked it: `text` is `score/scale`, and then their words.",
    )
    ALERTED = "alerted", "Nobody had answered for a while; `text` was told."
    MAIL_KEPT = "mail_kept", "A machine answered by mail, and why we think so is `text`: nobody's words."
    MAIL_OF_ANOTHER = "mail_of_another", "`text` answered a mail of this conversation, and has a ticket of their own."
    COPIED = "copied", "`authorName` put `text` in copy of what the shopper is mailed."
    UNCOPIED = "uncopied", "`authorName` took `text` out of copy."
    COPY_WROTE = "copy_wrote", "`authorName`, who is in copy, wrote `text`. The shopper does not see it."
    ATTACHED = "attached", "The mail also held files that are no pictures: `text`."
    WHATSAPP_KEPT = "whatsapp_kept", "The shopper wrote `text` by WhatsApp, after too many others in an hour."
    UNDELIVERED = "undelivered", "An answer by WhatsApp did not arrive, or perhaps not, and why is `text`."


class Medium(models.TextChoices):
    """How a message came, or left: one thread holds them all."""

    WIDGET = "WIDGET", "Written on a page of the shop, or on the conversation's own."
    CHAT = "CHAT", "Said in a live chat."
    FORM = "FORM", "Written into a form."
    MAIL = "MAIL", "Sent by mail."
    CALL = "CALL", "Asked for a call, or said in one."
    REVIEW = "REVIEW", "Said in a review."
    SURVEY = "SURVEY", "Said in a survey."
    WHATSAPP = "WHATSAPP", "Sent by WhatsApp."


class Conversation(models.Model):
    """One thread with one person, about one matter. What was said last is kept here too, for lists of threads."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="conversations")
    channel_slug = models.CharField(max_length=255)
    # Two letters, as the person was spoken to: mails and pages come in it.
    language = models.CharField(max_length=2, default="en")
    email = models.CharField(max_length=254, blank=True)
    # When somebody first wrote behind a mailed link, or Saleor vouched for it; before, anybody may have typed it.
    email_confirmed_at = models.DateTimeField(null=True)
    name = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField()
    # Of the form that began it, so that one sent twice begins it once; null where none did or it named no key.
    form_digest = models.BinaryField(max_length=32, null=True)
    last_message = models.ForeignKey("ConversationMessage", on_delete=models.SET_NULL, null=True, related_name="+")
    # How many messages there are, events too: the next one's `seq` is one more.
    last_seq = models.PositiveIntegerField(default=0)
    # Up to which message each side has read, as far as their pages say.
    shopper_read_seq = models.PositiveIntegerField(default=0)
    staff_read_seq = models.PositiveIntegerField(default=0)
    # Who chats, as identity.Visitor names them; empty where a form or a mail began it.
    shopper_key = models.CharField(max_length=140, blank=True)
    ended_at = models.DateTimeField(null=True)
    # A chat that waits or that somebody is in: only then do sockets write in it (statement.Line.is_live).
    is_live = models.BooleanField(default=False)
    # The page that the shopper is on, as here.read returns it and with `at`; null where they took that away.
    here = models.JSONField(null=True)
    # The Message-ID of the newest mail that the shopper sent: what an answer by mail names as the one before it.
    mail_id = models.CharField(max_length=255, blank=True)
    # The number, as E.164, with which the shopper began it by WhatsApp; empty of every other.
    whatsapp = models.CharField(max_length=20, blank=True, db_default="", default="")

    across_stores = models.Manager["Conversation"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "form_digest"], name="conversation_begun_once"),
            models.UniqueConstraint(
                fields=["store", "channel_slug", "shopper_key"],
                condition=~models.Q(shopper_key="") & models.Q(ended_at=None),
                name="conversation_open_once",
            ),
        ]
        indexes = [
            models.Index(  # beside.queries.Customer.tickets
                "store", Upper("email"), name="conversation_by_mailbox", condition=~models.Q(email="")
            ),
            # desk.scopes, of somebody who was logged in, and of one of whom the cart is known
            models.Index(
                fields=["store", "shopper_key"], name="conversation_of_shopper", condition=~models.Q(shopper_key="")
            ),
            models.Index(  # tickets.by_whatsapp
                fields=["store", "whatsapp"], name="conversation_by_whatsapp", condition=~models.Q(whatsapp="")
            ),
            models.Index(
                "store",
                KeyTextTransform("checkout", "here"),
                name="conversation_about_cart",
                condition=models.Q(here__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"conversation {self.pk}"


class ConversationMessage(models.Model):
    """What somebody said, or what happened (`author` SYSTEM; `event` says what, and staff alone see it)."""

    # The unique pair below is its index.
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages", db_index=False)
    # Counted in its conversation from 1, without gaps: what a reader has seen is one number.
    seq = models.PositiveIntegerField()
    author = models.CharField(max_length=8, choices=Author.choices)
    author_name = models.CharField(max_length=254, blank=True)
    event = models.CharField(max_length=32, choices=Happening.choices, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    # The sender's own name for this message: sent twice, it is kept once.
    key = models.CharField(max_length=64, blank=True)
    # Pictures, a product, quick replies and the like, beside the text or instead of it; made by us, never by a page.
    card = models.JSONField(null=True)
    # Empty of what nobody said, and of what was said before this was kept.
    channel = models.CharField(max_length=8, choices=Medium.choices, blank=True, db_default="", default="")

    across_stores = models.Manager["ConversationMessage"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="conversation_message_in_order"),
            models.UniqueConstraint(
                fields=["conversation", "key"], condition=~models.Q(key=""), name="conversation_message_once"
            ),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.author} in {self.conversation_id}"


class ConversationPhoto(models.Model):
    """A picture that somebody sent; the row is what keeps its file."""

    message = models.ForeignKey(ConversationMessage, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")

    across_stores = models.Manager["ConversationPhoto"]()

    def __str__(self) -> str:
        return f"{self.file_id} in {self.message_id}"


class ConversationRating(models.Model):
    """How the shopper liked it; who rates again changes their word."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="rating")
    score = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=MOST_RATING_TEXT, blank=True)
    at = models.DateTimeField()

    across_stores = models.Manager["ConversationRating"]()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(score__gte=1, score__lte=5), name="rating_of_one_to_five")
        ]

    def __str__(self) -> str:
        return f"{self.score} of 5"


class LinkKind(models.TextChoices):
    """Who holds a way in. None opens another's door."""

    MAIL = "mail", "Whoever reads the mailbox."
    WIDGET = "widget", "The page on which the form was sent, which proves nothing about the address in it."
    PHONE = "phone", "Whoever took the chat along on their phone: as much as the page from which they did."


class ConversationLink(models.Model):
    """A way into one conversation without a login. Only a digest is kept: who reads the table opens nothing."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=8, choices=LinkKind.choices, default=LinkKind.MAIL)
    digest = models.BinaryField(max_length=32, unique=True)
    expires_at = models.DateTimeField()

    across_stores = models.Manager["ConversationLink"]()

    def __str__(self) -> str:
        return f"link to {self.conversation_id}"


class Knocking(models.Model):
    """How often somebody used an open door lately; `digest` hides who: an e-mail, a network address, a link."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="knockings")
    digest = models.BinaryField(max_length=32)
    at = ArrayField(models.DateTimeField(), default=list)
    last_at = models.DateTimeField()

    across_stores = models.Manager["Knocking"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "digest"], name="knocking_once")]
        indexes = [models.Index(fields=["last_at"], name="knocking_old")]  # conversations.actions.forget_knocking

    def __str__(self) -> str:
        return f"{len(self.at)} times"


class ReplyTime(models.Model):
    """Within how long four of five who wrote lately were answered, by channel and way; measured by a chore."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="reply_times")
    channel_slug = models.CharField(max_length=255)
    # A kind of stores.contact_ways.
    kind = models.CharField(max_length=16)
    # Of hours in which somebody is there; null where too few wrote to say so.
    minutes = models.PositiveIntegerField(null=True)
    # How many wrote.
    many = models.PositiveIntegerField()
    measured_at = models.DateTimeField()

    across_stores = models.Manager["ReplyTime"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "channel_slug", "kind"], name="reply_time_once")]

    def __str__(self) -> str:
        return f"{self.kind} in {self.channel_slug}"
