from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models import deletion
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Upper

from saleor_support_plugin.stores.tokens_at_rest import EncryptedText

from ._fields import ACROSS, list_of, of, one_of, row_id, store
from ._together import Together

MEDIA = [
    ("WIDGET", "Written on a page of the shop, or on the conversation's own."),
    ("CHAT", "Said in a live chat."),
    ("FORM", "Written into a form."),
    ("MAIL", "Sent by mail."),
    ("CALL", "Asked for a call, or said in one."),
    ("REVIEW", "Said in a review."),
    ("SURVEY", "Said in a survey."),
    ("WHATSAPP", "Sent by WhatsApp."),
]

CONVERSATIONS: list[Operation] = [
    migrations.CreateModel(
        "ConversationPhoto",
        [
            row_id(),
            ("message", of("conversationmessage", "photos")),
            ("file", of("storedfile", "+")),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ConversationRating",
        [
            row_id(),
            ("conversation", one_of("conversation", "rating")),
            ("score", models.PositiveSmallIntegerField()),
            ("text", models.CharField(blank=True, max_length=1000)),
            ("at", models.DateTimeField()),
        ],
        options={
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("score__gte", 1), ("score__lte", 5)), name="rating_of_one_to_five"
                )
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "CartAct",
        [
            row_id(),
            store("cart_acts"),
            ("conversation", of("conversation", "cart_acts", db_index=False)),
            ("key", models.CharField(max_length=64)),
            (
                "deed",
                models.CharField(
                    choices=[
                        ("ADDED", "Pieces were put in."),
                        ("CHANGED", "There are more or fewer of it."),
                        ("REMOVED", "A line was taken out."),
                        ("CODE_APPLIED", "A code was put in."),
                        ("CODE_REMOVED", "A code was taken out."),
                    ],
                    max_length=12,
                ),
            ),
            ("by_email", models.CharField(max_length=254)),
            ("checkout_id", models.CharField(max_length=128)),
            ("about", models.CharField(blank=True, max_length=128)),
            ("name", models.CharField(blank=True, max_length=300)),
            ("quantity", models.PositiveIntegerField(null=True)),
            (
                "result",
                models.CharField(
                    choices=[
                        ("BEGUN", "Nobody knows whether it reached the cart."),
                        ("DONE", "It is in the cart, and both sides were told."),
                        ("REFUSED", "Saleor said no."),
                    ],
                    default="BEGUN",
                    max_length=8,
                ),
            ),
            ("trouble", models.CharField(blank=True, max_length=16)),
            ("at", models.DateTimeField()),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("conversation", "key"), name="cart_act_once")],
            "ordering": ["id"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ReplyTime",
        [
            row_id(),
            store("reply_times"),
            ("channel_slug", models.CharField(max_length=255)),
            ("kind", models.CharField(max_length=16)),
            ("minutes", models.PositiveIntegerField(null=True)),
            ("many", models.PositiveIntegerField()),
            ("measured_at", models.DateTimeField()),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "channel_slug", "kind"), name="reply_time_once")]
        },
        managers=ACROSS,
    ),
    migrations.AddField("conversation", "last_seq", models.PositiveIntegerField(default=0)),
    migrations.AddField("conversation", "shopper_read_seq", models.PositiveIntegerField(default=0)),
    migrations.AddField("conversation", "staff_read_seq", models.PositiveIntegerField(default=0)),
    migrations.AddField("conversation", "shopper_key", models.CharField(blank=True, max_length=140)),
    migrations.AddField("conversation", "ended_at", models.DateTimeField(null=True)),
    migrations.AddField("conversation", "is_live", models.BooleanField(default=False)),
    migrations.AddField("conversation", "here", models.JSONField(null=True)),
    migrations.AddField("conversation", "mail_id", models.CharField(blank=True, max_length=255)),
    migrations.AddField(
        "conversation", "whatsapp", models.CharField(blank=True, db_default="", default="", max_length=20)
    ),
    migrations.AddIndex(
        "conversation",
        models.Index(
            models.F("store"),
            Upper("email"),
            condition=models.Q(("email", ""), _negated=True),
            name="conversation_by_mailbox",
        ),
    ),
    migrations.AddIndex(
        "conversation",
        models.Index(
            condition=models.Q(("shopper_key", ""), _negated=True),
            fields=["store", "shopper_key"],
            name="conversation_of_shopper",
        ),
    ),
    migrations.AddIndex(
        "conversation",
        models.Index(
            condition=models.Q(("whatsapp", ""), _negated=True),
            fields=["store", "whatsapp"],
            name="conversation_by_whatsapp",
        ),
    ),
    migrations.AddIndex(
        "conversation",
        models.Index(
            models.F("store"),
            KeyTextTransform("checkout", "here"),
            condition=models.Q(("here__isnull", False)),
            name="conversation_about_cart",
        ),
    ),
    migrations.AddConstraint(
        "conversation",
        models.UniqueConstraint(
            condition=models.Q(models.Q(("shopper_key", ""), _negated=True), ("ended_at", None)),
            fields=("store", "channel_slug", "shopper_key"),
            name="conversation_open_once",
        ),
    ),
    # What was said before is counted in 0025, which then asks for it.
    migrations.AddField("conversationmessage", "seq", models.PositiveIntegerField(null=True)),
    migrations.AddField("conversationmessage", "card", models.JSONField(null=True)),
    migrations.AddField(
        "conversationmessage",
        "channel",
        models.CharField(blank=True, choices=MEDIA, db_default="", default="", max_length=8),
    ),
    migrations.AlterField(
        "conversationmessage",
        "event",
        models.CharField(
            blank=True,
            choices=[
                ("closed", "`authorName` closed the ticket."),
                ("reopened", "It was opened again."),
                ("order_not_found", "The shopper named an order, `text`, that is not under their e-mail."),
                ("looked_at", "The shopper wrote from a page about `text`, and left that in their message."),
                ("seated", "`authorName` took the chat."),
                ("unseated", "The chat went back to the queue, from `authorName`."),
                ("chat_ended", "`authorName` ended the chat."),
                ("chat_left", "The shopper left the queue before anybody came."),
                ("chat_missed", "Nobody was there for the chat; the shopper was told so."),
                ("note", "`authorName` noted `text`."),
                ("rated", "The shopper rated the conversation: `text` is 1 to 5, and then what they wrote."),
                ("order_act", "An act on the order, `authorName`'s: `text` is its number, kind, state and money."),
                ("assigned", "`authorName` gave the ticket to `text`; nobody, where that is empty."),
                ("changed", "`authorName` changed what it is: `text` is the field, `:`, and its new value."),
                ("routed", "The routing rule `text` settled something about the ticket."),
                ("clock_amber", "Three quarters of the time are over for `text`: FIRST_REPLY or RESOLVE."),
                ("clock_breached", "The time is over for `text`: FIRST_REPLY or RESOLVE."),
                (
                    "merged",
                    "`authorName` put the ticket of the number `text` into this one, and may have said why after it.",
                ),
                ("unmerged", "`authorName` took the ticket of the number `text` out again."),
                ("split", "`authorName` made the ticket of the number `text` of some messages of this one."),
                ("split_from", "`authorName` made this ticket of messages of the one of the number `text`."),
                ("unsplit", "`authorName` took the ticket of the number `text` back into this one."),
                ("linked", "`authorName` linked the ticket of the number `text`."),
                ("unlinked", "`authorName` took the link to the ticket of the number `text` away."),
                (
                    "surveyed",
                    "The shopper said in a survey how they liked it: `text` is `score/scale`, and then their words.",
                ),
                ("alerted", "Nobody had answered for a while; `text` was told."),
                ("mail_kept", "A machine answered by mail, and why we think so is `text`: nobody's words."),
                ("mail_of_another", "`text` answered a mail of this conversation, and has a ticket of their own."),
                ("copied", "`authorName` put `text` in copy of what the shopper is mailed."),
                ("uncopied", "`authorName` took `text` out of copy."),
                ("copy_wrote", "`authorName`, who is in copy, wrote `text`. The shopper does not see it."),
                ("attached", "The mail also held files that are no pictures: `text`."),
                ("whatsapp_kept", "The shopper wrote `text` by WhatsApp, after too many others in an hour."),
                ("undelivered", "An answer by WhatsApp did not arrive, or perhaps not, and why is `text`."),
            ],
            max_length=32,
        ),
    ),
    migrations.AlterField(
        "conversationlink",
        "kind",
        models.CharField(
            choices=[
                ("mail", "Whoever reads the mailbox."),
                ("widget", "The page on which the form was sent, which proves nothing about the address in it."),
                ("phone", "Whoever took the chat along on their phone: as much as the page from which they did."),
            ],
            default="mail",
            max_length=8,
        ),
    ),
]

CHAT: list[Operation] = [
    migrations.CreateModel(
        "Seat",
        [
            row_id(),
            store("seats"),
            ("user_id", models.CharField(max_length=255)),
            ("email", models.CharField(max_length=254)),
            ("name", models.CharField(blank=True, max_length=100)),
            ("photo_url", models.URLField(blank=True, max_length=500)),
            ("expertise", models.CharField(blank=True, max_length=100)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("ONLINE", "They take chats while their page is open."),
                        ("AWAY", "They are back soon; chats go to others."),
                        ("OFFLINE", "They do not chat."),
                    ],
                    default="OFFLINE",
                    max_length=8,
                ),
            ),
            ("state_at", models.DateTimeField()),
            ("seen_at", models.DateTimeField()),
            ("given_at", models.DateTimeField(null=True)),
            ("busy", models.PositiveSmallIntegerField(default=0)),
            ("max_concurrent", models.PositiveSmallIntegerField(default=3)),
            ("channels", list_of(models.CharField(max_length=255), default=list)),
            ("languages", list_of(models.CharField(max_length=2), default=list)),
            ("categories", list_of(models.CharField(max_length=100), default=list)),
            ("allowed_channels", list_of(models.CharField(max_length=255), null=True)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("store", "user_id"), name="seat_once"),
                models.CheckConstraint(
                    condition=models.Q(("busy__lte", models.F("max_concurrent")), ("max_concurrent__lte", 20)),
                    name="seat_never_over_its_limit",
                ),
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "QueueEntry",
        [
            row_id(),
            store("queue"),
            ("conversation", one_of("conversation", "queue_entry")),
            ("channel_slug", models.CharField(max_length=255)),
            ("language", models.CharField(max_length=2)),
            ("category", models.CharField(blank=True, max_length=100)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("WAITING", "They wait for a seat."),
                        ("SEATED", "Somebody chats with them."),
                        ("LEFT", "They left before anybody came."),
                        ("MISSED", "Nobody was there; they were told, and asked to leave a message."),
                        ("ENDED", "The chat has ended."),
                    ],
                    default="WAITING",
                    max_length=8,
                ),
            ),
            ("seat", of("seat", "chats", null=True, on_delete=deletion.RESTRICT)),
            ("number", models.PositiveIntegerField(null=True)),
            ("joined_at", models.DateTimeField()),
            ("seen_at", models.DateTimeField()),
            ("seated_at", models.DateTimeField(null=True)),
            ("ended_at", models.DateTimeField(null=True)),
            ("line_digest", models.BinaryField(max_length=32)),
        ],
        options={
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("state", "SEATED"), ("seat", None), _connector="XOR"),
                    name="queue_entry_seated_somewhere",
                )
            ],
            "indexes": [
                models.Index(
                    condition=models.Q(("state", "WAITING")),
                    fields=["store", "channel_slug", "joined_at"],
                    name="queue_waiting",
                ),
                models.Index(
                    condition=models.Q(("state", "ENDED")),
                    fields=["store", "channel_slug", "-ended_at"],
                    name="queue_ended",
                ),
                models.Index(fields=["store", "joined_at"], name="queue_joined"),
            ],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Block",
        [
            row_id(),
            store("blocks"),
            ("shopper_key", models.CharField(blank=True, max_length=140)),
            ("line_digest", models.BinaryField(max_length=32, null=True)),
            ("reason", models.CharField(blank=True, max_length=200)),
            ("by_email", models.CharField(max_length=254)),
            ("at", models.DateTimeField()),
            ("expires_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("shopper_key", ""), _negated=True),
                    fields=("store", "shopper_key"),
                    name="block_of_customer_once",
                ),
                models.UniqueConstraint(fields=("store", "line_digest"), name="block_of_line_once"),
                models.CheckConstraint(
                    condition=models.Q(("shopper_key", ""), ("line_digest", None), _connector="XOR"),
                    name="block_of_one",
                ),
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "WaitHour",
        [
            row_id(),
            store("wait_hours"),
            ("channel_slug", models.CharField(max_length=255)),
            ("day", models.DateField()),
            ("hour", models.PositiveSmallIntegerField()),
            ("arrivals", models.PositiveIntegerField()),
            ("left", models.PositiveIntegerField()),
            ("missed", models.PositiveIntegerField()),
            ("waits", list_of(models.PositiveIntegerField())),
            ("first_replies", list_of(models.PositiveIntegerField())),
            ("resolutions", list_of(models.PositiveIntegerField())),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("store", "day", "channel_slug", "hour"), name="wait_hour_once")
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "AlertPage",
        [
            row_id(),
            store("alert_pages"),
            ("user_id", models.CharField(max_length=255)),
            ("language", models.CharField(max_length=2)),
            ("channels", list_of(models.CharField(max_length=255), null=True)),
            ("digest", models.BinaryField(max_length=32, unique=True)),
            ("opened_at", models.DateTimeField(null=True)),
            ("expires_at", models.DateTimeField()),
            ("open_until", models.DateTimeField(null=True)),
            ("told_until", models.DateTimeField(null=True)),
            ("endpoint", models.TextField(blank=True)),
            ("p256dh", models.CharField(blank=True, max_length=100)),
            ("auth", models.CharField(blank=True, max_length=40)),
        ],
        options={"indexes": [models.Index(fields=["store", "user_id"], name="alert_page_whose")]},
        managers=ACROSS,
    ),
]

TICKETS: list[Operation] = [
    migrations.CreateModel(
        "TicketLine",
        [
            row_id(),
            ("ticket", of("ticket", "lines", db_index=False)),
            ("order_line_id", models.CharField(max_length=128)),
            ("product_id", models.CharField(blank=True, max_length=128)),
            ("quantity", models.PositiveIntegerField()),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("ticket", "order_line_id"), name="ticket_line_once")],
            "indexes": [models.Index(fields=["product_id"], name="ticket_line_of_product")],
            "ordering": ["id"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "TicketLink",
        [
            row_id(),
            ("first", of("ticket", "links_up", db_index=False)),
            ("second", of("ticket", "links_down")),
            ("by_email", models.CharField(max_length=254)),
            ("at", models.DateTimeField()),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("first", "second"), name="ticket_link_once"),
                models.CheckConstraint(
                    condition=models.Q(("first__lt", models.F("second"))), name="ticket_link_in_order"
                ),
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "TicketCopy",
        [
            row_id(),
            ("ticket", of("ticket", "copies", db_index=False)),
            ("email", models.CharField(max_length=254)),
            ("by_email", models.CharField(max_length=254)),
            ("at", models.DateTimeField()),
        ],
        options={
            "constraints": [models.UniqueConstraint(models.F("ticket"), Upper("email"), name="ticket_copy_once")],
            "ordering": ["id"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "TicketWords",
        [
            ("ticket", one_of("ticket", "words", primary_key=True, serialize=False)),
            ("seq", models.PositiveIntegerField()),
            ("words", SearchVectorField()),
        ],
        options={"indexes": [GinIndex(fields=["words"], name="ticket_found_by_words")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Colleague",
        [
            row_id(),
            store("colleagues", db_index=False),
            ("email", models.CharField(max_length=254)),
        ],
        options={"constraints": [models.UniqueConstraint(models.F("store"), Upper("email"), name="colleague_once")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "View",
        [
            row_id(),
            store("ticket_views"),
            ("user_id", models.CharField(blank=True, max_length=255)),
            ("name", models.CharField(max_length=80)),
            ("filter", models.JSONField(default=dict)),
            ("position", models.PositiveSmallIntegerField(default=0)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "user_id", "name"), name="view_named_once")],
            "ordering": ["position", "name", "id"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "RoutingRule",
        [
            row_id(),
            store("routing_rules"),
            ("name", models.CharField(max_length=80)),
            ("is_on", models.BooleanField(default=True)),
            ("position", models.PositiveSmallIntegerField(default=0)),
            ("conditions", models.JSONField(default=dict)),
            ("effects", models.JSONField(default=dict)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "name"), name="routing_rule_named_once")],
            "ordering": ["position", "id"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Macro",
        [
            row_id(),
            store("macros"),
            ("name", models.CharField(max_length=80)),
            ("text_en", models.TextField(blank=True)),
            ("text_tr", models.TextField(blank=True)),
            ("tags", list_of(models.CharField(max_length=40), default=list)),
            (
                "state",
                models.CharField(
                    blank=True,
                    choices=[
                        ("OPEN", "It waits for staff."),
                        ("WAITING", "It waits for the shopper."),
                        ("CLOSED", "It waits for nobody."),
                    ],
                    max_length=8,
                ),
            ),
            ("assign_to_me", models.BooleanField(default=False)),
            ("proposes", models.JSONField(null=True)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("store", "name"), name="macro_named_once")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Alert",
        [
            row_id(),
            ("ticket", of("ticket", "alerts", db_index=False)),
            ("seq", models.PositiveIntegerField()),
            ("at", models.DateTimeField()),
            ("text", models.CharField(blank=True, max_length=300)),
            ("say_at", models.DateTimeField(null=True)),
            ("tries", models.PositiveSmallIntegerField(default=0)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("ticket", "seq"), name="alert_once")],
            "indexes": [
                models.Index(condition=models.Q(("say_at__isnull", False)), fields=["say_at"], name="alert_to_say")
            ],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "AlertAccount",
        [
            row_id(),
            ("store", one_of("store", "alert_account")),
            ("address", EncryptedText()),
            ("problem", models.CharField(blank=True, max_length=200)),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Survey",
        [
            row_id(),
            store("surveys"),
            ("ticket", one_of("ticket", "survey")),
            ("person", of("person", "surveys")),
            ("scale", models.PositiveSmallIntegerField()),
            ("asked_at", models.DateTimeField()),
            ("assigned_email", models.CharField(blank=True, max_length=254)),
            ("score", models.PositiveSmallIntegerField(null=True)),
            ("words", models.CharField(blank=True, max_length=1000)),
            ("answered_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("score", None), models.Q(("score__gte", 1), ("score__lte", models.F("scale"))), _connector="OR"
                    ),
                    name="survey_score_on_its_scale",
                )
            ],
            "indexes": [
                models.Index(fields=["person", "-asked_at"], name="survey_of_person"),
                models.Index(fields=["store", "asked_at"], name="survey_asked"),
            ],
        },
        managers=ACROSS,
    ),
    migrations.AddField(
        "ticket",
        "kind",
        models.CharField(
            choices=[
                ("MESSAGE", "Somebody wrote."),
                ("CALLBACK", "Somebody wants to be called."),
                ("CHAT", "Somebody chatted, or tried to."),
            ],
            default="MESSAGE",
            max_length=8,
        ),
    ),
    migrations.AddField("ticket", "phone", models.CharField(blank=True, max_length=20)),
    migrations.AddField("ticket", "call_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "department", models.CharField(blank=True, max_length=80)),
    migrations.AddField("ticket", "reason", models.CharField(blank=True, max_length=40)),
    migrations.AddField(
        "ticket",
        "priority",
        models.CharField(
            choices=[
                ("LOW", "It may wait."),
                ("NORMAL", "As most are."),
                ("HIGH", "It comes before others."),
                ("URGENT", "It comes first."),
            ],
            default="NORMAL",
            max_length=8,
        ),
    ),
    migrations.AddField("ticket", "boosts", list_of(models.CharField(max_length=16), default=list)),
    migrations.AddField("ticket", "product_id", models.CharField(blank=True, max_length=128)),
    migrations.AddField("ticket", "first_reply_target", models.DurationField(null=True)),
    migrations.AddField("ticket", "first_reply_due_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "first_reply_left", models.DurationField(null=True)),
    migrations.AddField("ticket", "resolve_target", models.DurationField(null=True)),
    migrations.AddField("ticket", "resolve_due_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "resolve_left", models.DurationField(null=True)),
    migrations.AddField("ticket", "first_replied_at", models.DateTimeField(null=True)),
    migrations.AddField(
        "ticket",
        "clock_kind",
        models.CharField(
            blank=True,
            choices=[
                ("FIRST_REPLY", "Until somebody has answered for the first time."),
                ("RESOLVE", "Until the matter is done."),
            ],
            max_length=12,
        ),
    ),
    migrations.AddField("ticket", "due_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "amber_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "mark_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "marks", list_of(models.CharField(max_length=24), default=list)),
    migrations.AddField("ticket", "merged_into", of("ticket", "merged", null=True, on_delete=deletion.SET_NULL)),
    migrations.AddField("ticket", "merged_at", models.DateTimeField(null=True)),
    migrations.AddField("ticket", "split_from", of("ticket", "split_off", null=True, on_delete=deletion.SET_NULL)),
    migrations.AddField(
        "ticket", "medium", models.CharField(blank=True, choices=MEDIA, db_default="", default="", max_length=8)
    ),
    migrations.AddField("ticket", "reopened", models.PositiveSmallIntegerField(db_default=0, default=0)),
    migrations.AddField("ticket", "tags", list_of(models.CharField(max_length=40), default=list)),
    migrations.AddField("ticket", "snoozed_until", models.DateTimeField(null=True)),
    migrations.AddIndex(
        "ticket",
        models.Index(condition=models.Q(("call_at__isnull", False)), fields=["store", "call_at"], name="ticket_calls"),
    ),
    migrations.AddIndex(
        "ticket",
        models.Index(
            condition=models.Q(("snoozed_until__isnull", False)), fields=["snoozed_until"], name="ticket_snoozed"
        ),
    ),
    migrations.AddIndex(
        "ticket",
        models.Index(
            condition=models.Q(("state", "CLOSED"), _negated=True),
            fields=["store", "assigned_email"],
            name="ticket_unfinished",
        ),
    ),
    migrations.AddIndex("ticket", GinIndex(fields=["tags"], name="ticket_tags")),
    migrations.AddIndex(
        "ticket",
        models.Index(
            condition=models.Q(("due_at__isnull", False)), fields=["store", "due_at", "id"], name="ticket_due"
        ),
    ),
    migrations.AddIndex(
        "ticket",
        models.Index(condition=models.Q(("mark_at__isnull", False)), fields=["mark_at"], name="ticket_clock_to_mark"),
    ),
    migrations.AddIndex(
        "ticket",
        models.Index(
            condition=models.Q(("product_id", ""), _negated=True),
            fields=["store", "product_id"],
            name="ticket_of_product",
        ),
    ),
]

MAIL: list[Operation] = [
    migrations.CreateModel(
        "Mailbox",
        [
            row_id(),
            store("mailboxes"),
            ("configuration", one_of("namedconfiguration", "mailbox")),
            ("way", models.CharField(max_length=16)),
            ("host", models.CharField(blank=True, max_length=253)),
            ("username", models.CharField(blank=True, max_length=254)),
            ("password", EncryptedText(blank=True, default="")),
            ("secret", EncryptedText()),
            ("authserv_id", models.CharField(blank=True, max_length=253)),
            ("uid_validity", models.BigIntegerField(null=True)),
            ("last_uid", models.BigIntegerField(default=0)),
            ("checked_at", models.DateTimeField(null=True)),
            ("problem", models.CharField(blank=True, max_length=300)),
            ("updated_at", models.DateTimeField()),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ReceivedMail",
        [
            row_id(),
            store("received_mails", on_delete=deletion.PROTECT),
            ("mailbox", of("mailbox", "mails", null=True, on_delete=deletion.SET_NULL)),
            ("digest", models.BinaryField(max_length=32)),
            ("message_id", models.CharField(blank=True, max_length=255)),
            ("sender", models.CharField(blank=True, max_length=254)),
            ("subject", models.CharField(blank=True, max_length=200)),
            ("bytes", models.PositiveIntegerField()),
            ("original", models.CharField(blank=True, max_length=64)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("WAITING", "It came, and is to be read."),
                        ("JOINED", "It stands in the conversation that it belongs to."),
                        ("OPENED", "It opened a ticket."),
                        ("ANSWERED", "A member of staff answered a shopper with it."),
                        ("KEPT", "A machine wrote it: it is nobody's words."),
                        ("HELD", "Staff decide about it: it may not be from whom it says."),
                    ],
                    default="WAITING",
                    max_length=8,
                ),
            ),
            ("reason", models.CharField(blank=True, max_length=24)),
            ("conversation", of("conversation", "received_mails", null=True, on_delete=deletion.SET_NULL)),
            ("received_at", models.DateTimeField()),
            ("attempts", models.PositiveSmallIntegerField(default=0)),
            ("due_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("store", "digest"), name="received_mail_once"),
                models.CheckConstraint(
                    condition=models.Q(("state", "WAITING"), ("due_at__isnull", True), _connector="XOR"),
                    name="received_mail_waits_or_is_settled",
                ),
            ],
            "indexes": [
                models.Index(fields=["store", "message_id"], name="received_mail_by_id"),
                models.Index(fields=["store", "-received_at", "-id"], name="received_mail_newest"),
                models.Index(
                    condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="received_mail_due"
                ),
                models.Index(
                    condition=models.Q(("original", ""), _negated=True),
                    fields=["received_at"],
                    name="received_mail_lies",
                ),
            ],
        },
        managers=ACROSS,
    ),
    migrations.AddField("message", "copies", list_of(models.EmailField(max_length=254), default=list, db_default=[])),
    migrations.AddIndex("message", models.Index(fields=["store", "message_id"], name="message_by_id")),
]

ORDERS: list[Operation] = [
    migrations.CreateModel(
        "OrderAct",
        [
            row_id(),
            store("order_acts"),
            ("number", models.PositiveIntegerField()),
            ("order", of("order", "acts")),
            ("ticket", of("ticket", "acts", null=True, on_delete=deletion.SET_NULL)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("REFUND", "REFUND"),
                        ("CANCEL", "CANCEL"),
                        ("SUMMARY_AGAIN", "SUMMARY_AGAIN"),
                        ("GIFT_CARD", "GIFT_CARD"),
                        ("VOUCHER", "VOUCHER"),
                        ("TRACKING", "TRACKING"),
                        ("ADDRESS", "ADDRESS"),
                        ("REPLACEMENT", "REPLACEMENT"),
                        ("RETURN", "RETURN"),
                        ("GIFT_CARD_RESEND", "GIFT_CARD_RESEND"),
                        ("INVOICE", "INVOICE"),
                    ],
                    max_length=16,
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("ASKED", "ASKED"),
                        ("NEEDS_APPROVAL", "NEEDS_APPROVAL"),
                        ("REJECTED", "REJECTED"),
                        ("RUNNING", "RUNNING"),
                        ("PENDING", "PENDING"),
                        ("DONE", "DONE"),
                        ("FAILED", "FAILED"),
                        ("IN_DOUBT", "IN_DOUBT"),
                    ],
                    max_length=16,
                ),
            ),
            ("input", models.JSONField(default=dict)),
            ("amount", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
            ("currency", models.CharField(blank=True, max_length=3)),
            ("reason", models.CharField(blank=True, max_length=40)),
            ("note", models.CharField(blank=True, max_length=500)),
            ("by_user_id", models.CharField(max_length=128)),
            ("by_email", models.CharField(max_length=254)),
            ("groups", list_of(models.CharField(max_length=150), default=list)),
            ("group", models.CharField(blank=True, max_length=150)),
            ("key", models.CharField(max_length=64)),
            ("marker", models.CharField(max_length=32)),
            ("passed", list_of(models.CharField(max_length=20), default=list)),
            ("decided_by_email", models.CharField(blank=True, max_length=254)),
            ("decision_note", models.CharField(blank=True, max_length=500)),
            ("decided_at", models.DateTimeField(null=True)),
            ("problem", models.CharField(blank=True, max_length=32)),
            ("problem_words", models.CharField(blank=True, max_length=500)),
            ("saleor", models.JSONField(default=dict)),
            ("asked_at", models.DateTimeField()),
            ("leads_told_at", models.DateTimeField(null=True)),
            ("sent_at", models.DateTimeField(null=True)),
            ("due_at", models.DateTimeField(null=True)),
            ("tries", models.PositiveSmallIntegerField(default=0)),
            ("done_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("store", "key"), name="order_act_once"),
                models.UniqueConstraint(fields=("store", "number"), name="order_act_number_once"),
            ],
            "indexes": [
                models.Index(condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="order_act_due"),
                models.Index(
                    condition=models.Q(("state__in", ["ASKED", "NEEDS_APPROVAL", "RUNNING", "IN_DOUBT"])),
                    fields=["store", "-asked_at"],
                    name="order_act_open",
                ),
                models.Index(
                    condition=models.Q(("leads_told_at__isnull", True), ("state", "NEEDS_APPROVAL")),
                    fields=["store"],
                    name="order_act_untold",
                ),
                models.Index(fields=["store", "by_user_id", "asked_at"], name="order_act_of_staff"),
            ],
            "ordering": ["id"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "OrderActStep",
        [
            row_id(),
            ("act", of("orderact", "steps")),
            ("state", models.CharField(max_length=16)),
            ("by_email", models.CharField(blank=True, max_length=254)),
            ("note", models.CharField(blank=True, max_length=500)),
            ("at", models.DateTimeField()),
        ],
        options={"ordering": ["id"]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Purse",
        [
            ("store", one_of("store", "purse", primary_key=True, serialize=False)),
            ("last_number", models.PositiveIntegerField(default=0)),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "AuthorityLimit",
        [
            row_id(),
            store("authority_limits"),
            ("group", models.CharField(max_length=150)),
            ("reason", models.CharField(blank=True, max_length=40)),
            ("currency", models.CharField(max_length=3)),
            ("percent_of_order", models.PositiveSmallIntegerField(null=True)),
            ("per_order", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
            ("per_day", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
            ("per_customer", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("store", "group", "reason", "currency"), name="authority_limit_once")
            ],
            "ordering": ["group", "reason", "currency"],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "SaleorEvent",
        [
            row_id(),
            ("order", of("order", "saleor_events", db_index=False)),
            ("saleor_id", models.CharField(max_length=128)),
            ("type", models.CharField(max_length=64)),
            ("at", models.DateTimeField()),
            ("message", models.TextField(blank=True)),
            ("app_name", models.CharField(blank=True, max_length=250)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("order", "saleor_id"), name="saleor_event_once")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "EventsReading",
        [
            ("order", one_of("order", "events_reading", primary_key=True, serialize=False)),
            ("read_at", models.DateTimeField()),
            ("of", models.DateTimeField()),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "OrderNote",
        [
            row_id(),
            store("order_notes"),
            ("ticket", one_of("ticket", "order_note")),
            ("order", of("order", "support_notes")),
            ("saleor_id", models.CharField(blank=True, max_length=128)),
            ("text", models.TextField()),
            ("doubt_since", models.DateTimeField(null=True)),
            ("compared_at", models.DateTimeField(null=True)),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "OrderCode",
        [
            row_id(),
            store("order_codes"),
            ("pair", models.BinaryField(max_length=32)),
            ("order", of("order", "codes", null=True)),
            ("digest", models.BinaryField(default=b"", max_length=32)),
            ("tries", models.PositiveSmallIntegerField(default=0)),
            ("asked_at", models.DateTimeField()),
            ("mailed_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "pair"), name="order_code_once")],
            "indexes": [
                models.Index(condition=models.Q(("mailed_at", None)), fields=["asked_at"], name="order_code_to_mail")
            ],
        },
        managers=ACROSS,
    ),
]

STAFF: list[Operation] = [
    migrations.CreateModel(
        "StaffSession",
        [
            row_id(),
            store("staff_sessions", db_index=False),
            ("user_id", models.CharField(max_length=128)),
            ("digest", models.BinaryField(max_length=32, unique=True)),
            ("expires_at", models.DateTimeField()),
            ("proven_at", models.DateTimeField()),
            ("email", models.CharField(max_length=254)),
            ("permissions", list_of(models.CharField(max_length=64), default=list)),
            ("groups", list_of(models.CharField(max_length=150), default=list)),
            ("channels", list_of(models.CharField(max_length=255), null=True)),
        ],
        options={"indexes": [models.Index(fields=["store", "user_id"], name="staff_session_of")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "SeenStaff",
        [
            row_id(),
            store("seen_staff", db_index=False),
            ("user_id", models.CharField(max_length=128)),
            ("email", models.CharField(max_length=254)),
            ("permissions", list_of(models.CharField(max_length=64), default=list)),
            ("groups", list_of(models.CharField(max_length=150), default=list)),
            ("channels", list_of(models.CharField(max_length=255), null=True)),
            ("seen_at", models.DateTimeField()),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("store", "user_id"), name="seen_staff_once")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ArticleHelp",
        [
            row_id(),
            store("article_help", db_index=False),
            ("channel_slug", models.CharField(max_length=255)),
            ("page_id", models.CharField(max_length=128)),
            ("title", models.CharField(max_length=250)),
            ("day", models.DateField()),
            ("times", models.PositiveIntegerField(default=0)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("store", "day", "channel_slug", "page_id"), name="article_help_once")
            ]
        },
        managers=ACROSS,
    ),
    migrations.AddField("setup", "stages_seen", models.JSONField(default=dict)),
]


class Migration(migrations.Migration):
    dependencies = [("support", "0023_carts_and_reviews")]

    operations = [Together([*CONVERSATIONS, *CHAT, *TICKETS, *MAIL, *ORDERS, *STAFF])]
