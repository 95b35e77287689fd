"""Delivery facts for the hot door: a channel's in one statement, a variant's in another, then the rules of everywhere.

`queries` asks with the same statements. Rows come as JSON texts, so that both ways read the same values.
"""

from datetime import datetime
from typing import Any

import orjson
from psycopg_pool import AsyncConnectionPool

from .kept import Memory
from .places import Place
from .promised import Asked, Promised, promised

# None where store or channel is not known. Amounts and weights are texts: a JSON number would lose their digits.
PLACE = """
select json_build_object(
  'store', s.id, 'channel', c.slug, 'currency', c.currency, 'country', c.default_country, 'tax', c.tax,
  'strategy', c.allocation_strategy, 'warehouse_ids', c.warehouse_ids, 'follows_zones', s.stock_follows_zones,
  'zones', (select coalesce(json_agg(json_build_array(z.id, z.countries, z.warehouses)), '[]')
    from support_shippingzone z where z.store_id = s.id and z.channels ? c.slug),
  'methods', (select coalesce(json_agg(json_build_array(m.saleor_id, m.name, m.zone_id, m.minimum_days, m.maximum_days,
      m.minimum_weight::text, m.maximum_weight::text, m.postal_codes, m.excluded_products, m.tax_class_id,
      p.price::text, p.currency, p.minimum_order::text, p.maximum_order::text) order by m.id), '[]')
    from support_shippingmethod m
    join support_shippingzone z on z.id = m.zone_id and z.channels ? c.slug
    join support_shippingprice p on p.method_id = m.id and p.channel_slug = c.slug
    where m.store_id = s.id),
  'warehouses', (select coalesce(json_agg(json_build_array(w.saleor_id, w.name, w.country, w.city, w.postal_code,
      w.street, w.click_and_collect)), '[]') from support_warehouse w where w.store_id = s.id),
  'rates', (select coalesce(json_agg(json_build_array(t.country, t.tax_class_id, t.rate::text)), '[]')
    from support_taxrate t where t.store_id = s.id),
  'rules', (select coalesce(json_agg(json_build_array(r.warehouse_id, r.channel_slug, r.data)), '[]')
    from support_deliveryrules r where r.store_id = s.id),
  'widenings', (select coalesce(json_agg(json_build_array(w.method_id, w.warehouse_country, w.country, w.postal_prefix,
      w.late_days)), '[]') from support_widening w where w.store_id = s.id)
)::text
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %(channel)s and c.is_active
where {}"""
PLACE_BY_KEY = PLACE.format("s.key = %(store)s and s.removed_at is null and s.is_active")
PLACE_BY_ID = PLACE.format("s.id = %(store)s")

VARIANTS = """
select json_build_object(
  'id', v.saleor_id, 'product', v.product_id, 'is_shipping_required', v.is_shipping_required,
  'is_tracked', v.track_inventory, 'weight', v.weight::text, 'listings', v.listings, 'is_preorder', v.is_preorder,
  'preorder_until', v.preorder_until, 'preorder_left', v.preorder_left, 'expected_on', v.expected_on,
  'extra_handling', v.extra_handling, 'attributes', v.attributes,
  'stocks', (select coalesce(json_agg(json_build_array(k.warehouse_id, k.quantity - k.quantity_allocated)), '[]')
    from support_stock k where k.variant_id = v.id)
)::text
from support_variant v where v.store_id = %s and v.saleor_id = any(%s) and not v.is_deleted"""

DAYS_OFF = 'select country, "on", name, half_until from support_dayoff where country = any(%s) order by "on"'


async def answer(
    pool: AsyncConnectionPool[Any], memory: Memory, *, store_key: str, channel: str, asked: Asked, now: datetime
) -> Promised | None:
    """Return what a product page may say, or None where store, channel or variant is not known, or not published."""
    async with pool.connection() as connection:
        place = memory.place(store_key, channel)
        if place is None:
            since = memory.generation
            cursor = await connection.execute(PLACE_BY_KEY, {"store": store_key, "channel": channel})
            row = await cursor.fetchone()
            if row is None:
                return None
            place = Place(orjson.loads(row[0]))
            memory.keep_place(store_key, channel, place, since=since)
        if unread := place.unread(asked.to.country):
            place.learn(unread, await (await connection.execute(DAYS_OFF, (unread,))).fetchall())
        ids = [asked.variant_id]
        rows = await (await connection.execute(VARIANTS, (place.store_id, ids))).fetchall()
    return promised(place, orjson.loads(rows[0][0]), asked, now=now) if rows else None


DEFAULT_COUNTRY = """
select c.default_country from support_store s
join support_channel c on c.store_id = s.id and c.slug = %s and c.is_active
where s.key = %s and s.removed_at is null and s.is_active"""


async def default_country(pool: AsyncConnectionPool[Any], *, store_key: str, channel: str) -> str | None:
    """Return the channel's own country, or None where store or channel is not known."""
    async with pool.connection() as connection:
        row = await (await connection.execute(DEFAULT_COUNTRY, (channel, store_key))).fetchone()
    return row[0] if row else None
