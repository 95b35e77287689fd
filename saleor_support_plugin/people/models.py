"""Who is who to a store, what they said about being written to, and which addresses are closed."""

from django.db import models

from ..stores.models import Store


class KeyKind(models.TextChoices):
    CUSTOMER = "CUSTOMER", "A customer's id in Saleor."
    GUEST = "GUEST", "A visitor without an account."
    EMAIL = "EMAIL", "A mailbox."
    PHONE = "PHONE", "A number."


class ConsentState(models.TextChoices):
    GIVEN = "GIVEN"
    WITHDRAWN = "WITHDRAWN"


class Source(models.TextChoices):
    """Where it was said."""

    CHECKOUT = "CHECKOUT", "The checkout's metadata."
    FORM = "FORM", "A form of ours."
    CSV = "CSV", "A file that was imported."
    PREFERENCES = "PREFERENCES", "The page of preferences."
    ONE_CLICK = "ONE_CLICK", "The link or the button in a message."
    STAFF = "STAFF", "A member of staff, on the person's behalf."
    PROVIDER = "PROVIDER", "A provider, to whom the person said it."
    IYS = "IYS", "The Turkish registry."


class Suppressing(models.TextChoices):
    """Why an address is not to be used."""

    BOUNCED = "BOUNCED", "There is no such address any more."
    COMPLAINED = "COMPLAINED", "Its owner called a message spam."
    UNSUBSCRIBED = "UNSUBSCRIBED", "Its owner wants none of a purpose."
    ERASED = "ERASED", "Its owner was erased."


class ChangeKind(models.TextChoices):
    MERGED = "MERGED", "`other` turned out to be this person."
    SPLIT = "SPLIT", "`other` turned out to be somebody else."
    MOVED = "MOVED", "An address of `other` turned out to be this person's."


class Person(models.Model):
    """Somebody, as far as their keys prove it. One that was merged stays, so that links which name it still lead on."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="people")
    created_at = models.DateTimeField()
    language = models.CharField(max_length=16, blank=True)
    # ISO 3166-1 alpha-2, and an IANA name; empty where nobody said.
    country = models.CharField(max_length=2, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="merged")

    across_stores = models.Manager["Person"]()

    def __str__(self) -> str:
        return f"person {self.pk}"


class PersonKey(models.Model):
    """One thing that names a person: it names nobody else in the store. `value` is normal (people.addresses)."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="person_keys")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=8, choices=KeyKind.choices)
    value = models.CharField(max_length=254)
    value_hash = models.CharField(max_length=64)
    # When it was last news that this is theirs; null where they only say so.
    verified_at = models.DateTimeField(null=True)
    # When they last wrote to the shop on WhatsApp, which carries free words for a day after.
    heard_at = models.DateTimeField(null=True)

    across_stores = models.Manager["PersonKey"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "kind", "value"], name="person_key_once")]
        indexes = [
            models.Index(fields=["store", "value_hash"], name="person_key_by_hash")
        ]  # people.actions.withdraw_at

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class PersonChange(models.Model):
    """Who was merged with, or split from, whom; `moved` are the ids of the rows that went along, by table."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="person_changes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="changes")
    other = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=8, choices=ChangeKind.choices)
    # A member of staff's e-mail; empty where keys that were proven met.
    by = models.CharField(max_length=254, blank=True)
    why = models.CharField(max_length=500, blank=True)
    moved = models.JSONField(default=dict)
    at = models.DateTimeField()

    across_stores = models.Manager["PersonChange"]()

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class Consent(models.Model):
    """One thing that a person said; rows are only added. The newest for a medium and a purpose holds."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="consents")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    medium = models.CharField(max_length=16)
    purpose = models.CharField(max_length=16)
    state = models.CharField(max_length=16, choices=ConsentState.choices)
    basis = models.CharField(max_length=24, blank=True)
    source = models.CharField(max_length=16, choices=Source.choices)
    # Which wording they agreed to, and on which page.
    text_version = models.CharField(max_length=100, blank=True)
    page = models.CharField(max_length=500, blank=True)
    # What else shows that they said it: a checkout's id and key, a file's line.
    proof = models.JSONField(default=dict)
    # When they said it, which for an import is long before the row was made.
    at = models.DateTimeField()

    across_stores = models.Manager["Consent"]()

    class Meta:
        indexes = [
            # people.queries.consents
            models.Index(fields=["person", "medium", "purpose", "-at", "-id"], name="consent_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.medium} {self.purpose} of {self.person_id}"


class Suppression(models.Model):
    """An address that is not to be used; of the address only its hash is kept, so that it outlives its owner's row.

    An empty purpose stands for all.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="suppressions")
    medium = models.CharField(max_length=16)
    value_hash = models.CharField(max_length=64)
    reason = models.CharField(max_length=16, choices=Suppressing.choices)
    purpose = models.CharField(max_length=16, blank=True)
    at = models.DateTimeField()

    across_stores = models.Manager["Suppression"]()

    class Meta:
        constraints = [
            # Also for people.queries.consents, which asks by store and hash.
            models.UniqueConstraint(
                fields=["store", "value_hash", "medium", "reason", "purpose"], name="suppression_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reason} of {self.store_id}"
