"""What an order's history in Saleor says of a ticket."""

from datetime import timedelta

# Somebody who wrote a note may have been cut off: it is looked for, and only written again when it did not come.
STILL_AT_WORK = timedelta(minutes=5)
# The longest subject; what is more is cut.
MOST_SUBJECT = 120
SAID = {
    "en": {
        "OPEN": "open, it waits for us",
        "WAITING": "answered, it waits for the customer",
        "CLOSED": "closed",
    },
    "tr": {
        "OPEN": "açık, bizi bekliyor",
        "WAITING": "yanıtlandı, müşteriyi bekliyor",
        "CLOSED": "kapandı",
    },
}
HEADS = {"en": "Support ticket #{number}", "tr": "Destek talebi #{number}"}


def note(*, number: int, subject: str, state: str, language: str) -> str:
    """Return one line; it changes with the ticket's state and subject, and not with every message."""
    language = language if language in HEADS else "en"
    head = HEADS[language].format(number=number)
    return f"{head}: {subject[:MOST_SUBJECT]} ({SAID[language][state]})"
