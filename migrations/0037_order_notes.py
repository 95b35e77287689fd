from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.manager
from django.db import migrations, models

ACROSS: list[tuple[str, Any]] = [("across_stores", django.db.models.manager.Manager())]


def key() -> Any:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("support", "0036_surveys")]

    operations = [
        migrations.CreateModel(
            name="EventsReading",
            fields=[
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="events_reading",
                        serialize=False,
                        to="support.order",
                    ),
                ),
                ("read_at", models.DateTimeField()),
                ("of", models.DateTimeField()),
            ],
            managers=ACROSS,
        ),
        migrations.CreateModel(
            name="SaleorEvent",
            fields=[
                ("id", key()),
                (
                    "order",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saleor_events",
                        to="support.order",
                    ),
                ),
                ("saleor_id", models.CharField(max_length=128)),
                ("type", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("message", models.TextField(blank=True)),
                ("app_name", models.CharField(blank=True, max_length=250)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("order", "saleor_id"), name="saleor_event_once"),
                ],
            },
            managers=ACROSS,
        ),
        migrations.CreateModel(
            name="OrderNote",
            fields=[
                ("id", key()),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="order_notes", to="support.store"
                    ),
                ),
                (
                    "ticket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="order_note", to="support.ticket"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="support_notes", to="support.order"
                    ),
                ),
                ("saleor_id", models.CharField(blank=True, max_length=128)),
                ("text", models.TextField()),
                ("doubt_since", models.DateTimeField(null=True)),
                ("compared_at", models.DateTimeField(null=True)),
            ],
            managers=ACROSS,
        ),
        migrations.CreateModel(
            name="StaffSession",
            fields=[
                ("id", key()),
                (
                    "store",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="staff_sessions",
                        to="support.store",
                    ),
                ),
                ("user_id", models.CharField(max_length=128)),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                ("expires_at", models.DateTimeField()),
                ("proven_at", models.DateTimeField()),
                ("email", models.CharField(max_length=254)),
                (
                    "permissions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=64), default=list, size=None
                    ),
                ),
                (
                    "groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=150), default=list, size=None
                    ),
                ),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=255), null=True, size=None
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["store", "user_id"], name="staff_session_of")]},
            managers=ACROSS,
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(
                condition=~models.Q(shopper_key=""), fields=["store", "shopper_key"], name="conversation_of_shopper"
            ),
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(
                models.F("store"),
                django.db.models.fields.json.KeyTextTransform("checkout", "here"),
                condition=models.Q(here__isnull=False),
                name="conversation_about_cart",
            ),
        ),
    ]
