"""A mail as it came, bytes, understood: from whom, what about, what they wrote, what they attached.

Pure, and bounded in every direction: whoever has the address writes what they like, also what is no mail at all.
"""

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses
from hashlib import sha256

from ..files.rules import HEAD, cleaned_name, kind_of
from ..people.addresses import AddressWrong, normal_email
from . import automatic, charsets, html_text, quoting

MOST_BYTES = 30_000_000
# A mail of 30 MB has 400 000 lines of Base64. More are made to keep whoever reads them.
MOST_LINES = 1_000_000
MOST_NESTED = 100
MOST_PARTS = 200
MOST_TEXT = 100_000
MOST_SUBJECT = 200
MOST_REFERENCES = 50
MOST_ATTACHMENTS = 50
MESSAGE_ID = re.compile(r"<([^<>\s]{1,250})>")
PDF = re.compile(rb"%PDF-")
ZIP = re.compile(rb"PK\x03\x04")


class MailUnreadable(Exception):
    """It is no mail, or too large a one."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Attachment:
    """`kind` is what it is by its first bytes: a picture's name in files.rules, PDF, ZIP, MAIL, TNEF or FILE."""

    name: str
    kind: str
    size: int
    content: bytes = field(repr=False, default=b"")


@dataclass(frozen=True, slots=True)
class Mail:
    """`sender` is empty where there is none that can be written to, or more than one. Ids are without `<` and `>`."""

    sender: str
    name: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    message_id: str
    references: tuple[str, ...]
    text: str
    quoted: str
    attachments: tuple[Attachment, ...]
    machine: automatic.Machine | None
    results: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def digest_of(self) -> str:
        return f"{self.message_id}\0{self.sender}\0{self.text}"


def digest(raw: bytes, mail: Mail | None) -> bytes:
    """Return what tells a mail from every other, also where it comes by two ways; its id alone anybody can take."""
    if mail is None or not mail.message_id:
        return sha256(raw).digest()
    return sha256(mail.digest_of.encode("utf-8", "replace")).digest()


def parse(raw: bytes) -> Mail:
    """Return what a mail says. Raises MailUnreadable."""
    if len(raw) > MOST_BYTES:
        raise MailUnreadable("TOO_LARGE", "A mail has at most 30 MB.")
    if raw.count(b"\n") > MOST_LINES or raw.lower().count(b"boundary=") > MOST_NESTED:
        raise MailUnreadable("TOO_MANY_PARTS", "This mail is made of too many pieces.")
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        return _Reading(message).mail()
    except (RecursionError, AssertionError, LookupError, TypeError, ValueError, AttributeError) as error:
        # The standard library stumbles over some broken mails in its own ways.
        raise MailUnreadable("BROKEN", "This mail cannot be read.") from error


class _Reading:
    def __init__(self, message: Message) -> None:
        self._message = message
        self._plain: list[str] = []
        self._html: list[str] = []
        self._attachments: list[Attachment] = []
        self._faults: list[str] = []
        self._headers: dict[str, list[str]] = {}
        for name, value in message.raw_items():
            self._headers.setdefault(name.lower(), []).append(str(value))

    def mail(self) -> Mail:
        people = self._people("from")
        name, sender = people[0] if len(people) == 1 else ("", "")
        if not sender:
            self._faults.append("NO_SENDER")
        self._walk(self._message)
        parts = quoting.split(self._body())
        subject = self._header("subject")
        ids = MESSAGE_ID.findall(self._raw("message-id"))
        answered = MESSAGE_ID.findall(self._raw("in-reply-to")) + MESSAGE_ID.findall(self._raw("references"))[::-1]
        return Mail(
            sender=sender,
            name=name[:100],
            to=tuple(address for of in ("to", "delivered-to", "x-original-to") for _, address in self._people(of)),
            cc=tuple(address for _, address in self._people("cc")),
            subject=subject[:MOST_SUBJECT],
            message_id=ids[0] if ids else "",
            references=tuple(dict.fromkeys(answered))[:MOST_REFERENCES],
            text=parts.new,
            quoted=parts.quoted,
            attachments=tuple(self._attachments[:MOST_ATTACHMENTS]),
            machine=automatic.machine(
                self._header, sender=sender, content_type=self._message.get_content_type(), subject=subject
            ),
            results=tuple(map(charsets.header, self._headers.get("authentication-results", [])[:10])),
            faults=tuple(dict.fromkeys(self._faults)),
        )

    def _raw(self, name: str) -> str:
        return " ".join(self._headers.get(name, [])[:3])[: charsets.MOST_HEADER]

    def _header(self, name: str) -> str:
        return charsets.header(self._headers.get(name, [""])[0])

    def _people(self, name: str) -> list[tuple[str, str]]:
        # Parsed before it is decoded: an encoded name may hold commas and another's address.
        values = [
            one[: charsets.MOST_HEADER].replace("\r", " ").replace("\n", " ") for one in self._headers.get(name, [])
        ]
        found = []
        for shown, address in getaddresses(values[:5])[:100]:
            try:
                found.append((charsets.header(shown), normal_email(charsets.header(address))))
            except AddressWrong:
                continue
        return found

    def _walk(self, message: Message) -> None:
        waiting = [message]
        seen = 0
        while waiting and seen < MOST_PARTS:
            part, seen = waiting.pop(0), seen + 1
            if not part.is_multipart():
                self._leaf(part)
                continue
            inside = [one for one in part.get_payload() if isinstance(one, Message)]
            if part.get_content_type() == "message/rfc822":
                self._attach(part, b"".join(one.as_bytes() for one in inside[:1]), "MAIL")
            else:
                waiting = inside + waiting
        if waiting:
            self._faults.append("TOO_MANY_PARTS")

    def _leaf(self, part: Message) -> None:
        charset = str(part.get_content_charset() or "")
        if "\0" in charset:  # the standard library asks Python for a codec of this name
            part.del_param("charset")
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        if part.defects:
            self._faults += [type(one).__name__ for one in part.defects]
        kind = part.get_content_type()
        is_body = kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment"
        if is_body and not self._name_of(part):
            said = charsets.letters(data[: 4 * html_text.MOST], charset)
            (self._plain if kind == "text/plain" else self._html).append(said)
        elif data and not kind.startswith(("message/", "text/rfc822-headers")):
            is_tnef = kind in ("application/ms-tnef", "application/vnd.ms-tnef") or data[:4] == b"\x78\x9f\x3e\x22"
            self._attach(part, data, "TNEF" if is_tnef else _kind(data))

    def _attach(self, part: Message, data: bytes, kind: str) -> None:
        name = cleaned_name(self._name_of(part)) or {"TNEF": "winmail.dat", "MAIL": "mail.eml"}.get(kind, "file")
        self._attachments.append(Attachment(name, kind, len(data), data))

    def _name_of(self, part: Message) -> str:
        try:
            return charsets.header(str(part.get_filename() or ""))
        except (LookupError, UnicodeError, ValueError):
            return ""

    def _body(self) -> str:
        plain = "\n".join(self._plain)[:MOST_TEXT].strip()
        if plain and not plain.lstrip().lower().startswith(("<html", "<!doctype", "<div")):
            return plain
        return html_text.as_text("\n".join(self._html) or plain)[:MOST_TEXT]


def _kind(data: bytes) -> str:
    picture = kind_of(data[:HEAD])
    if picture is not None:
        return picture.value
    return "PDF" if PDF.match(data) else "ZIP" if ZIP.match(data) else "FILE"
