"""What happens to installed apps: switched off and on, removed, their webhooks and problems."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from .app_records import App, AppProblem, AppToken, Webhook
from .shop import Actor, Refused, Shop
from .tokens import digest, new_app_token

MOST_PROBLEMS = 100


class Apps:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    def add(self, name: str, *, permissions: list[str] | None = None, identifier: str = "") -> tuple[App, str]:
        """A local app without manifest or webhooks, and its token; for tests that want just a token."""
        with self.shop.act() as state:
            app = App(
                pk=state.next_pk("App"),
                name=name,
                identifier=identifier,
                created=self.shop.now(),
                permissions=sorted(permissions or []),
            )
            state.apps[app.pk] = app
            return app, self.give_token(app)

    def give_token(self, app: App) -> str:
        """A further token for the app; older ones stay good."""
        with self.shop.act() as state:
            token = new_app_token()
            app.tokens.append(AppToken(pk=state.next_pk("AppToken"), digest=digest(token), last_4=token[-4:]))
        return token

    def installed(self, identifier: str | None = None) -> App | None:
        """The newest app that is not removed, with this identifier if one is given."""
        standing = [app for app in self.shop.state.apps.values() if app.removed_at is None]
        return next((app for app in reversed(standing) if identifier in (None, app.identifier)), None)

    def activate(self, app: App, *, by: Actor = None) -> None:
        self._switch(app, by, on=True)

    def deactivate(self, app: App, *, by: Actor = None) -> None:
        """Its token answers as nobody's at once, and its webhooks rest; it is told so itself."""
        self._switch(app, by, on=False)

    def _switch(self, app: App, by: Actor, *, on: bool) -> None:
        with self.shop.act():
            app.is_active = on
            self.shop.happen("APP_STATUS_CHANGED", by=by, app=app)

    def delete(self, app: App, *, by: Actor = None) -> None:
        """Remove an app: its token dies, it is told (since 3.23), and a new install makes a new app."""
        with self.shop.act():
            app.removed_at = self.shop.now()
            app.is_active = False
            self.shop.happen("APP_DELETED", by=by, app=app)

    def report_problem(
        self, app: App, *, key: str, message: str, critical_threshold: int | None = None, aggregation_period: int = 60
    ) -> AppProblem:
        """Count a problem of the same key up when it came within `aggregation_period` minutes, else note a new one."""
        with self.shop.act() as state:
            now = self.shop.now()
            known = next((problem for problem in app.problems if problem.key == key), None)
            if known and now - known.updated_at <= timedelta(minutes=aggregation_period):
                known.count, known.message, known.updated_at = known.count + 1, message, now
            else:
                pk = state.next_pk("AppProblem")
                known = AppProblem(pk=pk, key=key, message=message, created_at=now, updated_at=now)
                app.problems = [*app.problems, known][-MOST_PROBLEMS:]
            known.is_critical = critical_threshold is not None and known.count >= critical_threshold
        return known

    def add_webhook(self, app: App, **values: Any) -> Webhook:
        """A webhook made with the app's own token; `values` are `Webhook`'s fields."""
        self._refuse_same_identifier(app, values.get("identifier"))
        with self.shop.act() as state:
            webhook = Webhook(pk=state.next_pk("Webhook"), **values)
            app.webhooks.append(webhook)
        return webhook

    def change_webhook(self, app: App, webhook: Webhook, **values: Any) -> None:
        if values.get("identifier") != webhook.identifier:
            self._refuse_same_identifier(app, values.get("identifier"))
        with self.shop.act():
            for name, value in values.items():
                setattr(webhook, name, value)

    def drop_webhook(self, app: App, webhook: Webhook) -> None:
        """Its waiting deliveries go with it."""
        with self.shop.act() as state:
            app.webhooks.remove(webhook)
            for delivery in [d for d in state.deliveries.values() if d.webhook_pk == webhook.pk]:
                del state.deliveries[delivery.pk]

    def _refuse_same_identifier(self, app: App, identifier: str | None) -> None:
        if identifier and any(webhook.identifier == identifier for webhook in app.webhooks):
            raise Refused("identifier", f"Duplicate webhook identifier: {identifier}.", "UNIQUE")
