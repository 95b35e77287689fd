"""A product's reviews for search engines: schema.org's Product, as Google reads review snippets.

https://developers.google.com/search/docs/appearance/structured-data/review-snippet
"""

from .shown import FirstPage, Shown, Summary

# Google refuses longer names of authors.
MOST_AUTHOR = 99
BEST, WORST = 5, 1


def json_ld(page: FirstPage) -> dict[str, object] | None:
    """Return it, or None where there is nothing to say: an average of no reviews would be a made-up one."""
    if page.summary.average is None or not page.name:
        return None
    said = [_review(one) for one in page.listed.reviews if one.author]
    product: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": page.name,
        "aggregateRating": _aggregate(page.summary),
    }
    return product | {"review": said} if said else product


def _aggregate(summary: Summary) -> dict[str, object]:
    return {
        "@type": "AggregateRating",
        "ratingValue": str(summary.average),
        "reviewCount": summary.count,
        "bestRating": BEST,
        "worstRating": WORST,
    }


def _review(review: Shown) -> dict[str, object]:
    """Return one review. Whom nobody can name has no place here: Google asks for the author."""
    about: dict[str, object] = {
        "@type": "Review",
        "author": {"@type": "Person", "name": review.author[:MOST_AUTHOR]},
        "datePublished": review.created_at.date().isoformat(),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": review.stars,
            "bestRating": BEST,
            "worstRating": WORST,
        },
    }
    named = {"name": review.title, "reviewBody": review.text, "inLanguage": review.language}
    return about | {name: value for name, value in named.items() if value}
