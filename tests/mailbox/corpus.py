"""Two hundred threads of mail as programs make them, each mail with where it belongs.

Made, not collected: nobody's mail is in it. The same seed makes the same ones.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from saleor_support_plugin.outbox.models import Message

from .post import ADDRESS, mail, reply_to

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"0" * 50
SAID = {
    "tr": ["Sol taraftaki kırık, ışığı yanmıyor.", "Çok naziksiniz.", "İade etmek istiyorum.\n\n1) Lamba\n2) Ampul"],
    "en": ["The left one is broken.", "That is very kind!", "I want to send it back.\n\n1) the lamp\n2) the bulb"],
}
ATTRIBUTED = {
    ("gmail", "tr"): "Aurora <{from_}>, 20 Kas 2026 Cum, 12:00 tarihinde şunu yazdı:",
    ("gmail", "en"): "On Fri, Nov 20, 2026 at 12:00 PM Aurora <{from_}>\nwrote:",
    ("apple", "tr"): "Aurora <{from_}> şunları yazdı (20 Kas 2026 12:00):",
    ("apple", "en"): "On 20 Nov 2026, at 12:00, Aurora <{from_}> wrote:",
    ("yahoo", "tr"): "20 Kasım 2026 Cuma 12:00:00 GMT+3 tarihinde Aurora <{from_}> şunu yazdı:",
    ("yahoo", "en"): "On Friday, November 20, 2026 at 12:00:00 PM GMT+3, Aurora <{from_}> wrote:",
    ("thunderbird", "tr"): "20.11.2026 12:00 tarihinde Aurora yazdı:",
    ("thunderbird", "en"): "On 11/20/26 12:00 PM, Aurora wrote:",
}
COPIED = {
    "tr": "Kimden: Aurora <{from_}>\nGönderildi: 20 Kasım 2026 Cuma 12:00\nKime: {to}\nKonu: Mesajınız",
    "en": "From: Aurora <{from_}>\nSent: Friday, November 20, 2026 12:00 PM\nTo: {to}\nSubject: Your message",
}
PROGRAMS = ("gmail", "apple", "yahoo", "thunderbird", "outlook", "outlook_phone")


@dataclass(frozen=True)
class Posted:
    """`belongs` says whether it is the thread's; else it is a new matter, or nobody's words."""

    raw: bytes
    said: str
    belongs: bool
    kind: str


def quoted(program: str, language: str, to: str) -> str:
    words = {"from_": ADDRESS, "to": to}
    if program.startswith("outlook"):
        line = "_" * 32 + "\n" if program == "outlook_phone" else ""
        return f"{line}{COPIED[language].format(**words)}\n\nWe have your message.\nAurora"
    return f"{ATTRIBUTED[program, language].format(**words)}\n\n> We have your message.\n> Aurora"


def html_of(program: str, said: str, old: str) -> str:
    new = "".join(f"<div>{line or '<br>'}</div>" for line in said.split("\n"))
    around = {
        "gmail": '<div dir="ltr">{}</div><div class="gmail_quote"><div>x wrote:</div><blockquote>{}</blockquote></div>',
        "apple": '<body>{}<blockquote type="cite"><div>{}</div></blockquote></body>',
        "yahoo": '<div>{}</div><div id="ydp" class="yahoo_quoted"><div>{}</div></div>',
        "thunderbird": '<html><body>{}<blockquote type="cite" cite="mid:x">{}</blockquote></body></html>',
        "outlook": '<div class="WordSection1">{}</div><div id="divRplyFwdMsg"><p><b>From:</b> x</p></div><div>{}</div>',
        "outlook_phone": '<div>{}</div><div id="ms-outlook-mobile-signature"></div><div id="appendonsend"></div><hr>{}',
    }  # fmt: skip
    return around[program].format(new, old.replace("\n", "<br>"))


class Corpus:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.quirks: list[Callable[[EmailMessage, Message, str], Posted]] = [
            self._plain, self._plain, self._plain, self._html, self._html, self._to_the_mailbox, self._no_ids,
            self._with_copies, self._charset_lies, self._broken, self._winmail, self._large_file, self._signed,
            self._below, self._another, self._forwarded, self._away,
        ]  # fmt: skip

    def answers(self, sent: Message, language: str) -> Iterator[Posted]:
        """Give three mails with which people, and their programs, answer one of ours."""
        for quirk in self._chance.sample(self.quirks, 3):
            self.program = self._chance.choice(PROGRAMS)
            self.language = language
            said = f"{self._chance.choice(SAID[language])} ({self._chance.randrange(10**9)})"
            self.old = quoted(self.program, language, sent.address)
            made = mail(
                f"Ada <{sent.address}>",
                reply_to(sent),
                f"{said}\n\n{self.old}\n",
                subject=("Ynt: " if language == "tr" else "Re: ") + sent.subject,
                In_Reply_To=sent.message_id,
                References=f"<conversation-1@x.example> {sent.message_id}",
            )
            yield quirk(made, sent, said)

    def _posted(self, made: EmailMessage, said: str, kind: str, belongs: bool = True) -> Posted:
        return Posted(made.as_bytes(), said, belongs, kind)

    def _plain(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        return self._posted(made, said, "plain")

    def _html(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.set_content(html_of(self.program, said, self.old), subtype="html")
        return self._posted(made, said, f"html of {self.program}")

    def _to_the_mailbox(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.replace_header("To", ADDRESS)
        return self._posted(made, said, "to the mailbox itself")

    def _no_ids(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        for name in ("In-Reply-To", "References", "Message-ID"):
            del made[name]
        return self._posted(made, said, "headers stripped")

    def _with_copies(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made["Cc"] = "Bob <bob@mail.example>, lawyer@mail.example"
        return self._posted(made, said, "with copies")

    def _charset_lies(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.set_content(f"{said}\n\n{self.old}", charset="utf-8", cte="8bit")
        raw = made.as_bytes()
        head, _, body = raw.partition(b"\n\n")
        lied = re.sub(rb'charset="?utf-8"?', self._chance.choice([b"us-ascii", b"iso-8859-1", b"x-unknown"]), head)
        really = self._chance.choice(["utf-8", "cp1254"])
        return Posted(lied + b"\n\n" + body.decode().encode(really), said, True, f"charset lies about {really}")

    def _broken(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.add_attachment(PNG, maintype="image", subtype="png", filename="lamba ş.png")
        return Posted(made.as_bytes()[:-60], said, True, "cut in the middle of a file")

    def _winmail(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.add_attachment(
            b"\x78\x9f\x3e\x22" + b"0" * 99, maintype="application", subtype="ms-tnef", filename="winmail.dat"
        )
        return self._posted(made, said, "winmail.dat")

    def _large_file(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.add_attachment(b"%PDF" + b"0" * 300_000, maintype="application", subtype="pdf", filename="fatura.pdf")
        return self._posted(made, said, "a large file")

    def _signed(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        signature = "iPhone’umdan gönderildi" if self.language == "tr" else "Sent from my iPhone"
        made.set_content(f"{said}\n\n{signature}\n\n{self.old}")
        return self._posted(made, said, "a phone's signature")

    def _below(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        attribution = ATTRIBUTED["thunderbird", self.language]
        made.set_content(f"{attribution}\n> We have your message.\n> Aurora\n\n{said}\n")
        return self._posted(made, said, "below what it answers")

    def _another(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made.replace_header("From", f"stranger{self._chance.randrange(10**6)}@elsewhere.example")
        return self._posted(made, said, "by somebody else", belongs=False)

    def _forwarded(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        for name in ("In-Reply-To", "To", "From"):
            del made[name]
        made["From"], made["To"] = f"friend{self._chance.randrange(10**6)}@mail.example", ADDRESS
        marker = {"tr": "İletilen mesaj", "en": "Forwarded message"}[self.language]
        head = f"From: Aurora <{reply_to(sent)}>\nTo: {sent.address}\nSubject: x"
        made.set_content(f"{said}\n\n---------- {marker} ---------\n{head}\n\nHello")
        return self._posted(made, said, "passed on", belongs=False)

    def _away(self, made: EmailMessage, sent: Message, said: str) -> Posted:
        made["Auto-Submitted"] = "auto-replied"
        return self._posted(made, said, "away", belongs=False)
