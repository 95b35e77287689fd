"""Which of a shop's articles fit what somebody writes, and by what products can be narrowed."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..saleor.public import Named, OfferedProduct
from ..tickets.folding import words

MOST_ARTICLES = 3
MOST_EXCERPT = 140
MOST_TEXT = 1_000
MOST_SEARCH = 100
MOST_ATTRIBUTES = 2
MOST_VALUES = 8
MOST_CATEGORIES = 8
LEAST_LETTERS = 3
# From so many letters on a word counts with other endings: Turkish writes most of its grammar behind the word.
LEAST_STEM = 4
# Of the shorter word, how much two words must share from their beginning.
ALIKE = 0.8
IN_TITLE = 3
# Folded, as `words` gives them: what stands in any message of a language. It may tell much in another: `size`
# is "to you" in Turkish, and what an English shopper asks about.
_COMMON = {
    "en": "about after all also and any are because been before but can could did does for from get got had has have"
    " hello help how its just like need not now please she should some soon thank thanks that the their them"
    " then there they this too very want was were what when where which who why will with would you your",
    "tr": "acaba ama bana bende beni benim ben bir biz bize boyle bunu bunun cok daha degil diye gibi gore hala hangi"
    " her hic icin ile iyi kadar kac lutfen merhaba mi mu nasil neden nedir nerede niye olan olarak olur oldu once onu"
    " rica sadece selam siz size sizin sonra tesekkur tesekkurler ve veya var yok yani zaman",
}
COMMON = {language: frozenset(those.split()) for language, those in _COMMON.items()}
_ID = re.compile(r"[A-Za-z0-9+/=_-]{1,64}")
_SLUG = re.compile(r"[^\s:\0]{1,200}")


# Words that begin alike, by how they begin: to look for one is to compare it with few.
type ByStem = Mapping[str, Sequence[str]]


class AskedWrong(Exception):
    """What was asked for cannot be read."""

    code = "INVALID"


@dataclass(frozen=True)
class Article:
    """A help page in one language, with the address of it in the shop."""

    id: str
    title: str
    text: str
    url: str

    @property
    def excerpt(self) -> str:
        if len(self.text) <= MOST_EXCERPT:
            return self.text
        return f"{self.text[:MOST_EXCERPT].rsplit(' ', 1)[0].rstrip('.,;:')}…"

    @cached_property
    def title_words(self) -> ByStem:
        return _by_stem(self.title)

    @cached_property
    def text_words(self) -> ByStem:
        return _by_stem(self.text)


def fitting(articles: Sequence[Article], said: str, *, language: str) -> list[Article]:
    """Return those that fit what somebody said, the best first; none rather than one that has little to do with it.

    An article fits by a word of its title, or by two words of its text that half of them or fewer have.
    """
    asked = _telling(said[:MOST_TEXT]) - COMMON.get(language, COMMON["en"])
    scores = {article.id: 0.0 for article in articles}
    hits = Counter[str]()
    for word in asked:
        in_title = [one for one in articles if _has(one.title_words, word)]
        titled = {one.id for one in in_title}
        in_text = [one for one in articles if one.id not in titled and _has(one.text_words, word)]
        weight = math.log((len(articles) + 1) / (len(in_title) + len(in_text) + 0.5))
        is_rare = (len(in_title) + len(in_text)) * 2 <= max(len(articles), 4)
        for one in in_title:
            scores[one.id] += IN_TITLE * weight
            hits[one.id] += 2
        for one in in_text if is_rare else ():
            scores[one.id] += weight
            hits[one.id] += 1
    fit = [one for one in articles if hits[one.id] >= 2]
    return sorted(fit, key=lambda one: -scores[one.id])[:MOST_ARTICLES]


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) >= LEAST_LETTERS and not word.isdigit())


def _by_stem(text: str) -> ByStem:
    found: dict[str, list[str]] = {}
    for word in _telling(text):
        found.setdefault(word[:LEAST_STEM], []).append(word)
    return found


def _has(known: ByStem, word: str) -> bool:
    return any(_alike(word, one) for one in known.get(word[:LEAST_STEM], ()))


def _alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    shared = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return shared >= ALIKE * shorter


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; `chosen` are values by their attributes' slugs."""

    search: str
    category: str
    chosen: dict[str, str]


def wish(search: str, category: str, chosen: Sequence[str]) -> Wish:
    """Read a wish; raises AskedWrong."""
    pairs = [one.partition(":") for one in chosen]
    if category and not _ID.fullmatch(category):
        raise AskedWrong("`category` is the id of a category.")
    if len(pairs) > MOST_ATTRIBUTES or not all(_SLUG.fullmatch(one) and _SLUG.fullmatch(two) for one, _, two in pairs):
        raise AskedWrong(f"`a` is ATTRIBUTE:VALUE, at most {MOST_ATTRIBUTES} times.")
    plain = " ".join(search.replace("\0", " ").split())
    return Wish(plain[:MOST_SEARCH], category, {one: two for one, _, two in pairs})


def narrowed(products: Sequence[OfferedProduct], chosen: dict[str, str]) -> list[OfferedProduct]:
    return [one for one in products if all(_has_value(one, slug, value) for slug, value in chosen.items())]


def _has_value(product: OfferedProduct, slug: str, value: str) -> bool:
    return any(one.key == slug and value in [each.key for each in values] for one, values in product.attributes)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to narrow by, with how many products are left then."""

    named: Named
    count: int


def categories(products: Sequence[OfferedProduct]) -> list[Choice]:
    """Return the categories that products are in; none where that would narrow nothing."""
    choices = _counted([one.category for one in products if one.category], MOST_CATEGORIES)
    return choices if len(choices) > 1 else []


def attributes(products: Sequence[OfferedProduct], chosen: dict[str, str]) -> list[tuple[Named, list[Choice]]]:
    """Return what most of the products share and differ in, the most shared first; at most two with those chosen."""
    having: Counter[str] = Counter()
    named: dict[str, Named] = {}
    values: dict[str, list[Named]] = {}
    for product in products:
        for attribute, its in product.attributes:
            having[attribute.key] += 1
            named.setdefault(attribute.key, attribute)
            values.setdefault(attribute.key, []).extend(its)
    found = []
    for slug, count in having.most_common():
        choices = _counted(values[slug], MOST_VALUES)
        if slug not in chosen and count * 2 > len(products) and len(choices) > 1:
            found.append((named[slug], choices))
    return found[: MOST_ATTRIBUTES - len(chosen)]


def _counted(given: Sequence[Named], most: int) -> list[Choice]:
    counts = Counter(one.key for one in given)
    named: dict[str, Any] = {one.key: one for one in given}
    return [Choice(named[key], count) for key, count in counts.most_common(most)]
