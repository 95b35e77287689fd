from django.db import migrations, models

# What was kept of tickets from before: the way of the first message that somebody said, and that they were opened again.
CARRY_OVER = """
update support_ticket t set medium = first.channel
from (select distinct on (conversation_id) conversation_id, channel from support_conversationmessage
      where author <> 'system' order by conversation_id, seq) first
where first.conversation_id = t.conversation_id and first.channel <> '';
update support_ticket t set reopened = again.many
from (select conversation_id, count(*) as many from support_conversationmessage
      where event = 'reopened' group by conversation_id) again
where again.conversation_id = t.conversation_id;
-- A row that is updated twice has checks pending, and other migrations change the table.
set constraints all immediate;
set constraints all deferred"""


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0040_article_help"),
    ]

    operations = [
        migrations.AddField(
            model_name="ticket",
            name="medium",
            field=models.CharField(
                blank=True,
                choices=[
                    ("WIDGET", "Written on a page of the shop, or on the conversation's own."),
                    ("CHAT", "Said in a live chat."),
                    ("FORM", "Written into a form."),
                    ("MAIL", "Sent by mail."),
                    ("CALL", "Asked for a call, or said in one."),
                    ("REVIEW", "Said in a review."),
                    ("SURVEY", "Said in a survey."),
                    ("WHATSAPP", "Sent by WhatsApp."),
                ],
                db_default="",
                default="",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="ticket",
            name="reopened",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.RunSQL(CARRY_OVER, migrations.RunSQL.noop),
    ]
