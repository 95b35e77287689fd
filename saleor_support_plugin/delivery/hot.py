"""The delivery line for the hot door: one statement, then the same rules as everywhere."""

from datetime import datetime
from typing import Any

from psycopg_pool import AsyncConnectionPool

from ..hours.zones import zone_of_country
from ..money import Money
from .rules import DeliveryLine, Method, delivery_line

# One row for each method, or one with nulls where none goes there; none where store, channel or variant is unknown.
FIND = """
select c.default_country, v.is_shipping_required, o.method_id, o.name, o.price_amount, o.currency, o.minimum_days,
       o.maximum_days, o.by_postal_code or coalesce(o.minimum_order, 0) > 0 or o.maximum_order is not null
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %s and c.is_active
join support_variant v on v.store_id = s.id and v.saleor_id = %s and not v.is_deleted
left join support_shippingoption o on o.store_id = s.id and o.channel_slug = c.slug and o.country = %s
where s.key = %s and s.removed_at is null and s.is_active"""


async def line(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, variant_id: str, country: str, now: datetime
) -> DeliveryLine | None:
    """Return what a product page may say, or None where store, channel or variant is not known."""
    async with pool.connection() as connection:
        rows = await (await connection.execute(FIND, (channel, variant_id, country, store_key))).fetchall()
    return from_rows(rows, now=now) if rows else None


def from_rows(rows: list[tuple[Any, ...]], *, now: datetime) -> DeliveryLine:
    methods = [
        Method(row[2], row[3], Money(row[4], row[5]), row[6], row[7], row[8])
        for row in rows
        if row[2] is not None and row[1]
    ]
    return delivery_line(methods=methods, now=now, zone=zone_of_country(rows[0][0]))
