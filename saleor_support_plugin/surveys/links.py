"""The way from the mail to the page of one survey: a signed link, which alone says who answers."""

from datetime import datetime

from django.conf import settings
from django.core import signing

from . import rules
from .models import Survey

SALT = "survey"


def survey_link(survey: Survey) -> str:
    return f"{settings.PUBLIC_URL}/v/{signing.dumps(survey.pk, salt=SALT, compress=False)}"


def survey_of(token: str, *, now: datetime) -> Survey | None:
    """Return the survey that a link's token opens; None for one that is not ours or too old, or whose store is gone."""
    try:
        number = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    if type(number) is not int:
        return None
    lately = Survey.across_stores.filter(asked_at__gt=now - rules.LINK_LASTS, store__removed_at=None)
    rows = lately.select_related("store", "ticket__conversation", "ticket__order")
    return rows.filter(pk=number, store__is_active=True).first()
