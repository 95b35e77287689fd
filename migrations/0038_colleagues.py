from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.manager
from django.db import migrations, models

ACROSS: list[tuple[str, Any]] = [("across_stores", django.db.models.manager.Manager())]
# Whoever has a seat, was given a ticket, or has answered in one; each address once, whatever its case, for the index
# that holds that is made at the end.
KNOWN = """
insert into support_colleague (store_id, email)
select distinct on (store_id, upper(email)) store_id, email from (
    select store_id, email from support_seat where email <> ''
    union all select store_id, assigned_email from support_ticket where assigned_email <> ''
    union all select t.store_id, m.author_name from support_conversationmessage m
              join support_ticket t on t.conversation_id = m.conversation_id
              where m.author = 'staff' and m.author_name like '%@%') known
order by store_id, upper(email), email"""


def key() -> Any:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("support", "0037_order_notes")]

    operations = [
        migrations.CreateModel(
            name="Colleague",
            fields=[
                ("id", key()),
                (
                    "store",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="colleagues",
                        to="support.store",
                    ),
                ),
                ("email", models.CharField(max_length=254)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("store"), django.db.models.functions.text.Upper("email"), name="colleague_once"
                    )
                ]
            },
            managers=ACROSS,
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="TicketCopy",
            fields=[
                ("id", key()),
                (
                    "ticket",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="support.ticket",
                    ),
                ),
                ("email", models.CharField(max_length=254)),
                ("by_email", models.CharField(max_length=254)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("ticket"), django.db.models.functions.text.Upper("email"), name="ticket_copy_once"
                    )
                ],
            },
            managers=ACROSS,
        ),
        migrations.AddField(
            "message",
            "copies",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.EmailField(max_length=254), db_default=[], default=list, size=None
            ),
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
                ],
                max_length=32,
            ),
        ),
    ]
