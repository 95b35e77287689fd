from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


def row_id() -> tuple[str, Any]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def store(name: str) -> tuple[str, Any]:
    return (
        "store",
        models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name=name, to="support.store"),
    )


def list_of(field: Any, **more: Any) -> Any:
    return django.contrib.postgres.fields.ArrayField(base_field=field, size=None, **more)


MANAGERS: list[tuple[str, Any]] = [("across_stores", models.manager.Manager())]


class Migration(migrations.Migration):
    dependencies = [("support", "0027_chat")]

    operations = [
        migrations.CreateModel(
            "Seat",
            [
                row_id(),
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
                store("seats"),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("store", "user_id"), name="seat_once"),
                    models.CheckConstraint(
                        condition=models.Q(("busy__lte", models.F("max_concurrent")), ("max_concurrent__lte", 20)),
                        name="seat_never_over_its_limit",
                    ),
                ],
            },
            managers=MANAGERS,
        ),
        migrations.CreateModel(
            "QueueEntry",
            [
                row_id(),
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
                ("number", models.PositiveIntegerField(null=True)),
                ("joined_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("seated_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("line_digest", models.BinaryField(max_length=32)),
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="queue_entry",
                        to="support.conversation",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="chats",
                        to="support.seat",
                    ),
                ),
                store("queue"),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state", "SEATED")) ^ models.Q(("seat", None)),
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
            managers=MANAGERS,
        ),
        migrations.CreateModel(
            "Block",
            [
                row_id(),
                ("shopper_key", models.CharField(blank=True, max_length=140)),
                ("line_digest", models.BinaryField(max_length=32, null=True)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("by_email", models.CharField(max_length=254)),
                ("at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                store("blocks"),
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
                        condition=models.Q(("shopper_key", "")) ^ models.Q(("line_digest", None)), name="block_of_one"
                    ),
                ],
            },
            managers=MANAGERS,
        ),
        migrations.CreateModel(
            "WaitHour",
            [
                row_id(),
                ("channel_slug", models.CharField(max_length=255)),
                ("day", models.DateField()),
                ("hour", models.PositiveSmallIntegerField()),
                ("arrivals", models.PositiveIntegerField()),
                ("left", models.PositiveIntegerField()),
                ("missed", models.PositiveIntegerField()),
                ("waits", list_of(models.PositiveIntegerField())),
                ("first_replies", list_of(models.PositiveIntegerField())),
                ("resolutions", list_of(models.PositiveIntegerField())),
                store("wait_hours"),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("store", "day", "channel_slug", "hour"), name="wait_hour_once")
                ],
            },
            managers=MANAGERS,
        ),
    ]
