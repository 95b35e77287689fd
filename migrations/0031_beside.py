import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("support", "0030_desk")]

    operations = [
        migrations.AddIndex(
            "conversation",
            models.Index(
                "store",
                django.db.models.functions.text.Upper("email"),
                name="conversation_by_mailbox",
                condition=~models.Q(email=""),
            ),
        ),
        migrations.CreateModel(
            name="CartAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64)),
                (
                    "deed",
                    models.CharField(
                        choices=[
                            ("ADDED", "Pieces were put in."),
                            ("CHANGED", "There are more or fewer of it."),
                            ("REMOVED", "A line was taken out."),
                            ("CODE_APPLIED", "A code was put in."),
                            ("CODE_REMOVED", "A code was taken out."),
                        ],
                        max_length=12,
                    ),
                ),
                ("by_email", models.CharField(max_length=254)),
                ("checkout_id", models.CharField(max_length=128)),
                ("about", models.CharField(blank=True, max_length=128)),
                ("name", models.CharField(blank=True, max_length=300)),
                ("quantity", models.PositiveIntegerField(null=True)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("BEGUN", "Nobody knows whether it reached the cart."),
                            ("DONE", "It is in the cart, and both sides were told."),
                            ("REFUSED", "Saleor said no."),
                        ],
                        default="BEGUN",
                        max_length=8,
                    ),
                ),
                ("trouble", models.CharField(blank=True, max_length=16)),
                ("at", models.DateTimeField()),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cart_acts",
                        to="support.conversation",
                    ),
                ),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cart_acts", to="support.store"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("conversation", "key"), name="cart_act_once")],
            },
            managers=[("across_stores", models.manager.Manager())],
        ),
    ]
