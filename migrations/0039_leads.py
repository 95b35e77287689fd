import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

STATES = ["ASKED", "NEEDS_APPROVAL", "REJECTED", "RUNNING", "PENDING", "DONE", "FAILED", "IN_DOUBT"]


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0038_colleagues"),
    ]

    operations = [
        migrations.CreateModel(
            name="SeenStaff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user_id", models.CharField(max_length=128)),
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
                ("seen_at", models.DateTimeField()),
                (
                    "store",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seen_staff",
                        to="support.store",
                    ),
                ),
            ],
            managers=[
                ("across_stores", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="seenstaff",
            constraint=models.UniqueConstraint(fields=("store", "user_id"), name="seen_staff_once"),
        ),
        migrations.AddField(
            model_name="orderact",
            name="leads_told_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="orderact",
            name="state",
            field=models.CharField(choices=[(one, one) for one in STATES], max_length=16),
        ),
        migrations.AddIndex(
            model_name="orderact",
            index=models.Index(
                condition=models.Q(("leads_told_at__isnull", True), ("state", "NEEDS_APPROVAL")),
                fields=["store"],
                name="order_act_untold",
            ),
        ),
    ]
