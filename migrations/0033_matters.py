import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


# Who was to be answered by then is still to be, and who was answered is not to be answered for a first time again.
CARRY_OVER = """
update support_ticket t set first_replied_at = s.at
from (select conversation_id, min(at) as at from support_conversationmessage
      where author = 'staff' group by conversation_id) s
where s.conversation_id = t.conversation_id;
update support_ticket set first_reply_target = greatest(due_at - created_at, interval '0'),
    first_reply_due_at = due_at, mark_at = due_at, clock_kind = 'FIRST_REPLY'
where due_at is not null and state = 'OPEN' and first_replied_at is null;
update support_ticket set due_at = null where due_at is not null and clock_kind = '';
-- A row that is updated twice has checks pending, and indexes are made below.
set constraints all immediate;
set constraints all deferred"""


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0032_staff_alerts"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoutingRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("is_on", models.BooleanField(default=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("conditions", models.JSONField(default=dict)),
                ("effects", models.JSONField(default=dict)),
            ],
            options={
                "ordering": ["position", "id"],
            },
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="TicketLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order_line_id", models.CharField(max_length=128)),
                ("product_id", models.CharField(blank=True, max_length=128)),
                ("quantity", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["id"],
            },
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="TicketLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_email", models.CharField(max_length=254)),
                ("at", models.DateTimeField()),
            ],
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="View",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user_id", models.CharField(blank=True, max_length=255)),
                ("name", models.CharField(max_length=80)),
                ("filter", models.JSONField(default=dict)),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "name", "id"],
            },
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="conversationmessage",
            name="channel",
            field=models.CharField(
                blank=True,
                choices=[
                    ("WIDGET", "Written on a page of the shop, or on the conversation's own."),
                    ("CHAT", "Said in a live chat."),
                    ("FORM", "Written into a form."),
                    ("MAIL", "Sent by mail."),
                    ("CALL", "Asked for a call, or said in one."),
                    ("REVIEW", "Said in a review."),
                    ("SURVEY", "Said in a survey."),
                    ("WHATSAPP", "Sent by WhatsApp."),
                ],
                db_default="",
                default="",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="macro",
            name="proposes",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="amber_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="boosts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=16), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="ticket",
            name="clock_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("FIRST_REPLY", "Until somebody has answered for the first time."),
                    ("RESOLVE", "Until the matter is done."),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="ticket",
            name="first_replied_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="first_reply_due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="first_reply_left",
            field=models.DurationField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="first_reply_target",
            field=models.DurationField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="mark_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="marks",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=24), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="ticket",
            name="merged_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="merged_into",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="merged", to="support.ticket"
            ),
        ),
        migrations.AddField(
            model_name="ticket",
            name="priority",
            field=models.CharField(
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
        migrations.AddField(
            model_name="ticket",
            name="product_id",
            field=models.CharField(blank=True, max_length=128),
        ),
        migrations.AddField(
            model_name="ticket",
            name="reason",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="ticket",
            name="resolve_due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="resolve_left",
            field=models.DurationField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="resolve_target",
            field=models.DurationField(null=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="split_from",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="split_off", to="support.ticket"
            ),
        ),
        migrations.RunSQL(CARRY_OVER, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="conversationmessage",
            name="event",
            field=models.CharField(
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
                ],
                max_length=32,
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["store", "due_at", "id"], name="ticket_due"
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("mark_at__isnull", False)), fields=["mark_at"], name="ticket_clock_to_mark"
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("product_id", ""), _negated=True),
                fields=["store", "product_id"],
                name="ticket_of_product",
            ),
        ),
        migrations.AddField(
            model_name="routingrule",
            name="store",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="routing_rules", to="support.store"
            ),
        ),
        migrations.AddField(
            model_name="ticketline",
            name="ticket",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="support.ticket"
            ),
        ),
        migrations.AddField(
            model_name="ticketlink",
            name="first",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="links_up",
                to="support.ticket",
            ),
        ),
        migrations.AddField(
            model_name="ticketlink",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="links_down", to="support.ticket"
            ),
        ),
        migrations.AddField(
            model_name="view",
            name="store",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="ticket_views", to="support.store"
            ),
        ),
        migrations.AddConstraint(
            model_name="routingrule",
            constraint=models.UniqueConstraint(fields=("store", "name"), name="routing_rule_named_once"),
        ),
        migrations.AddIndex(
            model_name="ticketline",
            index=models.Index(fields=["product_id"], name="ticket_line_of_product"),
        ),
        migrations.AddConstraint(
            model_name="ticketline",
            constraint=models.UniqueConstraint(fields=("ticket", "order_line_id"), name="ticket_line_once"),
        ),
        migrations.AddConstraint(
            model_name="ticketlink",
            constraint=models.UniqueConstraint(fields=("first", "second"), name="ticket_link_once"),
        ),
        migrations.AddConstraint(
            model_name="ticketlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="ticket_link_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="view",
            constraint=models.UniqueConstraint(fields=("store", "user_id", "name"), name="view_named_once"),
        ),
    ]
