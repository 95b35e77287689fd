"""A merchant's own questions about a product: which of them a product's form asks, and what was answered."""

from collections.abc import Mapping, Sequence

from ..stores.aspects import Aspect


def asked_of(category: str, aspects: Sequence[Aspect]) -> tuple[Aspect, ...]:
    """Return the questions about products of a category, which may be unknown; those of every product among them."""
    return tuple(one for one in aspects if not one.categories or category in one.categories)


def chosen(given: Mapping[str, str], aspects: Sequence[Aspect]) -> dict[str, str]:
    """Return, of what was sent, the answers that there are: aspect's name → answer's name."""
    offered = {one.name: {answer.name for answer in one.answers} for one in aspects}
    return {name: given[name] for name, answers in offered.items() if given.get(name) in answers}


def words_of(texts: Mapping[str, str], language: str) -> str:
    """Return the words in a language, else in the one that there is."""
    return texts.get(language) or next((text for text in texts.values() if text), "")


def said(answers: Mapping[str, str], aspects: Sequence[Aspect], language: str) -> list[tuple[str, str]]:
    """Return question and answer in words, in the merchant's order; what is asked no more is left out."""
    found = []
    for aspect in aspects:
        answer = next((one for one in aspect.answers if one.name == answers.get(aspect.name)), None)
        if answer is not None:
            texts = {"en": answer.en, "tr": answer.tr}
            found.append((words_of(aspect.question, language), words_of(texts, language)))
    return found
