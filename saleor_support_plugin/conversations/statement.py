"""The one statement by which anything is said: in order, once, and told to every process by the commit itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import orjson

from ..realtime.payload import CHANNEL

# PostgreSQL refuses a notification of 8,000 bytes. A line of more than MOST_LINE is told by its number alone.
MOST_LINE = 1_800
MOST_TOLD = 6_000

_SAY = """
with given as (
    select * from {given}
        as one (conversation_id, author, author_name, event, text, key, at, card, channel, only_live, line, nth)),
held as materialized (
    select id, store_id, channel_slug, last_seq, is_live from support_conversation
    where id = {of} order by id for no key update {waiting}),
known as (
    select g.nth, m.id, m.seq from given g
    cross join lateral (  -- one look into the index for each, however large the table is thought to be
        select id, seq from support_conversationmessage
        where conversation_id = g.conversation_id and key = g.key and key <> '' limit 1) m),
fresh as (
    select g.*, h.store_id, h.channel_slug,
           h.last_seq + row_number() over (partition by g.conversation_id order by g.nth) as seq
    from given g join held h on h.id = g.conversation_id
    where (h.is_live or not g.only_live) and not exists (select 1 from known k where k.nth = g.nth)),
said as (
    insert into support_conversationmessage
        (conversation_id, seq, author, author_name, event, text, key, at, card, channel)
    select conversation_id, seq, author, author_name, event, text, key, at, card, channel from fresh order by nth
    returning id, conversation_id, seq, author),
moved as (
    update support_conversation c
    set last_seq = s.seq, last_message_id = coalesce(s.spoken, c.last_message_id)
    from (select conversation_id, max(seq) as seq, max(id) filter (where author <> 'system') as spoken
          from said group by conversation_id) s
    where c.id = s.conversation_id),
lines as (
    select nth, concat('[', store_id, ',', to_json(channel_slug), ',', conversation_id, ',', seq,
                       case when octet_length(line) > {most_line} then '' else ',' || line end, ']') as line
    from fresh),
parts as (
    select nth, line, sum(octet_length(line) + 1) over (order by nth) / {most_told} as part from lines),
told as (
    select pg_notify('{channel}', concat('{{"by":"', %s::text, '","said":[', string_agg(line, ',' order by nth), ']}}'))
    from parts group by floor(part))
select f.nth, f.store_id, f.channel_slug, f.seq, s.id, true, (select count(*) from told)
from fresh f join said s using (conversation_id, seq)
union all
select k.nth, h.store_id, h.channel_slug, k.seq, k.id, false, 0
from known k join given g using (nth) join held h on h.id = g.conversation_id
union all
select g.nth, h.store_id, h.channel_slug, 0, 0, false, 0
from given g join held h on h.id = g.conversation_id
where g.only_live and not h.is_live and not exists (select 1 from known k where k.nth = g.nth)"""
_WITH = {"channel": CHANNEL, "most_line": MOST_LINE, "most_told": MOST_TOLD}
_TYPES = ("bigint", "text", "text", "text", "text", "text", "timestamptz", "jsonb", "text", "boolean", "text")
_MANY = _WITH | {
    "given": f"unnest({', '.join(f'%s::{one}[]' for one in _TYPES)}) with ordinality",
    "of": "any(%s::bigint[])",
}
# At a quiet hour every batch is one line: with arrays it takes us 280 µs instead of 120, PostgreSQL 390 instead of 260.
_ONE = _WITH | {"given": f"(values ({', '.join(f'%s::{one}' for one in _TYPES)}, 1))", "of": "%s::bigint"}
_WAITING = {False: "skip locked", True: ""}
_ONE_LINE = {is_waiting: _SAY.format(waiting=how, **_ONE) for is_waiting, how in _WAITING.items()}
_MANY_LINES = {is_waiting: _SAY.format(waiting=how, **_MANY) for is_waiting, how in _WAITING.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody says, or what happened. A `key` is used once in a conversation."""

    conversation_id: int
    author: str
    author_name: str
    text: str
    at: datetime
    event: str = ""
    key: str = ""
    card: Mapping[str, Any] | None = None
    # Kept only while the chat goes on: a socket may not know yet that it is over.
    only_live: bool = False
    # A name of models.Medium, or empty.
    channel: str = ""


class Kept(NamedTuple):
    """What became of a line: where it stands, and whether it was not there before."""

    store_id: int
    channel: str
    # 0 where it was not kept: the chat is over.
    seq: int
    message_id: int
    is_new: bool


class ChatOver(Exception):
    """The line was to be kept only while the chat goes on."""

    code = "ENDED"


@dataclass(frozen=True, slots=True)
class Told:
    """A line on its way to those who read along; `line` is None where it is too long to be told, and is read."""

    store_id: int
    channel: str
    conversation_id: int
    seq: int
    line: Line | None


def statement(lines: Sequence[Line], *, by: str, is_waiting: bool) -> tuple[str, tuple[Any, ...]]:
    """Return the SQL that keeps these lines, and its values; `by` is the process that tells its own readers itself.

    Without waiting, lines of a conversation that somebody else holds are left out.
    """
    if len(lines) == 1:
        return _ONE_LINE[is_waiting], (*_row(lines[0]), lines[0].conversation_id, by)
    columns = zip(*map(_row, lines), strict=True)
    conversations = {str(one.conversation_id) for one in lines}
    return _MANY_LINES[is_waiting], (*map(_array, columns), _array(conversations), by)


# No text of ours holds it; one that does is quoted alone.
_BETWEEN = "\x1f"


def _array(values: Collection[str | None]) -> str:
    """Return an array as PostgreSQL reads it, quoted as a whole: psycopg quotes each, and takes ten times as long."""
    texts = ["" if one is None else one for one in values]
    whole = _BETWEEN.join(texts)
    if None in values or whole.count(_BETWEEN) != len(texts) - 1:
        return f"{{{','.join('NULL' if one is None else _quoted(one) for one in values)}}}"
    return "{" + _quoted(whole).replace(_BETWEEN, '","') + "}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


def _row(line: Line) -> tuple[str | None, ...]:
    card = None if line.card is None else orjson.dumps(line.card).decode()
    facts: list[Any] = [line.author, line.author_name, line.event, line.text, line.key, line.at]
    if line.channel:
        facts += [line.card, line.channel]
    elif line.card is not None:
        facts.append(line.card)
    told = orjson.dumps(facts)[1:-1].decode()
    return (
        str(line.conversation_id),
        line.author,
        line.author_name,
        line.event,
        line.text,
        line.key,
        line.at.isoformat(),
        card,
        line.channel,
        "true" if line.only_live else "false",
        told,
    )


def kept(rows: Iterable[Sequence[Any]]) -> dict[int, Kept]:
    """Return what became of each line, by its place among those given; a conversation that was held has none."""
    return {nth - 1: Kept(store, channel, seq, pk, is_new) for nth, store, channel, seq, pk, is_new, _ in rows}


def read_told(entry: Sequence[Any]) -> Told:
    store_id, channel, conversation_id, seq = entry[:4]
    if len(entry) == 4:
        return Told(store_id, channel, conversation_id, seq, None)
    author, name, event, text, key, at, *more = entry[4:]
    card, via = more[0] if more else None, more[1] if len(more) > 1 else ""
    line = Line(conversation_id, author, name, text, datetime.fromisoformat(at), event, key, card, channel=via)
    return Told(store_id, channel, conversation_id, seq, line)
