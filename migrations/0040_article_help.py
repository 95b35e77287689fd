from typing import Any

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

ACROSS: list[tuple[str, Any]] = [("across_stores", django.db.models.manager.Manager())]


class Migration(migrations.Migration):
    dependencies = [("support", "0039_leads")]

    operations = [
        migrations.CreateModel(
            name="ArticleHelp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "store",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="article_help",
                        to="support.store",
                    ),
                ),
                ("channel_slug", models.CharField(max_length=255)),
                ("page_id", models.CharField(max_length=128)),
                ("title", models.CharField(max_length=250)),
                ("day", models.DateField()),
                ("times", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["store", "day", "channel_slug", "page_id"], name="article_help_once"
                    ),
                ],
            },
            managers=ACROSS,
        ),
    ]
