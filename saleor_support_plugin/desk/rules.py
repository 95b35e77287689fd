"""What an order's history in Saleor says of a ticket."""

from datetime import timedelta

# Somebody who wrote a note may have been cut off: it is looked for, and only written again when it did not come.
STILL_AT_WORK = timedelta(minutes=5)
# The longest subject; what is more is cut.
MOST_SUBJECT = 120
# Saleor's history gets an entry for every change of a note, and whose turn it is changes with every message.
SAID = {
    "en": {
        "OPEN": "open",
        "WAITING": "open",
        "CLOSED": "closed",
    },
    "tr": {
        "OPEN": "açık",
        "WAITING": "açık",
        "CLOSED": "kapandı",
    },
}
HEADS = {"en": "Support ticket #{number}", "tr": "Destek talebi #{number}"}


def note(*, number: int, subject: str, state: str, language: str) -> str:
    """Return one line; it changes when the ticket is closed, opened again or named anew."""
    language = language if language in HEADS else "en"
    head = HEADS[language].format(number=number)
    return f"{head}: {subject[:MOST_SUBJECT]} ({SAID[language][state]})"
