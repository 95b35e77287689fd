"""Two hundred threads come in at once: none merged wrongly, hardly one split, nothing falls over."""

import random
import secrets
from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection

from saleor_support_plugin.mailbox import actions
from saleor_support_plugin.mailbox.models import State
from saleor_support_plugin.mails.headers import message_of, reply_address
from saleor_support_plugin.tickets.models import Ticket

from ..shops import NOON, Shop
from .corpus import Corpus
from .post import add_mailbox, ask, deliver, mail, said_in, sent_about

pytestmark = pytest.mark.django_db

THREADS = 200


@pytest.mark.slow
def test_every_mail_of_two_hundred_threads_stands_where_it_belongs(aurora: Shop) -> None:
    mailbox, corpus = add_mailbox(aurora), Corpus(seed=9)
    threads: list[Ticket] = [
        ask(aurora, number, locale="tr" if number % 2 else "en") for number in range(1, THREADS + 1)
    ]
    posted = [
        (ticket, one) for ticket in threads for one in corpus.answers(sent_about(ticket), ticket.conversation.language)
    ]
    random.Random(9).shuffle(posted)
    with connection.cursor() as cursor:
        cursor.execute("analyze")  # all happens in one transaction, where PostgreSQL takes these tables for empty ones
    became = []
    for at, (ticket, one) in enumerate(posted):
        received = deliver(mailbox, one.raw, NOON + timedelta(minutes=at))
        became.append((ticket, one, received))
    failed = [one.kind for _, one, received in became if received.reason == "FAILED" or received.state == State.WAITING]
    merged = [
        one.kind
        for ticket, one, received in became
        if received.state == State.JOINED and not (one.belongs and received.conversation_id == ticket.conversation_id)
    ]
    split = [one.kind for _, one, received in became if one.belongs and received.state != State.JOINED]
    unclean = [one.kind for ticket, one, _ in became if one.belongs and one.said not in said_in(ticket)]
    belonging = sum(one.belongs for _, one in posted)
    print(
        f"mail corpus: {THREADS} threads, {len(posted)} mails, {belonging} that belong; wrong merges {len(merged)}, "
        f"splits {len(split)}, crashes {len(failed)}, not cut clean {len(unclean)} {dict(Counter(unclean))}"
    )
    assert not failed
    assert not merged
    assert len(split) <= belonging * 0.02, Counter(split)
    assert len(unclean) <= belonging * 0.02, Counter(unclean)


def forged(number: int, chance: random.Random) -> list[str]:
    """Return addresses that somebody makes up who knows how ours look, and one of them."""
    true = reply_address(number=number, mailbox="help@aurora.example", secret=settings.SECRET_KEY)
    local, _, domain = true.partition("@")
    word, _, signature = local.partition("+")[2].partition(".")
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    made = [f"help+{number + step}.{signature}@{domain}" for step in (*range(1, 40), *range(-3, 0))]
    made += [
        f"help+{word}.{signature[:at]}{chance.choice(letters.replace(signature[at], ''))}{signature[at + 1 :]}@{domain}"
        for at in range(len(signature))
        for _ in range(6)
    ]
    made += [f"help+{word}.{signature[:at]}@{domain}" for at in range(len(signature))]
    made += [f"help+{word}.{''.join(chance.choices(letters, k=16))}@{domain}" for _ in range(100)]
    made += [f"help+{secrets.token_hex(8)}@{domain}" for _ in range(30)]
    made += [
        reply_address(number=number, mailbox=f"help@{domain}", secret=secret)
        for secret in ("", "x", "secret", "reply address", settings.SECRET_KEY[:-1], settings.SECRET_KEY.upper() + "x")
    ]
    made += [
        f"help+{changed}@{domain}"
        for changed in (
            f"0{word}.{signature}", f"+{word}.{signature}", f" {word}.{signature}", f"{word}..{signature}",
            f"{word}.{signature}.", f".{word}.{signature}", f"{word}{signature}", f"{word},{signature}",
            f"{word}.{signature}=", f"-{word}.{signature}", f"{word}.0.{signature}", f"{word}e0.{signature}",
            f"{word}_0.{signature}", f"٤١.{signature}", f"{word}.{signature[::-1]}", f"{word}.", "", ".", word,
            f"{word}.{signature}{signature}", f"{word}.{signature}\u200b", f"{word}\u200b.{signature}",
            f"{'9' * 40}.{signature}",
        )
    ]  # fmt: skip
    made += [f"{signature}.{word}@{domain}", f"help.{word}.{signature}@{domain}", f"help-{word}.{signature}@{domain}"]
    return made


def test_no_forged_address_is_taken_for_ours(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    sent = sent_about(ticket)
    kinds = forged(sent.pk, random.Random(9))
    assert len(set(kinds)) >= 300
    assert [one for one in kinds if message_of(one, secret=settings.SECRET_KEY) is not None] == []
    for at, address in enumerate(random.Random(9).sample(kinds, 40)):
        raw = f"From: {sent.address}\r\nTo: <{address}>\r\nSubject: x\r\n\r\nSend it elsewhere. {at}".encode()
        received = deliver(mailbox, raw, NOON + timedelta(minutes=3 * at))
        assert received.state == State.OPENED
    assert said_in(ticket) == ["It came in two pieces."]


def test_a_guessed_id_leads_nowhere(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    known = f"<conversation-{ticket.conversation_id}@{'localhost'}>"
    made = mail("shopper@aurora.example", "help@aurora.example", "Send it elsewhere.", References=known)
    assert deliver(mailbox, made).state == State.OPENED
    assert said_in(ticket) == ["It came in two pieces."]
    assert actions.read_due(now=NOON) == 0
