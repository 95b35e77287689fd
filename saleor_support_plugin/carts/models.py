"""Checkouts as we know them, what became of whoever left one, and what the merchant wants done about it."""

from django.db import models

from ..people.models import Person
from ..stores.models import Store
from ..tickets.models import Ticket


class CaseState(models.TextChoices):
    WATCHED = "WATCHED", "The shopper may still be at it."
    ABANDONED = "ABANDONED", "Quiet for as long as the merchant waits: written to, or to be, or not for a reason."
    ORDERED = "ORDERED", "Bought before it was abandoned."
    RECOVERED = "RECOVERED", "Bought after it was abandoned."
    ENDED = "ENDED", "Nothing will come of it any more: emptied, too old, every step taken."
    STOPPED = "STOPPED", "A member of staff wants nothing sent."


OPEN = (CaseState.WATCHED, CaseState.ABANDONED)


class Cart(models.Model):
    """One Saleor checkout; `order_id` is set once it became an order (the order names it by `checkoutId`)."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="carts")
    # Whose it is, once an address or a customer is in it.
    case = models.ForeignKey("CartCase", null=True, on_delete=models.SET_NULL, related_name="carts")
    saleor_id = models.CharField(max_length=128)
    channel_slug = models.CharField(max_length=255, blank=True)
    language_code = models.CharField(max_length=16, blank=True)
    email = models.CharField(max_length=254, blank=True)
    quantity = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3, blank=True)
    total_gross = models.DecimalField(max_digits=20, decimal_places=3, default=0)
    shipping_gross = models.DecimalField(max_digits=20, decimal_places=3, default=0)
    charge_status = models.CharField(max_length=32, blank=True)
    authorize_status = models.CharField(max_length=32, blank=True)
    created = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    order_id = models.CharField(max_length=128, blank=True)
    # What is in it, as carts.rules.Line.
    lines = models.JSONField(default=list)
    # Where to and how, as carts.rules.Delivery.
    delivery = models.JSONField(default=dict)
    # What a product page had promised, as it was signed (delivery.promises); empty where the storefront said nothing.
    page_promise = models.CharField(max_length=1500, blank=True)
    voucher_code = models.CharField(max_length=255, blank=True)
    # What a piece of each variant cost when it was first seen in this cart: {variant id: amount}.
    first_prices = models.JSONField(default=dict)
    # What Saleor said against it when we last read it: carts.causes.Problem.
    problems = models.JSONField(default=list)
    # What became of payments when we last read it: carts.causes.Payment.
    payments = models.JSONField(default=list)
    # When problems and payments were read.
    read_at = models.DateTimeField(null=True)
    # Keys of the checkout's metadata that say "true"; the merchant says which of them is a consent.
    agreed = models.JSONField(default=list)
    issued_at = models.DateTimeField()
    # Since when it is paid and yet no order; null where that is not so.
    paid_at = models.DateTimeField(null=True)
    # When staff were told of that.
    alarmed_at = models.DateTimeField(null=True)
    # When we found that Saleor has it no more, and no order of it.
    gone_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Cart"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="cart_once")]
        indexes = [
            # carts.queries.stuck: paid, and no order
            models.Index(fields=["store", "paid_at"], name="cart_stuck", condition=models.Q(paid_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.saleor_id


class CartPlan(models.Model):
    """What a merchant wants done about carts of a channel ("" is any other). Rows are only added; the newest holds."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="cart_plans")
    channel_slug = models.CharField(max_length=255, blank=True)
    version = models.PositiveIntegerField()
    # As carts.plan.Plan.
    data = models.JSONField(default=dict)
    # A member of staff's e-mail; empty where it came with an update.
    made_by = models.CharField(max_length=254, blank=True)
    made_at = models.DateTimeField()

    across_stores = models.Manager["CartPlan"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "channel_slug", "version"], name="cart_plan_once"),
        ]

    def __str__(self) -> str:
        return f"{self.channel_slug or 'every channel'} v{self.version}"


class CartCase(models.Model):
    """One person's shopping that has not ended in an order yet: their carts on all devices since their last order.

    A person has one that is open; where two people turn out to be one, the older is folded into the newer.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="cart_cases")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cart_cases")
    state = models.CharField(max_length=12, choices=CaseState.choices, default=CaseState.WATCHED)
    # Of the cart that changed last, which speaks for the case.
    checkout_id = models.CharField(max_length=128)
    channel_slug = models.CharField(max_length=255, blank=True)
    language_code = models.CharField(max_length=16, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=3, default=0)
    currency = models.CharField(max_length=3, blank=True)
    opened_at = models.DateTimeField()
    # When the shopper last changed any of the carts: quiet is counted from here.
    changed_at = models.DateTimeField()
    abandoned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    # carts.causes.Cause and Source, when it was last judged; empty before.
    cause = models.CharField(max_length=24, blank=True)
    cause_source = models.CharField(max_length=16, blank=True)
    cause_detail = models.JSONField(default=dict)
    # Steps that were taken: sent, or let go for a reason.
    steps_done = models.PositiveSmallIntegerField(default=0)
    # When to look at it again; null where nothing is to be looked at.
    next_check_at = models.DateTimeField(null=True)
    # Why nothing was sent when it was last looked at: carts.rules.Silence.
    silence = models.CharField(max_length=32, blank=True)
    # The plan by which its last step was decided.
    plan = models.ForeignKey(CartPlan, null=True, on_delete=models.SET_NULL, related_name="+")
    # When the first message might go, whether it did or the person is held out: what is measured counts from here.
    counted_at = models.DateTimeField(null=True)
    is_held_out = models.BooleanField(default=False)
    order_id = models.CharField(max_length=128, blank=True)
    order_total = models.DecimalField(max_digits=20, decimal_places=3, default=0)
    ordered_at = models.DateTimeField(null=True)
    # When the way back was last taken.
    came_back_at = models.DateTimeField(null=True)

    across_stores = models.Manager["CartCase"]()

    class Meta:
        indexes = [
            # carts.actions.claim_due
            models.Index(
                fields=["next_check_at"], name="cart_case_due", condition=models.Q(next_check_at__isnull=False)
            ),
            # carts.actions: the person's open case
            models.Index(fields=["person"], name="cart_case_open", condition=models.Q(state__in=OPEN)),
            models.Index(
                fields=["store", "state", "-changed_at", "-id"], name="cart_case_newest"
            ),  # carts.queries.cases
            # carts.queries.measured
            models.Index(
                fields=["store", "counted_at"], name="cart_case_counted", condition=models.Q(counted_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"cart case {self.pk}"


class CartStep(models.Model):
    """What was decided when a step of the plan was due, once for each step of a case."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="cart_steps")
    case = models.ForeignKey(CartCase, on_delete=models.CASCADE, related_name="steps")
    # From 0.
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    # Of the outbox's message, which knows what became of it; null where none was written.
    message_id = models.BigIntegerField(null=True)
    # carts.rules.Silence, or the outbox's; empty where it was written.
    silence = models.CharField(max_length=32, blank=True)
    cause = models.CharField(max_length=24, blank=True)
    # Which of the step's conditions did not hold, as carts.conditions explains them.
    why = models.JSONField(default=list)
    # A member of staff's e-mail, where they sent it now.
    by = models.CharField(max_length=254, blank=True)

    across_stores = models.Manager["CartStep"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="cart_step_once")]

    def __str__(self) -> str:
        return f"step {self.number} of {self.case_id}"


class LeavingReason(models.Model):
    """Why somebody left, by their own word; who changes their mind changes the row."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="leaving_reasons")
    case = models.ForeignKey(CartCase, on_delete=models.CASCADE, related_name="reasons")
    # carts.facts.Reason
    reason = models.CharField(max_length=24)
    text = models.CharField(max_length=2000, blank=True)
    # Where it was found elsewhere.
    link = models.CharField(max_length=1000, blank=True)
    # What is in the cart, for the report by product: product ids.
    product_ids = models.JSONField(default=list)
    # Opened where they asked for help, or could not pay.
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    across_stores = models.Manager["LeavingReason"]()

    class Meta:
        indexes = [models.Index(fields=["store", "-at"], name="leaving_reason_newest")]  # carts.queries.reasons

    def __str__(self) -> str:
        return f"{self.reason} of {self.case_id}"


class WayBack(models.Model):
    """A checkout that was made anew for somebody who came back by a link; whoever holds its id may read its address."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="ways_back")
    case = models.ForeignKey(CartCase, on_delete=models.CASCADE, related_name="ways_back")
    # The one that was left.
    from_checkout_id = models.CharField(max_length=128)
    # Empty until Saleor has made it.
    checkout_id = models.CharField(max_length=128, blank=True)
    # What could not be as it was: carts.resuming.Difference.
    differences = models.JSONField(default=list)
    at = models.DateTimeField()

    across_stores = models.Manager["WayBack"]()

    class Meta:
        indexes = [models.Index(fields=["store", "checkout_id"], name="way_back_by_checkout")]  # carts.actions

    def __str__(self) -> str:
        return f"way back of {self.case_id}"


class VoucherState(models.TextChoices):
    WANTED = "WANTED", "Its share of the budget is kept; Saleor has not made it yet."
    MADE = "MADE", "Saleor has it."
    IN_DOUBT = "IN_DOUBT", "Saleor did not say whether it made it: never made again, its budget stays taken."
    REFUSED = "REFUSED", "Saleor would not make it; its budget is free again."
    USED = "USED", "An order was placed with it."


class CartVoucher(models.Model):
    """A code of one use that was made for one person's case."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="cart_vouchers")
    case = models.OneToOneField(CartCase, on_delete=models.CASCADE, related_name="voucher")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cart_vouchers")
    channel_slug = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=VoucherState.choices, default=VoucherState.WANTED)
    code = models.CharField(max_length=32)
    saleor_id = models.CharField(max_length=128, blank=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    # What it costs at most: that share of the cart when it was made.
    amount = models.DecimalField(max_digits=20, decimal_places=3)
    # From which worth of a cart on it holds; null where from any.
    min_spend = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    currency = models.CharField(max_length=3)
    # The day of the channel's time zone whose budget it is taken from.
    day = models.DateField()
    wanted_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    order_id = models.CharField(max_length=128, blank=True)
    # What went wrong, in Saleor's words.
    error = models.CharField(max_length=500, blank=True)

    across_stores = models.Manager["CartVoucher"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "code"], name="cart_voucher_once")]
        indexes = [
            models.Index(fields=["store", "channel_slug", "day"], name="cart_voucher_budget"),  # carts.vouchers
            models.Index(fields=["person", "-wanted_at"], name="cart_voucher_of_person"),  # carts.vouchers
        ]

    def __str__(self) -> str:
        return f"voucher of {self.case_id}"


class CartSignal(models.Model):
    """What a shop's page told of a cart, with the shopper's consent: a coupon refused, say, or payment left waiting."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="cart_signals")
    checkout_id = models.CharField(max_length=128)
    # carts.causes.SignalKind
    kind = models.CharField(max_length=24)
    at = models.DateTimeField()
    # When the launcher was raised for it; null where it was not.
    raised_at = models.DateTimeField(null=True)
    # When a member of staff has seen to it.
    seen_at = models.DateTimeField(null=True)

    across_stores = models.Manager["CartSignal"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "checkout_id", "kind"], name="cart_signal_once")]
        indexes = [models.Index(fields=["store", "-at"], name="cart_signal_newest")]  # carts.queries.needing_help

    def __str__(self) -> str:
        return f"{self.kind} of {self.checkout_id}"
