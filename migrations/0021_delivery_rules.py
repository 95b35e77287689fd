import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('support', '0020_delivery_facts'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeliveryRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('warehouse_id', models.CharField(blank=True, max_length=128)),
                ('channel_slug', models.CharField(blank=True, max_length=255)),
                ('data', models.JSONField(default=dict)),
                ('updated_at', models.DateTimeField()),
                ('store', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delivery_rules', to='support.store')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('store', 'warehouse_id', 'channel_slug'), name='delivery_rules_once'),
                    models.CheckConstraint(condition=models.Q(('warehouse_id', ''), ('channel_slug', ''), _connector='OR'), name='delivery_rules_of_one'),
                ],
            },
            managers=[
                ('across_stores', django.db.models.manager.Manager()),
            ],
        ),
    ]
