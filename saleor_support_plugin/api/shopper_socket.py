"""`/s/STORE/CHANNEL/chat`: a shopper's page reads and writes in the conversation that its session opens."""

import re
from functools import partial
from typing import Any, ClassVar

import psycopg
from psycopg_pool import PoolTimeout

from ..chat import actions as chat
from ..chat import hot
from ..conversations import actions as conversations
from ..conversations import frames, here, hot_chat
from ..conversations.frames import outside_id, room_of, shoppers_room
from ..conversations.here import Here
from ..conversations.hot_chat import Opened, Storefront
from ..conversations.models import Conversation
from ..conversations.rules import TextWrong, rating
from ..realtime.payload import NOT_RECOGNISED, everybody_of
from ..tickets import actions as tickets
from .hot_doors import Receive, Scope, Send
from .socket_frames import Closed, Left, Refused, key_in, number_in, seen_in, token_in
from .sockets import Means, Visit, open_visit, origin_of, pictures_in, refuse, text_in

ADDRESS = re.compile(r"/s/(?P<store_key>[\w-]{1,32})/(?P<channel>[^/\x00]{1,255})/chat/?")


class ShopperDoor:
    def __init__(self, means: Means) -> None:
        self._means = means

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        asked = ADDRESS.fullmatch(scope["path"])
        if not asked:
            return await refuse(send, 404, "NOT_FOUND", "There is nothing at this address.")
        store_key, channel = asked["store_key"], asked["channel"]
        try:
            storefront = await hot_chat.storefront(self._means.pool, store_key=store_key, channel=channel)
        except (psycopg.Error, PoolTimeout):
            return await refuse(send, 503, "DATABASE_OUT_OF_REACH", "Try again in a moment.")
        if storefront is None:
            return await refuse(send, 404, "NOT_FOUND", "There is nothing at this address.")
        if origin_of(scope) not in storefront.origins:
            sentence = "This page is not among the storefront origins in the settings of Saleor Support."
            return await refuse(send, 403, "ORIGIN_NOT_ALLOWED", sentence)
        visit = partial(ShopperVisit, self._means, receive, store_key, storefront)
        return await open_visit(self._means, scope, receive, send, visit)


class ShopperVisit(Visit):
    side = "shopper"
    does: ClassVar = {
        "say": "say",
        "typing": "typing",
        "read": "read",
        "here": "here",
        "opened": "opened_card",
        "rate": "rate",
        "leave": "leave",
    }
    opened: Opened

    def __init__(self, means: Means, receive: Receive, store_key: str, storefront: Storefront, *rest: Any) -> None:
        super().__init__(means, receive, *rest)
        self._store_key = store_key
        self._storefront = storefront
        self._here: Here | None = None

    async def hello(self, frame: dict[str, Any]) -> None:
        means = self.means
        token, now = token_in(frame), means.clock()
        opened = await hot_chat.opened_by_token(means.pool, token, store_key=self._store_key, now=now)
        if opened is None:
            raise Closed(NOT_RECOGNISED, "the token opens nothing, or not any more")
        self.opened, self._here = opened, opened.here
        means.hub.join(everybody_of(opened.store_id), self.socket)
        after = frame.get("after")
        seen = after.get(outside_id(opened.id)) if isinstance(after, dict) else 0
        self.tell(self.state(opened, "welcome"))
        await means.hub.follow(shoppers_room(opened.id), self.socket, after=seen_in(seen, opened.last_seq))
        if not opened.is_letter:
            await self._tell_place()
        if "here" in frame:
            await self.here(frame)

    async def _tell_place(self) -> None:
        """Say where the chat stands; anew where something was told while that was read, for it may be newer."""
        told = -1
        while told != self.socket.pushed:
            told = self.socket.pushed
            place = await hot.place(self.means.pool, self.opened.id, now=self.means.clock())
        if place is not None:
            self.tell(dict(place))

    async def say(self, frame: dict[str, Any]) -> None:
        if self.opened.is_letter:
            await self._answer(frame)
        else:
            await self.say_in(self.opened, frame, name=self.opened.name)

    def card_of(self, text: str) -> dict[str, Any] | None:
        return self._storefront.words.card(text)

    async def _answer(self, frame: dict[str, Any]) -> None:
        """In a ticket's conversation what a shopper says moves the ticket, and is kept together with that."""
        key, pictures = key_in(frame), pictures_in(frame)
        said = text_in(frame) if frame.get("text") or not pictures else ""
        self.must_allow(self.opened)
        now = self.means.clock()

        def answered() -> int:
            conversation = Conversation.across_stores.select_related("store").get(pk=self.opened.id)
            return tickets.answer(conversation=conversation, given=said, photos=pictures, key=key, now=now).seq

        try:
            seq = await self.means.django.call(answered)
        except (tickets.TooOften, TextWrong) as wrong:
            raise Refused(wrong.code, str(wrong)) from wrong
        self.kept(self.opened, key, seq)

    async def typing(self, _: dict[str, Any]) -> None:
        self.typing_in(self.opened, self.opened.name)

    async def read(self, frame: dict[str, Any]) -> None:
        self.read_in(self.opened, frame)

    async def here(self, frame: dict[str, Any]) -> None:
        """Remember on which page they are, and tell staff."""
        found = here.read(frame.get("here"), origins=self._storefront.origins, now=self.means.clock())
        if here.is_same(found, self._here):
            return
        self._here = found
        await hot_chat.set_here(self.means.pool, self.opened.id, found)
        self.means.wire.tell(room_of(self.opened.id), frames.text(frames.here(self.opened.id, found)))

    async def opened_card(self, frame: dict[str, Any]) -> None:
        seq, now = number_in(frame), self.means.clock()

        def opened() -> None:
            conversation = Conversation.across_stores.get(pk=self.opened.id)
            conversations.open_card(conversation=conversation, seq=seq, now=now)

        self.must_allow(self.opened)
        await self.means.django.call(opened)

    async def rate(self, frame: dict[str, Any]) -> None:
        try:
            score, words = rating(frame.get("score"), frame.get("text"))
        except TextWrong as wrong:
            raise Refused(wrong.code, str(wrong)) from wrong
        now = self.means.clock()

        def rated() -> None:
            conversation = Conversation.across_stores.get(pk=self.opened.id)
            conversations.rate(conversation=conversation, score=score, text=words, now=now)

        self.must_allow(self.opened)
        await self.means.django.call(rated)

    async def leave(self, _: dict[str, Any]) -> None:
        """They leave the queue, or end the chat."""
        now = self.means.clock()

        def left() -> None:
            conversation = Conversation.across_stores.select_related("store").get(pk=self.opened.id)
            chat.walk_away(conversation=conversation, now=now)

        await self.means.django.call(left)
        self.socket.close(1000)
        raise Left
