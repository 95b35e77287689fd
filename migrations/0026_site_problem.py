from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('support', '0025_from_before'),
    ]

    operations = [
        migrations.AlterField(
            model_name='conversationmessage',
            name='event',
            field=models.CharField(blank=True, choices=[('closed', '`authorName` closed the ticket.'), ('reopened', 'It was opened again.'), ('order_not_found', 'The shopper named an order, `text`, that is not under their e-mail.'), ('looked_at', 'The shopper wrote from a page about `text`, and left that in their message.'), ('site_problem', 'The shopper says that something on the page does not work: `text` is its address, window and browser.'), ('seated', '`authorName` took the chat.'), ('unseated', 'The chat went back to the queue, from `authorName`.'), ('chat_ended', '`authorName` ended the chat.'), ('chat_left', 'The shopper left the queue before anybody came.'), ('chat_missed', 'Nobody was there for the chat; the shopper was told so.'), ('note', '`authorName` noted `text`.'), ('rated', 'The shopper rated the conversation: `text` is 1 to 5, and then what they wrote.'), ('order_act', "An act on the order, `authorName`'s: `text` is its number, kind, state and money."), ('assigned', '`authorName` gave the ticket to `text`; nobody, where that is empty.'), ('changed', '`authorName` changed what it is: `text` is the field, `:`, and its new value.'), ('routed', 'The routing rule `text` settled something about the ticket.'), ('clock_amber', 'Three quarters of the time are over for `text`: FIRST_REPLY or RESOLVE.'), ('clock_breached', 'The time is over for `text`: FIRST_REPLY or RESOLVE.'), ('merged', '`authorName` put the ticket of the number `text` into this one, and may have said why after it.'), ('unmerged', '`authorName` took the ticket of the number `text` out again.'), ('split', '`authorName` made the ticket of the number `text` of some messages of this one.'), ('split_from', '`authorName` made this ticket of messages of the one of the number `text`.'), ('unsplit', '`authorName` took the ticket of the number `text` back into this one.'), ('linked', '`authorName` linked the ticket of the number `text`.'), ('unlinked', '`authorName` took the link to the ticket of the number `text` away.'), ('surveyed', 'The shopper said in a survey how they liked it: `text` is `score/scale`, and then their words.'), ('alerted', 'Nobody had answered for a while; `text` was told.'), ('mail_kept', "A machine answered by mail, and why we think so is `text`: nobody's words."), ('mail_of_another', '`text` answered a mail of this conversation, and has a ticket of their own.'), ('copied', '`authorName` put `text` in copy of what the shopper is mailed.'), ('uncopied', '`authorName` took `text` out of copy.'), ('copy_wrote', '`authorName`, who is in copy, wrote `text`. The shopper does not see it.'), ('attached', 'The mail also held files that are no pictures: `text`.'), ('whatsapp_kept', 'The shopper wrote `text` by WhatsApp, after too many others in an hour.'), ('undelivered', 'An answer by WhatsApp did not arrive, or perhaps not, and why is `text`.')], max_length=32),
        ),
    ]
