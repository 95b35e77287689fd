from typing import Any

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


def row_id() -> tuple[str, Any]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def tags() -> Any:
    return django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)


MANAGERS: list[tuple[str, Any]] = [("across_stores", models.manager.Manager())]
STATES = [
    ("OPEN", "It waits for staff."),
    ("WAITING", "It waits for the shopper."),
    ("CLOSED", "It waits for nobody."),
]


class Migration(migrations.Migration):
    dependencies = [("support", "0029_contact")]

    operations = [
        migrations.AddField("conversation", "is_live", models.BooleanField(default=False)),
        migrations.AddField("conversation", "here", models.JSONField(null=True)),
        migrations.AddField("conversationmessage", "card", models.JSONField(null=True)),
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
                    ("assigned", "`authorName` gave the ticket to `text`; nobody, where that is empty."),
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
                    (
                        "widget",
                        "The page on which the form was sent, which proves nothing about the address in it.",
                    ),
                    (
                        "phone",
                        "Whoever took the chat along on their phone: as much as the page from which they did.",
                    ),
                ],
                default="mail",
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            "ConversationPhoto",
            [
                row_id(),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="support.conversationmessage",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="support.storedfile"
                    ),
                ),
            ],
            managers=MANAGERS,
        ),
        migrations.CreateModel(
            "ConversationRating",
            [
                row_id(),
                ("score", models.PositiveSmallIntegerField()),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("at", models.DateTimeField()),
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rating", to="support.conversation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)), name="rating_of_one_to_five"
                    )
                ],
            },
            managers=MANAGERS,
        ),
        migrations.AlterField(
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
        migrations.AddField("ticket", "tags", tags()),
        migrations.AddField("ticket", "snoozed_until", models.DateTimeField(null=True)),
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
        migrations.AddIndex(
            "ticket", django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="ticket_tags")
        ),
        migrations.CreateModel(
            "TicketWords",
            [
                (
                    "ticket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="support.ticket",
                    ),
                ),
                ("seq", models.PositiveIntegerField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="ticket_found_by_words")
                ],
            },
            managers=MANAGERS,
        ),
        migrations.CreateModel(
            "Macro",
            [
                row_id(),
                ("name", models.CharField(max_length=80)),
                ("text_en", models.TextField(blank=True)),
                ("text_tr", models.TextField(blank=True)),
                ("tags", tags()),
                ("state", models.CharField(blank=True, choices=STATES, max_length=8)),
                ("assign_to_me", models.BooleanField(default=False)),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="macros", to="support.store"
                    ),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("store", "name"), name="macro_named_once")]},
            managers=MANAGERS,
        ),
    ]
