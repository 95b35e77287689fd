"""What anybody may see of a store: its pages, and what it sells."""

from __future__ import annotations

from dataclasses import dataclass

from ..money import Money


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page in the language that it was written in, and, by language code, in those it was translated into."""

    id: str
    slug: str
    title: str
    text: str
    translated: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Named:
    """`turkish_name` is empty where the shop has no translation."""

    key: str
    name: str
    turkish_name: str

    def name_in(self, language: str) -> str:
        return (language == "tr" and self.turkish_name) or self.name


@dataclass(frozen=True, slots=True)
class OfferedProduct:
    """`price` is the lowest of its variants'; `has_dearer` says that there are others."""

    id: str
    slug: str
    name: str
    turkish_name: str
    thumbnail_url: str
    price: Money
    has_dearer: bool
    category: Named | None
    attributes: tuple[tuple[Named, tuple[Named, ...]], ...]

    def name_in(self, language: str) -> str:
        return (language == "tr" and self.turkish_name) or self.name
