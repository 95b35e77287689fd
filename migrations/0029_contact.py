import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("support", "0028_chat_seats")]

    operations = [
        migrations.AddField("setup", "stages_seen", models.JSONField(default=dict)),
        migrations.AddField(
            "ticket",
            "kind",
            models.CharField(
                choices=[("MESSAGE", "Somebody wrote."), ("CALLBACK", "Somebody wants to be called.")],
                default="MESSAGE",
                max_length=8,
            ),
        ),
        migrations.AddField("ticket", "phone", models.CharField(blank=True, max_length=20, default=""), preserve_default=False),
        migrations.AddField("ticket", "call_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "ticket",
            models.Index(
                condition=models.Q(("call_at__isnull", False)), fields=["store", "call_at"], name="ticket_calls"
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
                ],
                max_length=32,
            ),
        ),
        migrations.CreateModel(
            "ReplyTime",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel_slug", models.CharField(max_length=255)),
                ("kind", models.CharField(max_length=16)),
                ("minutes", models.PositiveIntegerField(null=True)),
                ("many", models.PositiveIntegerField()),
                ("measured_at", models.DateTimeField()),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reply_times", to="support.store"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("store", "channel_slug", "kind"), name="reply_time_once")
                ],
            },
            managers=[("across_stores", models.manager.Manager())],
        ),
    ]
