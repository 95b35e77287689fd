"""Tenants, and the work each of them has coming."""

import secrets

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from .tokens_at_rest import EncryptedText


def new_store_key() -> str:
    return secrets.token_urlsafe(12)


class Store(models.Model):
    """One Saleor store, known by its API address: a reinstall brings a new app id and token, never a new store."""

    api_url = models.URLField(max_length=500, unique=True)
    # Public, part of the addresses a product page reads; says nothing about the store.
    key = models.CharField(max_length=32, unique=True, default=new_store_key)
    app_id = models.CharField(max_length=255)
    token = EncryptedText()
    # The text of the store's JWKS, as it gave it.
    jwks = models.TextField()
    # When the keys were last asked for, also in vain: several processes share one question a minute.
    jwks_asked_at = models.DateTimeField()
    saleor_version = models.CharField(max_length=32, blank=True)
    is_active = models.BooleanField(default=True)
    installed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    # Fingerprint of the webhooks as this version wants them; differs after an upgrade, and the app mends itself.
    webhooks_fingerprint = models.CharField(max_length=64, blank=True)
    # What only a grant or a reinstall brings: names of permissions that the app lacks.
    missing_permissions = models.JSONField(default=list)
    # Identifiers of other apps that mail the store's customers, as staff last saw them in Saleor.
    other_senders = models.JSONField(default=list)
    # Saleor's useLegacyShippingZoneStockAvailability: whether a shopper is served from their zones' warehouses only.
    stock_follows_zones = models.BooleanField(default=True)
    # The private key by which push services know the shop; made when first asked for (outbox.subscribing).
    push_key = EncryptedText(blank=True, default="")
    # While this is set, nothing goes out to anybody (outbox.actions.pause).
    outbox_paused_at = models.DateTimeField(null=True, blank=True)

    across_stores = models.Manager["Store"]()

    def __str__(self) -> str:
        return self.api_url

    @property
    def is_installed(self) -> bool:
        return self.removed_at is None


class ChoreQuerySet(models.QuerySet["Chore"]):
    def due(self) -> "ChoreQuerySet":
        return self.filter(due_at__lte=timezone.now())


class Chore(models.Model):
    """Something to do for a store at a time: read its shipping methods, sweep its orders, mend its webhooks.

    The row is the truth; a Celery task only carries it out, so an emptied broker loses nothing.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="chores")
    name = models.CharField(max_length=64)
    due_at = models.DateTimeField()
    # Where the last run got to, as that chore understands it.
    cursor = models.JSONField(default=dict)
    failures = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    across_stores = ChoreQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="chore_once")]
        indexes = [models.Index(fields=["due_at"], name="chore_due")]  # stores.actions.take_due_chores

    def __str__(self) -> str:
        return f"{self.name} of {self.store_id}"


class NamedConfiguration(models.Model):
    """A merchant's settings under a name, for the channels that are assigned to it; `data` is configuration.as_data."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="configurations")
    name = models.CharField(max_length=100)
    # Slugs. A channel without a configuration of its own has the one that is the default.
    channels = models.JSONField(default=list)
    is_default = models.BooleanField(default=False)
    data = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    across_stores = models.Manager["NamedConfiguration"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "name"], name="configuration_once"),
            models.UniqueConstraint(
                fields=["store"], condition=models.Q(is_default=True), name="configuration_one_default"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StaffSession(models.Model):
    """A session of ours for a member of staff (sessions.py); only a digest of its token is kept."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="staff_sessions", db_index=False)
    user_id = models.CharField(max_length=128)
    digest = models.BinaryField(max_length=32, unique=True)
    expires_at = models.DateTimeField()
    # When Saleor last said who they are and what they may, which is kept here as Staff has it.
    proven_at = models.DateTimeField()
    email = models.CharField(max_length=254)
    permissions = ArrayField(models.CharField(max_length=64), default=list)
    groups = ArrayField(models.CharField(max_length=150), default=list)
    channels = ArrayField(models.CharField(max_length=255), null=True)

    across_stores = models.Manager["StaffSession"]()

    class Meta:
        indexes = [models.Index(fields=["store", "user_id"], name="staff_session_of")]  # stores.sessions.prove

    def __str__(self) -> str:
        return f"session in {self.store_id}"


class SeenStaff(models.Model):
    """A member of staff who had a page of ours open, as Saleor last spoke of them (stores.seen)."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="seen_staff", db_index=False)
    user_id = models.CharField(max_length=128)
    email = models.CharField(max_length=254)
    permissions = ArrayField(models.CharField(max_length=64), default=list)
    groups = ArrayField(models.CharField(max_length=150), default=list)
    # Slugs; null is every channel.
    channels = ArrayField(models.CharField(max_length=255), null=True)
    seen_at = models.DateTimeField()

    across_stores = models.Manager["SeenStaff"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "user_id"], name="seen_staff_once")]

    def __str__(self) -> str:
        return f"staff of {self.store_id}"


class Setup(models.Model):
    """How far a merchant is with the setup checklist, as far as no other table says it."""

    store = models.OneToOneField(Store, on_delete=models.CASCADE, related_name="setup")
    # When a storefront last loaded the widget; written once an hour at most.
    snippet_seen_at = models.DateTimeField(null=True)
    # The same by the stage of buying that the page named: a name of stores.rules.STAGES to an instant in ISO 8601.
    stages_seen = models.JSONField(default=dict)
    # When somebody put the checklist aside.
    parked_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Setup"]()

    def __str__(self) -> str:
        return f"setup of {self.store_id}"
