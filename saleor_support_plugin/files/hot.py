"""Whether a file may be shown, for the door that shows it: one statement by one index."""

from dataclasses import dataclass
from typing import Any

from psycopg_pool import AsyncConnectionPool

FIND = """select f.state, f.refusal, f.width, f.height from support_storedfile f
join support_store s on s.id = f.store_id and s.removed_at is null
where f.token = %(token)s"""


@dataclass(frozen=True, slots=True)
class Found:
    state: str
    refusal: str
    width: int | None
    height: int | None


async def found(pool: AsyncConnectionPool[Any], token: str) -> Found | None:
    async with pool.connection() as connection:
        row = await (await connection.execute(FIND, {"token": token})).fetchone()
    return Found(*row) if row else None
