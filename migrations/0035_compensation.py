import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0034_mailbox"),
    ]

    operations = [
        migrations.CreateModel(
            name="Purse",
            fields=[
                (
                    "store",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="purse",
                        serialize=False,
                        to="support.store",
                    ),
                ),
                ("last_number", models.PositiveIntegerField(default=0)),
            ],
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="OrderAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
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
                (
                    "groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=150), default=list, size=None
                    ),
                ),
                ("group", models.CharField(blank=True, max_length=150)),
                ("key", models.CharField(max_length=64)),
                ("marker", models.CharField(max_length=32)),
                (
                    "passed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("decided_by_email", models.CharField(blank=True, max_length=254)),
                ("decision_note", models.CharField(blank=True, max_length=500)),
                ("decided_at", models.DateTimeField(null=True)),
                ("problem", models.CharField(blank=True, max_length=32)),
                ("problem_words", models.CharField(blank=True, max_length=500)),
                ("saleor", models.JSONField(default=dict)),
                ("asked_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="acts", to="support.order"
                    ),
                ),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="order_acts", to="support.store"
                    ),
                ),
                (
                    "ticket",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="acts",
                        to="support.ticket",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="OrderActStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=16)),
                ("by_email", models.CharField(blank=True, max_length=254)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="support.orderact"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AuthorityLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=150)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("currency", models.CharField(max_length=3)),
                ("percent_of_order", models.PositiveSmallIntegerField(null=True)),
                ("per_order", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
                ("per_day", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
                ("per_customer", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="authority_limits", to="support.store"
                    ),
                ),
            ],
            options={
                "ordering": ["group", "reason", "currency"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("store", "group", "reason", "currency"), name="authority_limit_once"
                    )
                ],
            },
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name="orderact",
            index=models.Index(condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="order_act_due"),
        ),
        migrations.AddIndex(
            model_name="orderact",
            index=models.Index(
                condition=models.Q(("state__in", ["ASKED", "NEEDS_APPROVAL", "RUNNING", "IN_DOUBT"])),
                fields=["store", "-asked_at"],
                name="order_act_open",
            ),
        ),
        migrations.AddIndex(
            model_name="orderact",
            index=models.Index(fields=["store", "by_user_id", "asked_at"], name="order_act_of_staff"),
        ),
        migrations.AddConstraint(
            model_name="orderact",
            constraint=models.UniqueConstraint(fields=("store", "key"), name="order_act_once"),
        ),
        migrations.AddConstraint(
            model_name="orderact",
            constraint=models.UniqueConstraint(fields=("store", "number"), name="order_act_number_once"),
        ),
    ]
