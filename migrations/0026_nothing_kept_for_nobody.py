from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("support", "0025_reviews")]

    operations = [
        migrations.RemoveField("reviewsummary", "in_saleor"),
        migrations.RemoveField("crisis", "told_at"),
    ]
