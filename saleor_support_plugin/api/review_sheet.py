"""What the page behind a review's link shows: its words, the lines that can be written about, and what was written."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

import orjson

from ..conversations.reached import reached
from ..files import permits
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.senders import shop_name
from ..mails.sentences import Values
from ..mails.text import language_of
from ..questions.queries import to_answer
from ..reviews import aspects, form, links, queries, rules
from ..reviews.attaching import owner_of, usage_right
from ..reviews.form import Fault, Typed
from ..reviews.models import Review, ReviewRequest, State
from ..shop.models import OrderLine
from ..stores.aspects import Aspect
from ..stores.queries import configuration

# A page may be opened again and photos taken back: about three times what a line shows.
PHOTOS_A_DAY = 3 * form.MOST_PHOTOS
# Whoever is content is asked for a photo.
CONTENT = 4


class Sheet:
    """One request as its author sees it at this moment."""

    def __init__(self, asked: ReviewRequest, now: datetime) -> None:
        self.asked, self.order, self.now = asked, asked.order, now
        self.settings = configuration(asked.store, asked.order.channel_slug)
        self.language = language_of(asked.order.language_code)
        self.shop = shop_name(asked.store, self.settings)
        self.reviews = {one.order_line_id: one for one in queries.reviews_of(asked)}

    @cached_property
    def arrived(self) -> list[OrderLine]:
        lines = queries.arrived(self.order).lines
        return queries.steered(self.asked.store, lines, now=self.now) if self.settings.review_steer else lines

    @cached_property
    def unwritten(self) -> list[OrderLine]:
        return [line for line in self.arrived if line.saleor_id not in self.reviews][: form.MOST_LINES]

    @cached_property
    def words(self) -> dict[str, str]:
        """Return the page's words with what is known of the order; those of photos are filled in by the script."""
        values: Values = {
            "number": self.order.number,
            "shop": self.shop,
            "email": self.order.customer_email,
            "most": form.MOST_PHOTOS,
        }
        said = phrases("review_form", self.language)
        return {
            name: text if name.startswith("photo_") or name == "of_five" else phrase(text, values, self.language)
            for name, text in said.items()
            if name not in ("usage_right", "problem_thanks_lead")
        }

    @cached_property
    def _categories(self) -> dict[str, str]:
        variants = queries.products_of(self.asked.store, self.order.lines.all())
        return {variant_id: variant.category_id for variant_id, variant in variants.items()}

    def aspects_of(self, line: OrderLine) -> tuple[Aspect, ...]:
        asked = self.settings.review_aspects
        return aspects.asked_of(self._categories.get(line.variant_id, ""), asked) if asked else ()

    def drafted(self, line: OrderLine) -> Typed:
        """Return what stands in a line's fields: what was typed the last time."""
        kept = self.asked.draft.get("lines", {}).get(line.saleor_id, {})
        return form.from_draft(kept, self._drafted_photos.get(line.saleor_id, ()))

    @cached_property
    def _drafted_photos(self) -> dict[str, tuple[str, ...]]:
        return queries.photos_in_draft(self.asked)

    @property
    def author(self) -> str:
        kept = self.asked.draft.get("author")
        return form.public_name(self.order.customer_name) if kept is None else str(kept)

    def can_change(self, review: Review) -> bool:
        return self.now - review.created_at < rules.EDIT_WITHIN

    # What templates are told

    def common(self) -> dict[str, Any]:
        return {"shop": self.shop, "words": self.words, "number": self.order.number}

    def fields(
        self, lines: Mapping[int, tuple[OrderLine, Typed]], author: str, faults: Mapping[str, Fault], deed: str
    ) -> dict[str, Any]:
        """Return a form: its lines under their numbers, with what stands in them and what is wrong with it."""
        way: links.Deed = "change" if deed == "change" else "write"
        most = PHOTOS_A_DAY * max(len(self.arrived), 1)
        script = {name: text for name, text in self.words.items() if name.startswith(("photo_", "saved", "not_saved"))}
        return {
            "deed": deed,
            "lines": [self._line(number, *pair, faults.get(str(number)), way) for number, pair in lines.items()],
            "author": author,
            "faults": faults,
            "fault_of_author": faults.get("author"),
            "usage_right": usage_right(self.asked),
            "permit": permits.permit(store=self.asked.store, owner=owner_of(self.asked), most=most),
            "script_words": orjson.dumps(script).decode(),
            "most_title": rules.MOST_TITLE,
            "most_text": rules.MOST_TEXT,
            "most_name": rules.MOST_NAME,
            "most_photos": form.MOST_PHOTOS,
        }

    def _line(self, number: int, line: OrderLine, typed: Typed, fault: Fault | None, way: links.Deed) -> dict[str, Any]:
        of_five = self.words["of_five"]
        return {
            "number": number,
            "token": links.line_token(way, self.asked, line.saleor_id),
            **self.bought(line),
            "stars": [
                (stars, phrase(of_five, {"stars": stars}, self.language), stars == typed.stars) for stars in rules.STARS
            ],
            "title": typed.title,
            "text": typed.text,
            "aspects": [self._aspect(one, typed) for one in self.aspects_of(line)],
            "photos": typed.photos,
            "may_use": typed.may_use,
            "fault": fault,
        }

    def _aspect(self, aspect: Aspect, typed: Typed) -> dict[str, Any]:
        chosen = typed.answers.get(aspect.name)
        return {
            "name": aspect.name,
            "question": aspects.words_of(aspect.question, self.language),
            "answers": [
                (one.name, aspects.words_of({"en": one.en, "tr": one.tr}, self.language), one.name == chosen)
                for one in aspect.answers
            ],
        }

    @staticmethod
    def bought(line: OrderLine) -> dict[str, str]:
        return {"name": line.shown_name, "variant": line.variant_name, "picture": line.thumbnail_url}

    def written(self) -> list[dict[str, Any]]:
        """Return what was written, in the order's order."""
        lines = {line.saleor_id: line for line in self.order.lines.all()}
        return [self._review(review, lines.get(line)) for line, review in self.reviews.items()]

    def _review(self, review: Review, line: OrderLine | None) -> dict[str, Any]:
        can_change, is_there = self.can_change(review), review.state != State.WITHDRAWN
        return {
            **(self.bought(line) if line else {}),
            "id": review.pk,
            "stars": review.stars,
            "stars_said": phrase(self.words["of_five"], {"stars": review.stars}, self.language),
            "title": review.title,
            "text": review.text,
            "state": self.words[f"state_{review.state}"],
            "reason": self.words[f"reason_{review.reject_reason}"] if review.reject_reason else "",
            "token": links.line_token("change", self.asked, review.order_line_id) if can_change else "",
            "is_there": is_there,
            "asks_photo": can_change and is_there and review.stars >= CONTENT and not review.has_photos,
        }

    def question_link(self) -> str:
        return to_answer(self.order) if self.reviews else ""

    def problem(self, lines: Iterable[str], text: str) -> dict[str, Any]:
        """Return the form of a problem, with the lines that are chosen and what was typed."""
        chosen = set(lines)
        _, here = reached(self.asked.store, self.order.channel_slug, now=self.now)
        return {
            "lines": [
                {**self.bought(line), "number": number, "chosen": line.saleor_id in chosen or len(self.arrived) == 1}
                for number, line in enumerate(self.arrived)
            ],
            "text": text,
            "is_here": here.is_open,
            "opens_at": here.opens_at,
            "most_text": rules.MOST_TEXT,
        }
