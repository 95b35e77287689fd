"""What buyers praise: the words that many of a product's good reviews have in common, counted. Nothing is made up."""

from datetime import datetime
from typing import Any

from django.db import connection

from ..stores.announcing import announce
from .models import ReviewSummary, State

# Of fewer reviews, a word that two have in common is chance.
LEAST_REVIEWS, LEAST_SAYING = 5, 3
MOST_READ, MOST_WORDS, MOST_NAMED = 500, 8, 20
PRAISING = 4
# They praise, and do not say what; or they are of every review.
SAYS_NOTHING = """
    good great nice best better perfect perfectly excellent amazing awesome love loved loves lovely like liked happy
    pleased satisfied recommend recommended product products item items thing things bought buy buying purchase
    purchased order ordered really thank thanks use used using get got one would also well star stars review
    iyi güzel çok harika mükemmel süper muhteşem beğendim beğendik bayıldım sevdim memnun memnunum memnunuz tavsiye
    ederim ederiz ürün ürünü ürünün ürünler aldım aldık alın alınız geldi gelen oldu oldukça gayet kesinlikle teşekkür
    teşekkürler ederiz sipariş siparişim kullanıyorum kullanıyoruz kullandım tam bence yıldız var yok olan olarak
"""
EMPTY = SAYS_NOTHING.split()
# By stems, so that endings do not part what is meant as one; named by the form that is most often written.
COUNT = f"""with said as (
    select id, language,
        lower(case language when 'tr' then translate(title || ' ' || text, 'Iİ', 'ıi') else title || ' ' || text end)
            as words,
        case language when 'tr' then 'turkish_stem' else 'english_stem' end as stemmer from support_review
    where store_id = %(store)s and product_id = %(product)s and state = '{State.PUBLISHED}' and stars >= {PRAISING}
        and language in ('tr', 'en')
    order by created_at desc, id desc limit {MOST_READ}),
stems as (
    select s.id, s.language, t.token as word,
        (ts_lexize(s.stemmer::regdictionary, t.token))[1] as stem
    from said s, ts_parse('default', s.words) t where t.tokid in (1, 2) and length(t.token) between 3 and 30),
counted as (
    select language, mode() within group (order by word) as word, count(distinct id) as reviews,
        (array_agg(distinct id order by id desc))[1:{MOST_NAMED}] as ids
    from stems where stem is not null and word <> all(%(empty)s)
    group by language, stem having count(distinct id) >= {LEAST_SAYING})
select word, language, reviews, ids from (
    select *, row_number() over (partition by language order by reviews desc, word) as place from counted) ranked
where place <= {MOST_WORDS} order by reviews desc, word"""  # noqa: S608  nothing but names and numbers of ours is put in


def count_due(*, now: datetime, most: int = 200) -> int:
    """Count the words of products whose reviews have changed since; return of how many."""
    to_count = ReviewSummary.across_stores.filter(praised_at=None, store__removed_at=None).select_related("store")
    found = list(to_count.order_by("changed_at")[:most])
    for summary in found:
        praise = words(summary) if summary.count >= LEAST_REVIEWS else []
        # What changes meanwhile is counted next time.
        mine = ReviewSummary.across_stores.filter(pk=summary.pk, changed_at=summary.changed_at)
        if mine.update(praise=praise, praised_at=now) and praise != summary.praise:
            announce(summary.store, summary.product_id)
    return len(found)


def words(summary: ReviewSummary) -> list[dict[str, Any]]:
    """Return what good reviews have in common, the most said first, with the newest reviews that say so."""
    with connection.cursor() as cursor:
        asked: dict[str, Any] = {"store": summary.store_id, "product": summary.product_id, "empty": EMPTY}
        cursor.execute(COUNT, asked)
        rows = cursor.fetchall()
    return [{"word": word, "language": language, "reviews": many, "ids": ids} for word, language, many, ids in rows]
