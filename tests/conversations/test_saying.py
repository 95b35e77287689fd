"""What is said in a conversation is counted without gaps, kept once, and told when it is committed."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import orjson
import psycopg
import pytest
from django.db import connection, transaction
from psycopg_pool import AsyncConnectionPool

from saleor_support_plugin.conversations import actions, speaking
from saleor_support_plugin.conversations.models import Author, Conversation, Happening
from saleor_support_plugin.conversations.speaking import NotKept, Speaking
from saleor_support_plugin.conversations.statement import ChatOver, Line, Told, read_told
from saleor_support_plugin.database import conninfo

from ..shops import Shop

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def begun(shop: Shop) -> Conversation:
    return actions.begin(store=shop.store, channel="default-channel", language="en", email="", name="Ada", now=NOW)


def say(conversation: Conversation, text: str, key: str = "") -> actions.Said | actions.Already:
    return actions.say(conversation=conversation, author=Author.SHOPPER, author_name="Ada", text=text, key=key, now=NOW)


def line(conversation: Conversation, text: str, key: str) -> Line:
    return Line(conversation.pk, "shopper", "Ada", text, NOW, key=key)


def in_order(conversation: Conversation) -> list[tuple[int, str]]:
    return list(conversation.messages.order_by("seq").values_list("seq", "text"))


def together(act: Callable[[list[Speaking]], Coroutine[Any, Any, None]], many: int = 1) -> list[list[Told]]:
    """Run with so many processes' speakers; return what each told its own readers."""
    told: list[list[Told]] = [[] for _ in range(many)]

    async def run() -> None:
        async with AsyncConnectionPool(
            conninfo(), min_size=1, max_size=6, open=False, kwargs={"autocommit": True}
        ) as pool:
            speakers = [Speaking(pool, by=str(number), tell=told[number].extend) for number in range(many)]
            await act(speakers)
            for speaker in speakers:
                await speaker.close()

    asyncio.run(asyncio.wait_for(run(), 30))
    return told


@pytest.fixture
def hearing(committed: object) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(conninfo(), autocommit=True) as hears:
        hears.execute("listen support_said")
        yield hears


def heard(hearing: psycopg.Connection[Any], *, least: int) -> list[dict[str, Any]]:
    """Return what was told; waits for `least` notifications, then takes what else has come."""
    first = [one.payload for one in hearing.notifies(timeout=10, stop_after=least)] if least else []
    rest = [one.payload for one in hearing.notifies(timeout=0.2)]
    assert all(len(payload.encode()) < 8_000 for payload in first + rest)
    return [orjson.loads(payload) for payload in first + rest]


def test_events_are_counted_too_and_are_never_what_was_said_last(aurora: Shop) -> None:
    conversation = begun(aurora)
    say(conversation, "Hello")
    actions.note(conversation=conversation, event=Happening.CLOSED, by="staff", now=NOW)
    conversation.refresh_from_db()
    assert list(conversation.messages.values_list("seq", "event")) == [(1, ""), (2, "closed")]
    assert (conversation.last_seq, conversation.last_message and conversation.last_message.seq) == (2, 1)


def test_the_same_key_is_the_same_message_in_its_own_conversation_alone(aurora: Shop) -> None:
    conversation, other = begun(aurora), begun(aurora)
    first, again, elsewhere = say(conversation, "One", "k"), say(conversation, "Two", "k"), say(other, "One", "k")
    assert isinstance(first, actions.Said)
    assert isinstance(again, actions.Already)
    assert (again.message, again.message.text) == (first.message, "One")
    assert isinstance(elsewhere, actions.Said)
    assert in_order(conversation) == [(1, "One")]


@pytest.mark.parametrize("text", ['"quotes" \\ and {braces} %s', "Ürün nerede? 🎁\nNerede?", "x" * 5_000, "[1,2]"])
def test_any_text_is_kept_and_told_as_it_was_said(
    open_aurora: Shop, hearing: psycopg.Connection[Any], text: str
) -> None:
    conversation = begun(open_aurora)
    say(conversation, text, "k")
    [told] = [read_told(entry) for payload in heard(hearing, least=1) for entry in payload["said"]]
    assert (told.store_id, told.channel) == (open_aurora.store.pk, "default-channel")
    assert (told.conversation_id, told.seq) == (conversation.pk, 1)
    assert told.line == (None if len(text) > 1_000 else replace(line(conversation, text, "k"), channel="WIDGET"))
    assert in_order(conversation) == [(1, text)]


NAUGHTY = ['"', "\\", '\\"', "{}", "{,}", "NULL", "null", "", "a,b", "'", "\n\t", "🧵", "ş\u200d", "%s", "$1", " x "]
BETWEEN = ["\x1f", "a\x1fb"]


@pytest.mark.parametrize("texts", [NAUGHTY, NAUGHTY + BETWEEN])
def test_texts_said_at_once_are_kept_and_told_to_the_letter(
    open_aurora: Shop, hearing: psycopg.Connection[Any], texts: list[str]
) -> None:
    conversation = begun(open_aurora)
    cards = [{"kind": "page", "title": text} for text in texts]

    async def act(speakers: list[Speaking]) -> None:
        lines = [
            replace(line(conversation, text, f"{number} {text}"[:64]), author_name=text, card=card)
            for number, (text, card) in enumerate(zip(texts, cards, strict=True))
        ]
        await asyncio.gather(*map(speakers[0].say, lines))

    [told] = together(act)
    assert [text for _, text in in_order(conversation)] == texts
    assert list(conversation.messages.order_by("seq").values_list("author_name", flat=True)) == texts
    assert list(conversation.messages.order_by("seq").values_list("card", flat=True)) == cards
    assert [read_told(entry) for payload in heard(hearing, least=1) for entry in payload["said"]] == told


def test_nothing_is_told_before_it_is_committed_or_when_it_never_is(
    open_aurora: Shop, hearing: psycopg.Connection[Any]
) -> None:
    conversation = begun(open_aurora)
    with transaction.atomic():
        say(conversation, "Never said")
        transaction.set_rollback(True)
    with transaction.atomic():
        say(conversation, "Said")
        assert heard(hearing, least=0) == []
    [payload] = heard(hearing, least=1)
    assert payload["by"] == ""
    assert [entry[3] for entry in payload["said"]] == [1]


def test_many_at_once_are_few_statements_in_order_and_all_told(
    open_aurora: Shop, hearing: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    conversations = [begun(open_aurora), begun(open_aurora)]
    batches = []
    keep = Speaking._keep

    async def counted(self: Speaking, lines: list[Line]) -> Any:
        batches.append(len(lines))
        return await keep(self, lines)

    monkeypatch.setattr(Speaking, "_keep", counted)

    async def act(speakers: list[Speaking]) -> None:
        saying = [
            speakers[0].say(line(conversations[number % 2], f"{number} " + "ş" * (number % 7 * 40), str(number)))
            for number in range(600)
        ]
        kept = await asyncio.gather(*saying)
        assert [one.seq for one in kept] == [number // 2 + 1 for number in range(600)]

    [told] = together(act)
    assert sum(batches) == 600
    assert len(batches) <= 4
    by_wire = [read_told(entry) for payload in heard(hearing, least=1) for entry in payload["said"]]
    assert by_wire == told
    for conversation in conversations:
        seqs = [one.seq for one in told if one.conversation_id == conversation.pk]
        assert seqs == list(range(1, 301))
        conversation.refresh_from_db()
        assert conversation.last_seq == conversation.last_message.seq == 300  # type: ignore[union-attr]


def test_two_processes_and_staffs_answers_give_one_order_and_keep_a_key_once(open_aurora: Shop) -> None:
    conversations = [begun(open_aurora), begun(open_aurora)]

    def answered(number: int) -> None:
        say(conversations[number % 2], f"staff {number}", f"staff {number}")
        connection.close()

    async def act(speakers: list[Speaking]) -> None:
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(4) as threads:
            answers = [loop.run_in_executor(threads, answered, number) for number in range(20)]
            said = []
            for number in range(100):  # each key from both processes, as after a cut
                said += [speaker.say(line(conversations[number % 2], f"{number}", f"{number}")) for speaker in speakers]
            kept = await asyncio.gather(*said)
            await asyncio.gather(*answers)
        assert all(kept[place].seq == kept[place + 1].seq for place in range(0, 200, 2))

    together(act, 2)
    for conversation in conversations:
        assert [seq for seq, _ in in_order(conversation)] == list(range(1, 61))
        assert len({text for _, text in in_order(conversation)}) == 60


def test_whoever_holds_one_conversation_holds_up_no_other(open_aurora: Shop) -> None:
    held, free = begun(open_aurora), begun(open_aurora)

    async def act(speakers: list[Speaking]) -> None:
        async with await psycopg.AsyncConnection.connect(conninfo()) as holder:
            await holder.execute("select 1 from support_conversation where id = %s for update", (held.pk,))
            waiting = asyncio.create_task(speakers[0].say(line(held, "Later", "k")))
            kept = await asyncio.gather(*(speakers[0].say(line(free, "Now", str(key))) for key in range(5)))
            assert [one.seq for one in kept] == [1, 2, 3, 4, 5]
            assert not waiting.done()
        assert (await waiting).seq == 1

    together(act)


def test_what_is_said_while_a_conversation_is_held_stays_behind_what_was_said_before(
    open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begun(open_aurora)
    keep = Speaking._keep
    later: list[asyncio.Task[Any]] = []

    async def act(speakers: list[Speaking]) -> None:
        asked = asyncio.Event()

        async def meanwhile(self: Speaking, lines: list[Line]) -> dict[int, Any]:
            """Somebody says more, and the first words again, while the database is asked."""
            if not later:
                more = [line(held, text, text) for text in ("Second", "First", "Third")]
                later.extend(asyncio.create_task(speakers[0].say(one)) for one in more)
                await asyncio.sleep(0)
            found = await keep(self, lines)
            asked.set()
            return found

        monkeypatch.setattr(Speaking, "_keep", meanwhile)
        async with await psycopg.AsyncConnection.connect(conninfo()) as holder:
            await holder.execute("select 1 from support_conversation where id = %s for update", (held.pk,))
            first = asyncio.create_task(speakers[0].say(line(held, "First", "First")))
            await asked.wait()
        assert [one.seq for one in await asyncio.gather(first, *later)] == [1, 2, 1, 3]

    together(act)
    assert in_order(held) == [(1, "First"), (2, "Second"), (3, "Third")]


def test_who_waits_too_long_is_told_and_so_is_who_speaks_where_nothing_is(
    open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaking, "MOST_ASKED", 3)
    gone = Conversation(pk=999_999)

    async def act(speakers: list[Speaking]) -> None:
        with pytest.raises(NotKept):
            await speakers[0].say(line(gone, "Hello?", "k"))

    together(act)


def test_one_line_that_the_database_refuses_takes_no_other_with_it(open_aurora: Shop) -> None:
    conversation = begun(open_aurora)

    async def act(speakers: list[Speaking]) -> None:
        texts = ["one", "nul \0", "three"]
        saying = [speakers[0].say(line(conversation, text, text[:3])) for text in texts]
        kept = await asyncio.gather(*saying, return_exceptions=True)
        assert [type(one) is NotKept for one in kept] == [False, True, False]

    together(act)
    assert in_order(conversation) == [(1, "one"), (2, "three")]


def test_a_connection_that_broke_is_replaced_and_what_it_kept_is_not_said_twice(open_aurora: Shop) -> None:
    conversation = begun(open_aurora)

    async def act(speakers: list[Speaking]) -> None:
        await speakers[0].say(line(conversation, "one", "1"))
        await speakers[0]._connection.close()  # type: ignore[union-attr]
        assert (await speakers[0].say(line(conversation, "one", "1"))).seq == 1
        assert (await speakers[0].say(line(conversation, "two", "2"))).seq == 2

    [told] = together(act)
    assert [(one.seq, one.line and one.line.text) for one in told] == [(1, "one"), (1, None), (2, "two")]
    assert in_order(conversation) == [(1, "one"), (2, "two")]


def test_of_many_at_once_those_of_a_chat_that_is_over_are_refused_and_the_others_kept(
    open_aurora: Shop, hearing: psycopg.Connection[Any]
) -> None:
    live, over = begun(open_aurora), begun(open_aurora)
    for conversation in (live, over):
        actions.resume(conversation=conversation)
    before = replace(line(over, "Before", "k0"), only_live=True)

    async def while_it_goes_on(speakers: list[Speaking]) -> None:
        assert (await speakers[0].say(before)).seq == 1

    async def afterwards(speakers: list[Speaking]) -> None:
        saying = [
            speakers[0].say(replace(line(one, "Now", f"k{number}"), only_live=True))
            for number, one in enumerate([live, over] * 20, 1)
        ]
        kept = await asyncio.gather(*saying, return_exceptions=True)
        assert [one.seq for one in kept[::2] if not isinstance(one, BaseException)] == list(range(1, 21))
        assert {type(one) for one in kept[1::2]} == {ChatOver}
        # What was kept while it went on is told again, however late it is asked for.
        assert (await speakers[0].say(before)).is_new is False

    together(while_it_goes_on)
    actions.end(conversation=over, now=NOW)
    [told] = together(afterwards)
    assert in_order(over) == [(1, "Before")]
    assert {one.conversation_id for one in told[:-1]} == {live.pk}
    assert not [entry for payload in heard(hearing, least=1) for entry in payload["said"] if entry[3] == 0]


def test_cards_travel_with_what_is_said(open_aurora: Shop, hearing: psycopg.Connection[Any]) -> None:
    conversation = begun(open_aurora)
    card = {"kind": "product", "name": 'Ürün "A"', "price": {"amount": "1.00", "currency": "TRY"}, "image": None}

    async def act(speakers: list[Speaking]) -> None:
        await asyncio.gather(
            speakers[0].say(replace(line(conversation, "", "k1"), card=card)),
            speakers[0].say(line(conversation, "Plain", "k2")),
            speakers[0].say(replace(line(conversation, "Both", "k3"), card=card)),
        )

    [told] = together(act)
    assert [one.line and one.line.card for one in told] == [card, None, card]
    by_wire = [read_told(entry) for payload in heard(hearing, least=2) for entry in payload["said"]]
    assert sorted(by_wire, key=lambda one: one.seq) == told
    assert list(conversation.messages.order_by("seq").values_list("card", flat=True)) == [card, None, card]
