from django.db import migrations, models
from django.db.models import deletion

# What was said before is counted as it was kept: a conversation's lock gave ids in the order in which it was said.
COUNT = """
update support_conversationmessage m set seq = n.nth
from (select id, row_number() over (partition by conversation_id order by id) as nth
      from support_conversationmessage) n
where n.id = m.id;
update support_conversation c set last_seq = n.last
from (select conversation_id, count(*) as last from support_conversationmessage group by 1) n
where n.conversation_id = c.id;
"""


class Migration(migrations.Migration):
    dependencies = [("support", "0026_nothing_kept_for_nobody")]

    operations = [
        migrations.AddField("conversation", "last_seq", models.PositiveIntegerField(default=0)),
        migrations.AddField("conversation", "shopper_read_seq", models.PositiveIntegerField(default=0)),
        migrations.AddField("conversation", "staff_read_seq", models.PositiveIntegerField(default=0)),
        migrations.AddField("conversation", "shopper_key", models.CharField(blank=True, default="", max_length=140), preserve_default=False),
        migrations.AddField("conversation", "ended_at", models.DateTimeField(null=True)),
        migrations.AddField("conversationmessage", "seq", models.PositiveIntegerField(null=True)),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
        migrations.AlterField("conversationmessage", "seq", models.PositiveIntegerField()),
        migrations.AlterField(
            "conversationmessage",
            "conversation",
            models.ForeignKey(
                db_index=False, on_delete=deletion.CASCADE, related_name="messages", to="support.conversation"
            ),
        ),
        migrations.AddConstraint(
            "conversationmessage",
            models.UniqueConstraint(fields=("conversation", "seq"), name="conversation_message_in_order"),
        ),
        migrations.AddConstraint(
            "conversation",
            models.UniqueConstraint(
                condition=models.Q(("shopper_key", ""), _negated=True) & models.Q(("ended_at", None)),
                fields=("store", "channel_slug", "shopper_key"),
                name="conversation_open_once",
            ),
        ),
    ]
