"""Who holds a token: minting staff, customer and Dashboard tokens, and reading them back from a request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import jwt

from .app_records import App, AppExtension
from .catalogue_records import Channel
from .manifest import all_permissions
from .permissions import Caller, permissions_of
from .records import User, global_id, kind_and_pk
from .shop import Shop
from .tokens import ACCESS_LIFETIME, REFRESH_LIFETIME, Signer, digest, looks_like_app_token

_START_AGAIN = "Invalid token. Create new one by using tokenCreate mutation."


class Sessions:
    def __init__(self, shop: Shop, signer: Callable[[], Signer]) -> None:
        self.shop = shop
        self.signer = signer

    def permissions_of(self, user: User) -> frozenset[str]:
        by_group = {group.pk: group.permissions for group in self.shop.state.groups.values()}
        return permissions_of(user, all_permissions(self.shop.state.version), by_group)

    def is_restricted(self, user: User) -> bool:
        """Whether this person may work in some channels only: one unrestricted group lifts it."""
        groups = [self.shop.state.groups[pk] for pk in user.group_pks]
        return not user.is_superuser and all(group.restricted_access_to_channels for group in groups)

    def channels_of(self, user: User) -> list[Channel]:
        slugs = {slug for pk in user.group_pks for slug in self.shop.state.groups[pk].channel_slugs}
        restricted = self.is_restricted(user)
        return [channel for channel in self.shop.state.channels.values() if not restricted or channel.slug in slugs]

    def access_token(self, user: User, *, audience: str | None = None) -> str:
        """What `tokenCreate` gives: five minutes for a shopper or staff member."""
        aud = {"aud": f"custom:{audience}"} if audience else {}
        return self._sign(user, "access", ACCESS_LIFETIME, **aud)

    def refresh_token(self, user: User) -> str:
        return self._sign(user, "refresh", REFRESH_LIFETIME)

    def dashboard_token(self, user: User, extension: AppExtension) -> str:
        """The token the Dashboard hands to an extension's frame; empty when the person lacks its permissions."""
        app = next(app for app, owned in self.shop.state.extensions() if owned is extension)
        if not set(extension.permissions) <= self.permissions_of(user):
            return ""
        return self._third_party(user, app, extension.permissions, app_extension=extension.id)

    def app_page_token(self, user: User, app: App) -> str:
        """The token of the app's own pages: what both the app and the person may do."""
        return self._third_party(user, app, app.permissions)

    def _third_party(self, user: User, app: App, granted: list[str], **more: str) -> str:
        mine = self.permissions_of(user)
        aud = {"aud": app.audience} if app.audience else {}
        return self._sign(
            user,
            "thirdparty",
            ACCESS_LIFETIME,
            app=app.id,
            permissions=sorted(mine & set(granted)),
            user_permissions=sorted(mine),
            **aud,
            **more,
        )

    def _sign(self, user: User, kind: str, lifetime: timedelta, **more: Any) -> str:
        now = self.shop.now()
        claims = {
            "iat": int(now.timestamp()),
            "owner": "saleor",
            "iss": self.shop.state.api_url,
            "exp": int((now + lifetime).timestamp()),
            "token": user.token_key,
            "email": user.email,
            "type": kind,
            "user_id": global_id("User", user.pk),
            "is_staff": user.is_staff,
        }
        return self.signer().sign_claims(claims | more)

    def end_sessions(self, user: User) -> None:
        """As when a password is changed: every token of this person is dead."""
        with self.shop.act() as state:
            user.token_key = state.next_uuid()[:12]

    def caller(self, token: str | None) -> Caller:
        """Who a request's token speaks for. A dead app token is nobody's; a bad JWT complains where it is needed."""
        if not token:
            return Caller()
        if looks_like_app_token(token):
            app = self._app_with(token)
            return Caller(app=app, permissions=frozenset(app.permissions)) if app else Caller()
        try:
            return self._person_with(token)
        except jwt.PyJWTError as error:
            return Caller(broken=error) if _claims_to_be_ours(token) else Caller()

    def _app_with(self, token: str) -> App | None:
        wanted = digest(token)
        for app in self.shop.state.apps.values():
            if app.is_active and app.removed_at is None and any(own.digest == wanted for own in app.tokens):
                return app
        return None

    def _person_with(self, token: str) -> Caller:
        claims, user = self.read(token)
        if claims["type"] not in ("access", "thirdparty"):
            raise jwt.InvalidTokenError(_START_AGAIN)
        permissions = self.permissions_of(user)
        # A Dashboard token holds a person to what it lists; a superuser keeps everything all the same, as in Saleor.
        if "permissions" in claims and not user.is_superuser:
            permissions = frozenset(claims["permissions"])
        return Caller(
            person=user,
            permissions=permissions,
            is_staff=bool(claims.get("is_staff") or (permissions and user.is_staff)),
            app_of_token=kind_and_pk(claims["app"])[1] if "app" in claims else None,
        )

    def read(self, token: str) -> tuple[dict[str, Any], User]:
        """The claims and the living person behind them. Raises a PyJWT error."""
        claims = self.signer().read_claims(token, now=self.shop.now())
        user = next((user for user in self.shop.state.users.values() if user.email == claims.get("email")), None)
        if user is None or not user.is_active:
            raise jwt.InvalidTokenError("Invalid token. User does not exist or is inactive.")
        if user.token_key != claims.get("token"):
            raise jwt.InvalidTokenError(_START_AGAIN)
        return claims, user


def _claims_to_be_ours(token: str) -> bool:
    """Saleor complains about its own tokens only; any other text is a visitor without a name."""
    try:
        return bool(jwt.decode(token, options={"verify_signature": False}).get("owner") == "saleor")
    except jwt.PyJWTError:
        return False
