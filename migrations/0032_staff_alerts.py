import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("support", "0031_beside")]

    operations = [
        migrations.CreateModel(
            name="AlertPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user_id", models.CharField(max_length=255)),
                ("language", models.CharField(max_length=2)),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=255), null=True, size=None
                    ),
                ),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("open_until", models.DateTimeField(null=True)),
                ("told_until", models.DateTimeField(null=True)),
                ("endpoint", models.TextField(blank=True)),
                ("p256dh", models.CharField(blank=True, max_length=100)),
                ("auth", models.CharField(blank=True, max_length=40)),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="alert_pages", to="support.store"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["store", "user_id"], name="alert_page_whose")]},
            managers=[("across_stores", models.manager.Manager())],
        ),
    ]
