"""Sending what happened to the apps: signed, in no order, retried as Saleor retries."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from urllib.parse import urlsplit

from .app_records import EventDelivery, EventDeliveryAttempt, Webhook
from .faults import Faults
from .shop import Shop
from .tokens import Signer
from .wire import Answer, NoAnswer, Request, Wire, saleor_headers

# Seconds after a failed attempt, doubled each time; so attempts come at 0, 10, 30, 70, 150 and 310 s.
FIRST_PAUSE = 10
MOST_ATTEMPTS = 6
# Saleor keeps failed deliveries this long.
KEPT = timedelta(days=14)


@dataclass(frozen=True)
class Sent:
    """One attempt: `status` is SUCCESS, PENDING (will be tried again) or FAILED; `code` the app's answer, if any."""

    delivery: EventDelivery
    status: str
    code: int | None


class Deliveries:
    def __init__(self, shop: Shop, wire: Wire, signer: Callable[[], Signer], faults: Faults, seed: int) -> None:
        self.shop = shop
        self.wire = wire
        self.signer = signer
        self.faults = faults
        self._shuffle = random.Random(seed)  # noqa: S311 - lack of order on purpose, not a secret
        self._one_at_a_time = threading.Lock()

    def waiting(self) -> list[EventDelivery]:
        return [delivery for delivery in self.shop.state.deliveries.values() if delivery.status == "PENDING"]

    def failed(self) -> list[EventDelivery]:
        return [delivery for delivery in self.shop.state.deliveries.values() if delivery.status == "FAILED"]

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Send nothing for a while; what was on its way has arrived, or failed."""
        with self._one_at_a_time:
            yield

    def deliver_due(self, *, workers: int = 1) -> list[Sent]:
        """Send everything that is due by the shop's clock, once; what the apps cause meanwhile waits."""
        with self._one_at_a_time:
            due = self._take_due()
            if workers == 1:
                sent = [self._attempt(delivery) for delivery in due]
            else:
                with ThreadPoolExecutor(workers) as pool:
                    sent = list(pool.map(self._attempt, due))
        return [one for one in sent if one is not None]

    def body_of(self, delivery: EventDelivery) -> bytes:
        with self.shop.act():
            if delivery.payload is None:
                delivery.payload = self.shop.payload_of(delivery)
            return delivery.payload.encode()

    def request_of(self, delivery: EventDelivery) -> Request:
        """The whole HTTP request of a delivery, as it would go out now: also for tests that send it themselves."""
        webhook = self._webhook(delivery)
        if webhook is None:
            raise LookupError("the delivery's webhook is gone")
        body = self.body_of(delivery)
        signature = self.signer().sign_detached(body)
        event, domain = delivery.event_type.lower(), urlsplit(self.shop.state.api_url).netloc
        headers = {
            **saleor_headers(self.shop.state.version, webhook.target_url),
            "Content-Type": "application/json",
            "X-Saleor-Event": event,
            "X-Saleor-Domain": domain,
            "X-Saleor-Signature": signature,
            "Saleor-Event": event,
            "Saleor-Domain": domain,
            "Saleor-Signature": signature,
            "Saleor-Api-Url": self.shop.state.api_url,
            **webhook.custom_headers,
        }
        return Request("POST", webhook.target_url, headers, body)

    def retry(self, delivery: EventDelivery) -> None:
        """Staff press "redeliver": due at once, with a fresh row of attempts."""
        with self.shop.act():
            delivery.status, delivery.attempts, delivery.next_at = "PENDING", [], self.shop.now()

    def _take_due(self) -> list[EventDelivery]:
        now = self.shop.now()
        with self.shop.act() as state:
            for old in [d for d in state.deliveries.values() if d.status == "FAILED" and d.created_at < now - KEPT]:
                del state.deliveries[old.pk]
            due = [delivery for delivery in self.waiting() if delivery.next_at <= now]
            for delivery in due:
                self.body_of(delivery)
        self._shuffle.shuffle(due)
        return due

    def _attempt(self, delivery: EventDelivery) -> Sent | None:
        webhook = self._webhook(delivery)
        if webhook is None:
            return None
        if delivery.event_type in self.faults.lost:
            self._lose(delivery)
            return None
        if not webhook.is_active:
            return self._settle(delivery, "FAILED", None)
        request, started = self.request_of(delivery), monotonic()
        answer = None
        for _ in range(self.faults.copies):
            answer = self._post(request)
        return self._note(delivery, answer, monotonic() - started)

    def _post(self, request: Request) -> Answer | str:
        try:
            return self.wire(request)
        except NoAnswer as error:
            return str(error)

    def _note(self, delivery: EventDelivery, answer: Answer | str | None, seconds: float) -> Sent:
        code = answer.status if isinstance(answer, Answer) else None
        good = code is not None and 200 <= code < 300
        # Saleor never retries a 3xx or 4xx.
        final = not good and ((code is not None and 300 <= code < 500) or len(delivery.attempts) + 1 >= MOST_ATTEMPTS)
        with self.shop.act() as state:
            delivery.attempts.append(
                EventDeliveryAttempt(
                    pk=state.next_pk("EventDeliveryAttempt"),
                    created_at=self.shop.now(),
                    duration=seconds,
                    response=answer.text if isinstance(answer, Answer) else answer,
                    response_status_code=code,
                    status="SUCCESS" if good else "FAILED",
                )
            )
            pause = FIRST_PAUSE * 2 ** (len(delivery.attempts) - 1)
            delivery.next_at = self.shop.now() + timedelta(seconds=pause)
            return self._settle(delivery, "SUCCESS" if good else "FAILED" if final else "PENDING", code)

    def _settle(self, delivery: EventDelivery, status: str, code: int | None) -> Sent:
        with self.shop.act() as state:
            delivery.status = status
            if status == "SUCCESS":
                state.deliveries.pop(delivery.pk, None)
        return Sent(delivery, status, code)

    def _lose(self, delivery: EventDelivery) -> None:
        """As when Saleor's worker is killed in the middle: the delivery is gone and nobody is told."""
        with self.shop.act() as state:
            state.deliveries.pop(delivery.pk, None)

    def _webhook(self, delivery: EventDelivery) -> Webhook | None:
        return next((own for _, own in self.shop.state.webhooks() if own.pk == delivery.webhook_pk), None)
