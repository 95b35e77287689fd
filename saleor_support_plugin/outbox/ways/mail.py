"""How a mail leaves: by whom the merchant named for the channel, else as EMAIL_URL says."""

import smtplib
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend

from ...mails.providers import SMTP
from ...mails.queries import Account
from . import Accepted, Doubtful, Mail, Outcome, Parcel, Refused, Unreachable
from .files import write

SECONDS = 20


def hand_over(parcel: Parcel[Mail]) -> Outcome:
    """Hand a mail to the merchant's provider, or over by EMAIL_URL's way; one that stays here is a file in any case."""
    account, way = parcel.account, "" if parcel.account else settings.EMAIL["way"]
    mail = _whole(parcel)
    try:
        if parcel.stays_here or way == "file":
            folder = settings.OUTBOX_DIR if parcel.stays_here else settings.EMAIL["folder"] or settings.OUTBOX_DIR
            whole: Any = mail.message()  # Django's own, which knows line ends
            return write(whole.as_bytes(linesep="\r\n"), Path(folder), parcel.name, parcel.now)
        if way == "console":
            print(mail.message().as_string(), flush=True)
            return Accepted()
    except (ValueError, UnicodeError) as error:  # Django refuses headers that are none
        return Refused(str(error), for_good=True)
    return _by_account(mail, account) if account else _smtp(mail, _service_server())


def _whole(parcel: Parcel[Mail]) -> EmailMultiAlternatives:
    """Return the mail as it goes out: text first, HTML beside it."""
    said = parcel.content
    told: dict[str, Any] = {"headers": dict(said.headers), "cc": list(said.copies)}
    mail = EmailMultiAlternatives(said.subject, said.text, said.sender, [parcel.to], **told)
    mail.attach_alternative(said.html, "text/html")
    return mail


def _by_account(mail: EmailMultiAlternatives, account: Account) -> Outcome:
    # Here, for their five to twenty megabytes are of use only where a merchant has a provider.
    if account.provider == SMTP:
        from .servers import server_of

        return _smtp(mail, server_of(account, seconds=SECONDS))
    from .providers import hand_over_to

    return hand_over_to(account, mail, seconds=SECONDS)


def _service_server() -> EmailBackend:
    server = {name: settings.EMAIL[name] for name in ("host", "port", "username", "password", "use_tls", "use_ssl")}
    return EmailBackend(**server, timeout=SECONDS, fail_silently=False)


def _smtp(mail: EmailMultiAlternatives, backend: EmailBackend) -> Outcome:
    try:
        backend.open()
    except (OSError, smtplib.SMTPException) as error:
        return Unreachable(_said(error))
    try:
        backend.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return Refused(f"{code} {said.decode(errors='replace')}", for_good=code >= 500)
    except smtplib.SMTPResponseException as error:
        return Refused(_said(error), for_good=error.smtp_code >= 500)
    except (ValueError, UnicodeError) as error:
        return Refused(str(error), for_good=True)
    except (OSError, smtplib.SMTPException) as error:
        return Doubtful(_said(error))
    finally:
        _close(backend)
    return Accepted()


def _close(backend: EmailBackend) -> None:
    with suppress(OSError, smtplib.SMTPException):  # the answer that counts was had before
        backend.close()


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error.decode(errors="replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        return f"{error.smtp_code} {said}"
    return f"{type(error).__name__}: {error}"
