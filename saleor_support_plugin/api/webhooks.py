"""Where Saleor's deliveries arrive: verify, keep, answer. Nothing is read out of the body here.

Saleor retries a 5xx and a time-out (after 10, 20, 40, 80 and 160 s) and never a 3xx or 4xx: so 4xx is for what can
never succeed, 5xx for what may.
"""

import time
from collections.abc import Set
from hashlib import sha256

import psycopg
from psycopg_pool import PoolTimeout

from ..events.hot import EventWriter
from ..saleor.signatures import BadSignature, UnknownKey, verify
from ..stores.hot import InstalledStore, InstalledStores, KeysOutOfReach
from .hot_doors import Gone, LogLines, Receive, Scope, Send, TooLarge, answer, problem, read_body, request_id_of

KEPT = b'{"ok":true}'


class Refused(Exception):
    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body = problem(code, message)


class WebhookDoor:
    def __init__(
        self, stores: InstalledStores, writer: EventWriter, *, events: Set[str], most_bytes: int, lines: LogLines
    ) -> None:
        self._stores = stores
        self._writer = writer
        self._events = events
        self._most_bytes = most_bytes
        self._lines = lines

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        headers = dict(scope["headers"])
        request_id = request_id_of(headers)
        store_id, event = 0, headers.get(b"saleor-event", b"").decode("latin-1")
        try:
            store_id = await self._keep(scope, headers, event, receive)
            status, body = 202, KEPT
        except Refused as refused:
            status, body = refused.status, refused.body
        except (psycopg.OperationalError, PoolTimeout):
            status, body = 503, problem("DATABASE_OUT_OF_REACH", "Not kept. Send it again.")
        except Gone:
            return
        await answer(send, status, body, request_id)
        self._lines.add(began, status, request_id, event=event[:64], store=store_id)

    async def _keep(self, scope: Scope, headers: dict[bytes, bytes], event: str, receive: Receive) -> int:
        body = await self._read(scope, headers, receive)
        # A hint only: whoever names a store must have signed with that store's key.
        api_url = headers.get(b"saleor-api-url", b"").decode("latin-1")
        store = await self._stores.installed_store(api_url)
        if store is None:
            raise Refused(404, "STORE_UNKNOWN", "This store has not installed the app.")
        if event not in self._events:
            raise Refused(404, "EVENT_UNKNOWN", "The app does not ask for this event.")
        await self._verify(store, headers.get(b"saleor-signature", b""), body)
        try:
            await self._writer.keep(store_id=store.id, event=event, digest=sha256(body).digest(), body=body)
        except psycopg.errors.ForeignKeyViolation as error:
            self._stores.forget(api_url)
            raise Refused(404, "STORE_UNKNOWN", "This store has been erased.") from error
        return store.id

    async def _read(self, scope: Scope, headers: dict[bytes, bytes], receive: Receive) -> bytes:
        if scope["method"] != "POST":
            raise Refused(405, "METHOD_NOT_ALLOWED", "Deliveries are posted.")
        try:
            if int(headers.get(b"content-length", b"0") or b"0") > self._most_bytes:
                raise TooLarge
            return await read_body(receive, most=self._most_bytes)
        except (TooLarge, ValueError) as error:
            raise Refused(413, "TOO_LARGE", f"A delivery may have {self._most_bytes} bytes.") from error

    async def _verify(self, store: InstalledStore, signature: bytes, body: bytes) -> None:
        try:
            try:
                verify(store.keys, signature, body)
            except UnknownKey:
                verify((await self._stores.with_newer_keys(store)).keys, signature, body)
        except KeysOutOfReach as error:
            raise Refused(503, "KEYS_OUT_OF_REACH", "The store's keys cannot be had now. Send it again.") from error
        except (BadSignature, UnknownKey) as error:
            raise Refused(401, "SIGNATURE_BAD", "The signature is not the store's.") from error
