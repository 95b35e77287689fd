"""Telling a merchant, in Dashboard, that a text of theirs could not be said: at most once a day for each."""

import logging
from datetime import datetime

from ..logs import store_id
from ..saleor.errors import SaleorError
from ..stores.clients import client_of
from . import actions, catalogue, queries
from .models import MailText

log = logging.getLogger(__name__)

SENTENCE = (
    "The text of the mail “{name}” ({language}, version {version}) cannot be used, so this mail goes out in our words. "
    "Open Mails in Saleor Support and save it again."
)


def tell_merchants(*, now: datetime) -> int:
    """Tell who has not been told; return how many texts it was about."""
    failed = queries.untold(now)
    for text in failed:
        # First, so that a store which never answers is asked once a day and no more.
        actions.note_told(text=text, now=now)
        _tell(text)
    return len(failed)


def _tell(text: MailText) -> None:
    name = catalogue.built(text.kind, text.language).name
    message = SENTENCE.format(name=name, language=text.language, version=text.version)
    token = store_id.set(text.store_id)
    try:
        client_of(text.store).create_app_problem(key=f"mail-text-{text.kind}-{text.language}", message=message)
    except SaleorError as error:  # Saleor 3.21 knows no problems of apps; the text's own page shows it as well
        log.info("a merchant could not be told of a broken text", extra={"facts": {"reason": str(error)}})
    finally:
        store_id.reset(token)
