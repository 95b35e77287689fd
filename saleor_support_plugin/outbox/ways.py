"""How a mail leaves: by SMTP, into the file outbox, or onto the console. EMAIL_URL says which."""

import os
import smtplib
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend

SECONDS = 20


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is out of our hands."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The server answered no: for good, or for now."""

    reason: str
    for_good: bool


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Nothing was handed over, for there was nobody to hand it to."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """It was handed over and no answer came: it may be out, it may be not."""

    reason: str


Outcome = Accepted | Refused | Unreachable | Doubtful


def hand_over(mail: EmailMultiAlternatives, *, stays_here: bool, name: str, now: datetime) -> Outcome:
    """Hand a mail over by EMAIL_URL's way; `stays_here` makes it the file outbox whatever the setting says.

    `name` is what a file is called, without its ending.
    """
    way = settings.EMAIL["way"]
    try:
        if stays_here or way == "file":
            folder = settings.OUTBOX_DIR if stays_here else settings.EMAIL["folder"] or settings.OUTBOX_DIR
            return _file(mail.message(), Path(folder), name, now)
        if way == "console":
            print(mail.message().as_string(), flush=True)
            return Accepted()
    except OSError as error:  # a full disk, a folder that is not ours
        return Unreachable(f"the file outbox: {error.strerror}")
    except (ValueError, UnicodeError) as error:  # Django refuses headers that are none
        return Refused(str(error), for_good=True)
    return _smtp(mail)


def _file(mail: Any, folder: Path, name: str, now: datetime) -> Outcome:
    """Write a whole file or none: who reads the folder never sees half a mail."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile("wb", dir=folder, prefix=".", suffix=".part", delete=False) as part:
        try:
            part.write(mail.as_bytes(linesep="\r\n"))
            part.flush()
            os.fsync(part.fileno())
            os.replace(part.name, folder / f"{now:%Y%m%d-%H%M%S}-{name}.eml")
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    return Accepted()


def _smtp(mail: EmailMultiAlternatives) -> Outcome:
    server = {name: settings.EMAIL[name] for name in ("host", "port", "username", "password", "use_tls", "use_ssl")}
    backend = EmailBackend(**server, timeout=SECONDS, fail_silently=False)
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
