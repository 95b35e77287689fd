"""Files in place of what would reach somebody: the file outbox, one file a message, in the form of a mail."""

import os
import tempfile
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from django.conf import settings

from . import Accepted, Content, FreeText, Notice, Outcome, Parcel, Template, Text, Unreachable


def keep(parcel: Parcel[Content]) -> Outcome:
    """Keep what is no mail as a file."""
    form = EmailMessage()
    form["To"], form["Date"], form["Subject"] = parcel.to[:200], parcel.now, parcel.name
    form.set_content(_shown(parcel.content))
    return write(form.as_bytes(policy=SMTP), Path(settings.OUTBOX_DIR), parcel.name, parcel.now)


def _shown(content: Content) -> str:
    match content:
        case Text(text=text) | FreeText(text=text):
            return text
        case Template(name=name, language=language, variables=variables):
            return "\n".join([f"{name} ({language})", *variables])
        case Notice(title=title, text=text, link=link):
            return "\n".join([title, text, link])
    raise TypeError(f"{type(content).__name__} is written by its own way")


def write(mail: bytes, folder: Path, name: str, now: datetime) -> Outcome:
    """Write a whole file or none: who reads the folder never sees half a mail."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile("wb", dir=folder, prefix=".", suffix=".part", delete=False) as part:
            try:
                part.write(mail)
                part.flush()
                os.fsync(part.fileno())
                os.replace(part.name, folder / f"{now:%Y%m%d-%H%M%S}-{name}.eml")
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
    except OSError as error:  # a full disk, a folder that is not ours
        return Unreachable(f"the file outbox: {error.strerror}")
    return Accepted()
