from typing import Any

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

import saleor_support_plugin.stores.tokens_at_rest


def name_the_address(apps: Any, schema_editor: Any) -> None:
    """Answers were received at `reply@` a domain; now the whole address is set."""
    Configuration = apps.get_model("support", "NamedConfiguration")
    for row in Configuration._base_manager.filter(data__has_key="reply_domain"):
        domain = row.data.pop("reply_domain")
        if domain:
            row.data["mail_in_address"] = f"reply@{domain}"
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("support", "0033_matters")]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("way", models.CharField(max_length=16)),
                ("host", models.CharField(blank=True, max_length=253)),
                ("username", models.CharField(blank=True, max_length=254)),
                ("password", saleor_support_plugin.stores.tokens_at_rest.EncryptedText(blank=True, default="")),
                ("secret", saleor_support_plugin.stores.tokens_at_rest.EncryptedText()),
                ("authserv_id", models.CharField(blank=True, max_length=253)),
                ("uid_validity", models.BigIntegerField(null=True)),
                ("last_uid", models.BigIntegerField(default=0)),
                ("checked_at", models.DateTimeField(null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("updated_at", models.DateTimeField()),
            ],
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ReceivedMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("received_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("due_at", models.DateTimeField(null=True)),
            ],
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="conversation",
            name="mail_id",
            field=models.CharField(blank=True, max_length=255),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["store", "message_id"], name="message_by_id"),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="configuration",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="mailbox", to="support.namedconfiguration"
            ),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="store",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="mailboxes", to="support.store"
            ),
        ),
        migrations.AddField(
            model_name="receivedmail",
            name="conversation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="received_mails",
                to="support.conversation",
            ),
        ),
        migrations.AddField(
            model_name="receivedmail",
            name="mailbox",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="mails", to="support.mailbox"
            ),
        ),
        migrations.AddField(
            model_name="receivedmail",
            name="store",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="received_mails", to="support.store"
            ),
        ),
        migrations.AddIndex(
            model_name="receivedmail",
            index=models.Index(fields=["store", "message_id"], name="received_mail_by_id"),
        ),
        migrations.AddIndex(
            model_name="receivedmail",
            index=models.Index(fields=["store", "-received_at", "-id"], name="received_mail_newest"),
        ),
        migrations.AddIndex(
            model_name="receivedmail",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="received_mail_due"
            ),
        ),
        migrations.AddIndex(
            model_name="receivedmail",
            index=models.Index(
                condition=models.Q(("original", ""), _negated=True), fields=["received_at"], name="received_mail_lies"
            ),
        ),
        migrations.AddConstraint(
            model_name="receivedmail",
            constraint=models.UniqueConstraint(fields=("store", "digest"), name="received_mail_once"),
        ),
        migrations.AddConstraint(
            model_name="receivedmail",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "WAITING"), ("due_at__isnull", True), _connector="XOR"),
                name="received_mail_waits_or_is_settled",
            ),
        ),
        migrations.RunPython(name_the_address, migrations.RunPython.noop),
    ]
