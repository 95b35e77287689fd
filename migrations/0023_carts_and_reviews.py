from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models import deletion

from saleor_support_plugin.questions.models import nameless

from ._fields import ACROSS, of, one_of, row_id, store
from ._together import Together

DECISIONS = [
    ("PENDING", "Nobody has decided about it."),
    ("PUBLISHED", "Everybody may read it."),
    ("REJECTED", "It is not shown."),
]

CARTS: list[Operation] = [
    migrations.CreateModel(
        "CartPlan",
        [
            row_id(),
            store("cart_plans"),
            ("channel_slug", models.CharField(blank=True, max_length=255)),
            ("version", models.PositiveIntegerField()),
            ("data", models.JSONField(default=dict)),
            ("made_by", models.CharField(blank=True, max_length=254)),
            ("made_at", models.DateTimeField()),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "channel_slug", "version"), name="cart_plan_once")]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "CartCase",
        [
            row_id(),
            store("cart_cases"),
            ("person", of("person", "cart_cases")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("WATCHED", "The shopper may still be at it."),
                        (
                            "ABANDONED",
                            "Quiet for as long as the merchant waits: written to, or to be, or not for a reason.",
                        ),
                        ("ORDERED", "Bought before it was abandoned."),
                        ("RECOVERED", "Bought after it was abandoned."),
                        ("ENDED", "Nothing will come of it any more: emptied, too old, every step taken."),
                        ("STOPPED", "A member of staff wants nothing sent."),
                    ],
                    default="WATCHED",
                    max_length=12,
                ),
            ),
            ("checkout_id", models.CharField(max_length=128)),
            ("channel_slug", models.CharField(blank=True, max_length=255)),
            ("language_code", models.CharField(blank=True, max_length=16)),
            ("value", models.DecimalField(decimal_places=3, default=0, max_digits=20)),
            ("currency", models.CharField(blank=True, max_length=3)),
            ("opened_at", models.DateTimeField()),
            ("changed_at", models.DateTimeField()),
            ("abandoned_at", models.DateTimeField(null=True)),
            ("ended_at", models.DateTimeField(null=True)),
            ("cause", models.CharField(blank=True, max_length=24)),
            ("cause_source", models.CharField(blank=True, max_length=16)),
            ("cause_detail", models.JSONField(default=dict)),
            ("steps_done", models.PositiveSmallIntegerField(default=0)),
            ("next_check_at", models.DateTimeField(null=True)),
            ("silence", models.CharField(blank=True, max_length=32)),
            ("plan", of("cartplan", "+", null=True, on_delete=deletion.SET_NULL)),
            ("counted_at", models.DateTimeField(null=True)),
            ("is_held_out", models.BooleanField(default=False)),
            ("order_id", models.CharField(blank=True, max_length=128)),
            ("order_total", models.DecimalField(decimal_places=3, default=0, max_digits=20)),
            ("ordered_at", models.DateTimeField(null=True)),
            ("came_back_at", models.DateTimeField(null=True)),
        ],
        options={
            "indexes": [
                models.Index(
                    condition=models.Q(("next_check_at__isnull", False)), fields=["next_check_at"], name="cart_case_due"
                ),
                models.Index(
                    condition=models.Q(("state__in", ("WATCHED", "ABANDONED"))),
                    fields=["person"],
                    name="cart_case_open",
                ),
                models.Index(fields=["store", "state", "-changed_at", "-id"], name="cart_case_newest"),
                models.Index(
                    condition=models.Q(("counted_at__isnull", False)),
                    fields=["store", "counted_at"],
                    name="cart_case_counted",
                ),
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "CartStep",
        [
            row_id(),
            store("cart_steps"),
            ("case", of("cartcase", "steps")),
            ("number", models.PositiveSmallIntegerField()),
            ("at", models.DateTimeField()),
            ("message_id", models.BigIntegerField(null=True)),
            ("silence", models.CharField(blank=True, max_length=32)),
            ("cause", models.CharField(blank=True, max_length=24)),
            ("why", models.JSONField(default=list)),
            ("by", models.CharField(blank=True, max_length=254)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("case", "number"), name="cart_step_once")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "LeavingReason",
        [
            row_id(),
            store("leaving_reasons"),
            ("case", of("cartcase", "reasons")),
            ("reason", models.CharField(max_length=24)),
            ("text", models.CharField(blank=True, max_length=2000)),
            ("link", models.CharField(blank=True, max_length=1000)),
            ("product_ids", models.JSONField(default=list)),
            ("ticket", of("ticket", "+", null=True, on_delete=deletion.SET_NULL)),
            ("at", models.DateTimeField()),
        ],
        options={"indexes": [models.Index(fields=["store", "-at"], name="leaving_reason_newest")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "WayBack",
        [
            row_id(),
            store("ways_back"),
            ("case", of("cartcase", "ways_back")),
            ("from_checkout_id", models.CharField(max_length=128)),
            ("checkout_id", models.CharField(blank=True, max_length=128)),
            ("differences", models.JSONField(default=list)),
            ("at", models.DateTimeField()),
        ],
        options={"indexes": [models.Index(fields=["store", "checkout_id"], name="way_back_by_checkout")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "CartVoucher",
        [
            row_id(),
            store("cart_vouchers"),
            ("case", one_of("cartcase", "voucher")),
            ("person", of("person", "cart_vouchers")),
            ("channel_slug", models.CharField(max_length=255)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("WANTED", "Its share of the budget is kept; Saleor has not made it yet."),
                        ("MADE", "Saleor has it."),
                        (
                            "IN_DOUBT",
                            "Saleor did not say whether it made it: never made again, its budget stays taken.",
                        ),
                        ("REFUSED", "Saleor would not make it; its budget is free again."),
                        ("USED", "An order was placed with it."),
                    ],
                    default="WANTED",
                    max_length=10,
                ),
            ),
            ("code", models.CharField(max_length=32)),
            ("saleor_id", models.CharField(blank=True, max_length=128)),
            ("percent", models.DecimalField(decimal_places=2, max_digits=5)),
            ("amount", models.DecimalField(decimal_places=3, max_digits=20)),
            ("min_spend", models.DecimalField(decimal_places=3, max_digits=20, null=True)),
            ("currency", models.CharField(max_length=3)),
            ("day", models.DateField()),
            ("wanted_at", models.DateTimeField()),
            ("expires_at", models.DateTimeField()),
            ("order_id", models.CharField(blank=True, max_length=128)),
            ("error", models.CharField(blank=True, max_length=500)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "code"), name="cart_voucher_once")],
            "indexes": [
                models.Index(fields=["store", "channel_slug", "day"], name="cart_voucher_budget"),
                models.Index(fields=["person", "-wanted_at"], name="cart_voucher_of_person"),
            ],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "CartSignal",
        [
            row_id(),
            store("cart_signals"),
            ("checkout_id", models.CharField(max_length=128)),
            ("kind", models.CharField(max_length=24)),
            ("at", models.DateTimeField()),
            ("raised_at", models.DateTimeField(null=True)),
            ("seen_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "checkout_id", "kind"), name="cart_signal_once")],
            "indexes": [models.Index(fields=["store", "-at"], name="cart_signal_newest")],
        },
        managers=ACROSS,
    ),
    migrations.AddField("cart", "case", of("cartcase", "carts", null=True, on_delete=deletion.SET_NULL)),
    migrations.AddField("cart", "shipping_gross", models.DecimalField(decimal_places=3, default=0, max_digits=20)),
    migrations.AddField("cart", "delivery", models.JSONField(default=dict)),
    migrations.AddField("cart", "page_promise", models.CharField(blank=True, max_length=1500)),
    migrations.AddField("cart", "voucher_code", models.CharField(blank=True, max_length=255)),
    migrations.AddField("cart", "first_prices", models.JSONField(default=dict)),
    migrations.AddField("cart", "problems", models.JSONField(default=list)),
    migrations.AddField("cart", "payments", models.JSONField(default=list)),
    migrations.AddField("cart", "read_at", models.DateTimeField(null=True)),
    migrations.AddField("cart", "paid_at", models.DateTimeField(null=True)),
    migrations.AddField("cart", "alarmed_at", models.DateTimeField(null=True)),
    migrations.AddField("cart", "gone_at", models.DateTimeField(null=True)),
    migrations.AddIndex(
        "cart",
        models.Index(condition=models.Q(("paid_at__isnull", False)), fields=["store", "paid_at"], name="cart_stuck"),
    ),
    migrations.AddIndex(
        "order",
        models.Index(
            condition=models.Q(("customer_id", ""), _negated=True),
            fields=["store", "customer_id"],
            name="order_of_account",
        ),
    ),
    migrations.AddIndex(
        "order",
        models.Index(
            condition=models.Q(("checkout_id", ""), _negated=True),
            fields=["store", "checkout_id"],
            name="order_of_checkout",
        ),
    ),
]

REVIEWS: list[Operation] = [
    migrations.CreateModel(
        "StoredFile",
        [
            row_id(),
            store("files", on_delete=deletion.PROTECT),
            ("token", models.CharField(max_length=32, unique=True)),
            ("owner", models.CharField(max_length=64)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("WAITING", "It came, and is to be drawn anew."),
                        ("READY", "It can be shown."),
                        ("REFUSED", "It cannot be shown; `refusal` says why."),
                    ],
                    default="WAITING",
                    max_length=8,
                ),
            ),
            ("refusal", models.CharField(blank=True, max_length=32)),
            ("kind", models.CharField(max_length=8)),
            ("bytes", models.PositiveIntegerField()),
            ("sha256", models.CharField(max_length=64)),
            ("name", models.CharField(blank=True, max_length=120)),
            ("width", models.PositiveIntegerField(null=True)),
            ("height", models.PositiveIntegerField(null=True)),
            ("original", models.CharField(blank=True, max_length=64)),
            ("attempts", models.PositiveSmallIntegerField(default=0)),
            ("due_at", models.DateTimeField(null=True)),
            ("created_at", models.DateTimeField()),
        ],
        options={
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("state", "WAITING"), ("due_at__isnull", True), _connector="XOR"),
                    name="file_waits_or_is_settled",
                ),
                models.CheckConstraint(
                    condition=models.Q(("state", "REFUSED"), ("refusal", ""), _connector="XOR"), name="file_refused_why"
                ),
            ],
            "indexes": [
                models.Index(fields=["store", "owner"], name="file_of_owner"),
                models.Index(condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="file_due"),
            ],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ReviewPhoto",
        [
            row_id(),
            store("review_photos"),
            ("review", of("review", "photos", null=True)),
            ("request", of("reviewrequest", "photos", null=True)),
            ("order_line_id", models.CharField(blank=True, max_length=128)),
            ("file", of("storedfile", "+")),
            ("position", models.PositiveSmallIntegerField(default=0)),
            ("usage_right_at", models.DateTimeField(null=True)),
            ("usage_right_text", models.CharField(blank=True, max_length=500)),
            ("is_hidden", models.BooleanField(default=False)),
            ("created_at", models.DateTimeField()),
        ],
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ReviewChange",
        [
            row_id(),
            store("review_changes"),
            ("review", of("review", "changes")),
            ("kind", models.CharField(max_length=16)),
            ("by", models.CharField(blank=True, max_length=254)),
            ("before", models.JSONField(default=dict)),
            ("at", models.DateTimeField()),
        ],
        options={"indexes": [models.Index(fields=["review", "at", "id"], name="review_timeline")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ReviewVote",
        [
            row_id(),
            store("review_votes"),
            ("review", of("review", "votes")),
            ("voter", models.CharField(max_length=64)),
            ("at", models.DateTimeField()),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("review", "voter"), name="review_vote_once")]},
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "ReviewSummary",
        [
            row_id(),
            store("review_summaries"),
            ("product_id", models.CharField(max_length=128)),
            ("count", models.PositiveIntegerField(default=0)),
            ("total", models.PositiveIntegerField(default=0)),
            ("stars1", models.PositiveIntegerField(default=0)),
            ("stars2", models.PositiveIntegerField(default=0)),
            ("stars3", models.PositiveIntegerField(default=0)),
            ("stars4", models.PositiveIntegerField(default=0)),
            ("stars5", models.PositiveIntegerField(default=0)),
            ("verified", models.PositiveIntegerField(default=0)),
            ("incentivised", models.PositiveIntegerField(default=0)),
            ("photos", models.PositiveIntegerField(default=0)),
            ("rejected", models.JSONField(default=dict)),
            ("newest_at", models.DateTimeField(null=True)),
            ("praise", models.JSONField(default=list)),
            ("praised_at", models.DateTimeField(null=True)),
            ("changed_at", models.DateTimeField()),
            ("write_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("store", "product_id"), name="review_summary_once")],
            "indexes": [
                models.Index(
                    condition=models.Q(("write_at__isnull", False)), fields=["write_at"], name="review_summary_to_write"
                ),
                models.Index(
                    condition=models.Q(("praised_at__isnull", True)),
                    fields=["changed_at"],
                    name="review_summary_to_praise",
                ),
            ],
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Crisis",
        [
            row_id(),
            store("review_crises"),
            ("kind", models.CharField(max_length=12)),
            ("about", models.CharField(max_length=128)),
            ("negative", models.PositiveIntegerField()),
            ("expected", models.FloatField()),
            ("began_at", models.DateTimeField()),
            ("ended_at", models.DateTimeField(null=True)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ended_at__isnull", True)),
                    fields=("store", "kind", "about"),
                    name="crisis_once",
                )
            ]
        },
        managers=ACROSS,
    ),
    # A review from another tool's file is of no order that we know, and so of no line: "once" is made anew below.
    migrations.RemoveConstraint("review", "review_once"),
    migrations.RemoveIndex("review", "review_published"),
    migrations.AddField(
        "review",
        "origin",
        models.CharField(
            choices=[
                ("REQUEST", "Asked for after the delivery; verified."),
                ("IMPORT", "From another tool's file; labelled."),
            ],
            default="REQUEST",
            max_length=8,
        ),
    ),
    migrations.AddField("review", "external_id", models.CharField(blank=True, max_length=128)),
    migrations.AddField("review", "variant_id", models.CharField(blank=True, max_length=128)),
    migrations.AddField("review", "variant_name", models.CharField(blank=True, max_length=250)),
    migrations.AddField("review", "channel_slug", models.CharField(blank=True, max_length=255)),
    migrations.AddField("review", "answers", models.JSONField(default=dict)),
    migrations.AddField("review", "is_incentivised", models.BooleanField(default=False)),
    migrations.AddField("review", "signals", models.JSONField(default=list)),
    migrations.AddField("review", "concern", models.PositiveSmallIntegerField(default=0)),
    migrations.AddField("review", "reply", models.TextField(blank=True)),
    migrations.AddField("review", "replied_by", models.CharField(blank=True, max_length=254)),
    migrations.AddField("review", "replied_at", models.DateTimeField(null=True)),
    migrations.AddField("review", "quote", models.CharField(blank=True, max_length=300)),
    migrations.AddField("review", "featured_at", models.DateTimeField(null=True)),
    migrations.AddField("review", "helpful", models.PositiveIntegerField(default=0)),
    migrations.AddField("review", "has_photos", models.BooleanField(default=False)),
    migrations.AddField("review", "ticket", of("ticket", "+", null=True, on_delete=deletion.SET_NULL)),
    migrations.AddField("review", "edited_at", models.DateTimeField(null=True)),
    migrations.AlterField("review", "order", of("order", "reviews", null=True)),
    migrations.AlterField("review", "order_line_id", models.CharField(blank=True, max_length=128)),
    migrations.AlterField(
        "review",
        "state",
        models.CharField(
            choices=[
                ("PENDING", "Nobody has decided about it."),
                ("PUBLISHED", "Everybody may read it."),
                ("REJECTED", "It is not shown; `rejectReason` says why."),
                ("WITHDRAWN", "Its author took it back."),
            ],
            default="PENDING",
            max_length=16,
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            condition=models.Q(("state", "PENDING")),
            fields=["store", "-concern", "created_at", "id"],
            name="review_waiting",
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            condition=models.Q(("state", "PUBLISHED")),
            fields=["store", "product_id", "-created_at", "-id"],
            name="review_published",
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            condition=models.Q(("state", "PUBLISHED")),
            fields=["store", "product_id", "-helpful", "-created_at", "-id"],
            name="review_helpful",
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            condition=models.Q(("state", "PUBLISHED")),
            fields=["store", "product_id", "stars", "-created_at", "-id"],
            name="review_by_stars",
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            condition=models.Q(("has_photos", True), ("state", "PUBLISHED")),
            fields=["store", "product_id", "-created_at", "-id"],
            name="review_with_photos",
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            condition=models.Q(("featured_at__isnull", False), ("state", "PUBLISHED")),
            fields=["store", "product_id", "-featured_at"],
            name="review_featured",
        ),
    ),
    migrations.AddIndex(
        "review",
        models.Index(
            fields=["store", "product_id", "state"],
            include=("stars", "origin", "is_incentivised", "has_photos", "reject_reason", "created_at"),
            name="review_recount",
        ),
    ),
    migrations.AddConstraint(
        "review",
        models.UniqueConstraint(
            condition=models.Q(("order_line_id", ""), _negated=True),
            fields=("store", "order_line_id"),
            name="review_once",
        ),
    ),
    migrations.AddConstraint(
        "review",
        models.UniqueConstraint(
            condition=models.Q(("external_id", ""), _negated=True),
            fields=("store", "external_id"),
            name="review_imported_once",
        ),
    ),
    migrations.AddField("reviewrequest", "delivery_source", models.CharField(blank=True, max_length=16)),
    migrations.AddField("reviewrequest", "reminded_at", models.DateTimeField(null=True)),
    migrations.AddField("reviewrequest", "fork", models.CharField(blank=True, max_length=8)),
    migrations.AddField("reviewrequest", "ticket", of("ticket", "+", null=True, on_delete=deletion.SET_NULL)),
    migrations.AddField("reviewrequest", "draft", models.JSONField(default=dict)),
]

QUESTIONS: list[Operation] = [
    migrations.CreateModel(
        "Question",
        [
            row_id(),
            store("product_questions"),
            ("product_id", models.CharField(max_length=128)),
            ("channel_slug", models.CharField(blank=True, max_length=255)),
            ("language", models.CharField(max_length=2)),
            ("text", models.CharField(max_length=1000)),
            ("author_name", models.CharField(blank=True, max_length=80)),
            ("person", of("person", "questions_asked", null=True, on_delete=nameless)),
            ("told_at", models.DateTimeField(null=True)),
            ("state", models.CharField(choices=DECISIONS, default="PENDING", max_length=16)),
            ("answers", models.PositiveIntegerField(default=0)),
            ("moderated_by", models.CharField(blank=True, max_length=254)),
            ("moderated_at", models.DateTimeField(null=True)),
            ("created_at", models.DateTimeField()),
        ],
        options={
            "indexes": [
                models.Index(
                    condition=models.Q(("state", "PUBLISHED")),
                    fields=["store", "product_id", "-created_at", "-id"],
                    name="question_of_product",
                ),
                models.Index(fields=["store", "state", "answers", "created_at"], name="question_unanswered"),
            ]
        },
        managers=ACROSS,
    ),
    migrations.CreateModel(
        "Answer",
        [
            row_id(),
            store("product_answers"),
            ("question", of("question", "given")),
            ("text", models.CharField(max_length=2000)),
            ("author_name", models.CharField(blank=True, max_length=80)),
            ("by", models.CharField(blank=True, max_length=254)),
            ("is_buyer", models.BooleanField(default=False)),
            ("person", of("person", "questions_answered", null=True, on_delete=nameless)),
            ("state", models.CharField(choices=DECISIONS, default="PENDING", max_length=16)),
            ("moderated_by", models.CharField(blank=True, max_length=254)),
            ("moderated_at", models.DateTimeField(null=True)),
            ("edited_at", models.DateTimeField(null=True)),
            ("created_at", models.DateTimeField()),
        ],
        managers=ACROSS,
    ),
    migrations.AddField("variant", "category_id", models.CharField(blank=True, max_length=128)),
    migrations.AddIndex("variant", models.Index(fields=["store", "product_id"], name="variant_of_product")),
]


class Migration(migrations.Migration):
    dependencies = [("support", "0022_promises")]

    operations = [Together([*CARTS, *REVIEWS, *QUESTIONS])]
