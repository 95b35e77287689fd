"""Counting what helped."""

from datetime import datetime

from django.db import connection

from ..stores.models import Store
from ..stores.queries import configuration
from .models import ArticleHelp
from .rules import Article

_MOST_TITLE = ArticleHelp._meta.get_field("title").max_length
_COUNT = """
insert into support_articlehelp (store_id, channel_slug, page_id, title, day, times) values (%s, %s, %s, %s, %s, 1)
on conflict (store_id, day, channel_slug, page_id)
do update set times = support_articlehelp.times + 1, title = excluded.title"""


def helped(*, store: Store, channel: str, article: Article, now: datetime) -> None:
    """Count that an article helped somebody, on the shop's day."""
    day = now.astimezone(configuration(store, channel).zone).date()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [store.pk, channel, article.id, article.title[:_MOST_TITLE], day])
