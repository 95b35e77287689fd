"""A message reaches its person once, or its row says why not."""

import threading
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection

from saleor_support_plugin.outbox import actions, kinds, queries, sending
from saleor_support_plugin.outbox.headers import NoWayOut
from saleor_support_plugin.outbox.kinds import UnknownKind
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.outbox.rules import No
from saleor_support_plugin.people.actions import withdraw_at
from saleor_support_plugin.people.addresses import AddressWrong, address_hash
from saleor_support_plugin.people.models import Source
from saleor_support_plugin.stores.models import NamedConfiguration

from ..service import Service
from ..shops import NOON, Shop
from .mail_server import MailServer
from .messages import TO, later, mails_in, part, put, somebody


def state_of(message: Message) -> tuple[State, str]:
    """Return what became of a message, and why: what was said beside it, else the code."""
    message.refresh_from_db()
    return State(message.state), message.reason or message.silence


@pytest.mark.django_db
def test_a_mail_is_whole_and_its_file_has_a_readable_name(aurora: Shop, folder: Path) -> None:
    message = put(aurora)
    sending.deliver_due(now=NOON)
    assert state_of(message) == (State.SENT, "")
    [path] = folder.glob("*.eml")
    assert path.name == f"20261120-120000-ticket_reply-{TO}-{message.pk}.eml"
    [mail] = mails_in(folder)
    assert (mail["Subject"], mail["To"], mail["Message-ID"]) == ("Merhaba İğdır", TO, message.message_id)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert (part(mail, "plain").strip(), part(mail, "html").strip()) == ("Words", "<p>Words </p>")
    assert "List-Unsubscribe" not in mail


@pytest.mark.django_db
def test_the_merchants_sender_is_the_one_of_the_channel(aurora: Shop, folder: Path) -> None:
    data = {"sender_name": "Şule'nin Dükkânı", "sender_email": "shop@aurora.dev"}
    NamedConfiguration.across_stores.create(store=aurora.store, name="tr", channels=["tr"], data=data)
    put(aurora, channel="tr")
    put(aurora, key="two")
    sending.deliver_due(now=NOON)
    assert [mail["From"] for mail in mails_in(folder)] == [
        "Şule'nin Dükkânı <shop@aurora.dev>",
        '"aurora.example" <no-reply@support.example.com>',
    ]


@pytest.mark.django_db
def test_the_same_occasion_is_one_message_and_every_store_has_its_own(aurora: Shop, borealis: Shop) -> None:
    first = put(aurora)
    assert put(aurora, subject="again").pk == first.pk
    assert put(borealis).pk != first.pk
    assert Message.across_stores.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["", "ayse", "a b@shop.dev", "a@shop.dev\nBcc: all@shop.dev", "a@shop.dev,b@shop.dev"])
def test_what_is_no_address_is_refused(aurora: Shop, to: str) -> None:
    with pytest.raises(AddressWrong):
        put(aurora, person=somebody(aurora), to=to)


@pytest.mark.django_db
def test_headers_cannot_be_smuggled_in(aurora: Shop, folder: Path) -> None:
    put(aurora, subject="Hello\r\nBcc: all@shop.dev", headers={"References": "<a@b>\r\nBcc: all@shop.dev"})
    with pytest.raises(ValueError, match="Bcc"):
        put(aurora, key="two", headers={"Bcc": "all@shop.dev"})
    sending.deliver_due(now=NOON)
    [mail] = mails_in(folder)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hello Bcc: all@shop.dev"


@pytest.mark.django_db
def test_a_mail_that_sells_must_hold_the_way_out(aurora: Shop) -> None:
    with pytest.raises(NoWayOut):
        put(aurora, kind="cart_reminder", html="<p>Buy!</p>")


@pytest.mark.django_db
def test_a_kind_nobody_knows_is_refused(aurora: Shop) -> None:
    with pytest.raises(UnknownKind):
        put(aurora, kind="cart_reminder", purpose="transactional")


@pytest.mark.django_db
def test_unsubscribing_stops_what_waits_already_and_only_that_purpose(
    aurora: Shop, borealis: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)
    waiting, elsewhere = put(aurora, kind="cart_reminder"), put(borealis, kind="cart_reminder")
    reply = put(aurora, key="reply")
    withdraw_at(
        store=aurora.store, medium="email", value_hash=address_hash(TO.upper()), purpose="commercial",
        source=Source.ONE_CLICK, at=later(seconds=1),
    )  # fmt: skip
    sending.deliver_due(now=NOON)
    assert state_of(waiting) == (State.WITHHELD, "unsubscribed")
    assert [state_of(one)[0] for one in (elsewhere, reply)] == [State.SENT, State.SENT]


@pytest.mark.django_db
def test_a_kind_that_says_no_withholds_with_its_reason(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._still_right, "ticket_reply", lambda message, now: No("answered by phone"))
    message = put(aurora)
    sending.deliver_due(now=NOON)
    assert state_of(message) == (State.WITHHELD, "answered by phone")
    assert mails_in(folder) == []


@pytest.mark.django_db
def test_a_kind_that_fails_sends_nothing_and_stops_nobody(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(message: Message, now: object) -> Any:
        raise RuntimeError("broken")

    monkeypatch.setitem(kinds._still_right, "sender_test", fails)
    broken, fine = put(aurora, kind="sender_test"), put(aurora, key="two")
    sending.deliver_due(now=NOON)
    assert state_of(broken) == (State.WAITING, "RuntimeError: broken")
    assert state_of(fine)[0] is State.SENT


@pytest.mark.django_db
def test_a_message_waits_for_its_time(aurora: Shop, folder: Path) -> None:
    message = put(aurora, due_at=later(hours=1))
    assert sending.deliver_due(now=NOON) == 0
    assert sending.deliver_due(now=later(hours=1)) == 1
    assert state_of(message)[0] is State.SENT


@pytest.mark.django_db
def test_a_store_that_removed_the_app_mails_nobody(aurora: Shop, folder: Path) -> None:
    message = put(aurora)
    type(aurora.store).across_stores.update(removed_at=NOON)
    sending.deliver_due(now=NOON)
    assert state_of(message) == (State.WITHHELD, "store_removed")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["cart_reminder", "review_request"])
def test_a_commercial_or_service_mail_left_half_sent_is_in_doubt_and_never_sent_again(
    aurora: Shop, folder: Path, kind: str
) -> None:
    message = put(aurora, kind=kind)
    actions.mark_sending(message=message, basis="consent", now=NOON)  # and then the machine died
    assert sending.deliver_due(now=later(minutes=9)) == 0
    assert state_of(message)[0] is State.SENDING
    sending.deliver_due(now=later(minutes=10))
    sending.deliver_due(now=later(days=30))
    assert state_of(message) == (State.IN_DOUBT, "the service ended while it was being sent")
    assert mails_in(folder) == []


@pytest.mark.django_db
def test_an_answer_left_half_sent_goes_again_as_the_same_message(aurora: Shop, folder: Path) -> None:
    message = put(aurora)
    actions.mark_sending(message=message, basis="consent", now=NOON)
    sending.deliver_due(now=later(minutes=10))
    sending.deliver_due(now=later(minutes=12))
    assert state_of(message)[0] is State.SENT
    assert [mail["Message-ID"] for mail in mails_in(folder)] == [message.message_id]


def test_the_mark_is_committed_before_the_mail_leaves(
    open_aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that dies between mark and hand-over leaves a row that says so: here it dies in the hand-over."""

    class Died(BaseException):
        pass

    def dies(*_: Any, **__: Any) -> Any:
        raise Died

    message = put(open_aurora)
    monkeypatch.setattr(sending, "hand_over", dies)
    with pytest.raises(Died):
        sending.deliver_due(now=NOON)
    connection.close()  # what was not committed is gone
    assert state_of(message)[0] is State.SENDING


def test_eight_workers_at_once_send_every_message_once(committed: Service, open_aurora: Shop, folder: Path) -> None:
    for number in range(40):
        put(open_aurora, key=f"message {number}", subject=str(number))
    together(8, lambda: sending.deliver_due(now=NOON))
    assert sorted(int(mail["Subject"]) for mail in mails_in(folder)) == list(range(40))


def test_eight_senders_at_once_make_one_message(committed: Service, open_aurora: Shop, folder: Path) -> None:
    together(8, lambda: put(open_aurora))
    together(8, lambda: sending.deliver_due(now=NOON))
    assert len(mails_in(folder)) == 1


def together(number: int, act: Any) -> None:
    """Do the same thing in several threads at the same moment."""
    ready = threading.Barrier(number)

    def run() -> None:
        ready.wait(timeout=20)
        try:
            act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


@pytest.mark.django_db
def test_a_server_that_takes_it_has_it_once(aurora: Shop, server: MailServer) -> None:
    message = put(aurora, to="ayse@shopper.dev")
    sending.deliver_due(now=NOON)
    sending.deliver_due(now=later(days=1))
    assert state_of(message)[0] is State.SENT
    assert len(server.habits.mails) == 1
    assert message.message_id in server.habits.mails[0]


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
def test_a_refusal_for_good_is_final_and_one_for_now_is_tried_again(
    aurora: Shop, server: MailServer, where: str
) -> None:
    setattr(server.habits, where, "550 no such person")
    final = put(aurora)
    sending.deliver_due(now=NOON)
    assert state_of(final) == (State.FAILED, "550 no such person")
    setattr(server.habits, where, "451 later")
    passing = put(aurora, key="two")
    sending.deliver_due(now=NOON)
    assert state_of(passing) == (State.WAITING, "451 later")
    setattr(server.habits, where, "250 ok")
    sending.deliver_due(now=later(minutes=1))
    assert state_of(passing)[0] is State.SENT


@pytest.mark.django_db
def test_a_server_that_hangs_up_after_taking_it_leaves_a_commercial_mail_in_doubt(
    aurora: Shop, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)
    server.habits.hangs_up = True
    commercial, reply = put(aurora, kind="cart_reminder"), put(aurora, key="reply")
    sending.deliver_due(now=NOON)
    assert state_of(commercial)[0] is State.IN_DOUBT
    assert state_of(reply)[0] is State.WAITING
    server.habits.hangs_up = False
    sending.deliver_due(now=later(days=1))
    assert state_of(commercial)[0] is State.IN_DOUBT
    assert len([mail for mail in server.habits.mails if commercial.message_id in mail]) == 1
    assert len([mail for mail in server.habits.mails if reply.message_id in mail]) == 2


@pytest.mark.django_db
def test_a_server_that_is_not_there_loses_nothing(aurora: Shop, server: MailServer, settings: LazySettings) -> None:
    settings.EMAIL = server.settings | {"port": 9}
    messages = [put(aurora, key=str(number)) for number in range(3)]
    for hour in range(4):
        sending.deliver_due(now=later(hours=hour))
    assert {state_of(one)[0] for one in messages} == {State.WAITING}
    settings.EMAIL = server.settings
    sending.deliver_due(now=later(hours=20))
    assert {state_of(one)[0] for one in messages} == {State.SENT}


@pytest.mark.django_db
def test_demo_data_never_mails_anybody(aurora: Shop, server: MailServer, settings: LazySettings, folder: Path) -> None:
    settings.DEMO_URL = "https://aurora.example"
    put(aurora)
    sending.deliver_due(now=NOON)
    assert (server.habits.mails, len(mails_in(folder))) == ([], 1)


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["ada@example.com", "ada@shop.example.com", "ada@shop.test", "ada@EXAMPLE"])
def test_an_address_that_is_nobodys_is_a_file(aurora: Shop, server: MailServer, folder: Path, to: str) -> None:
    put(aurora, to=to)
    sending.deliver_due(now=NOON)
    assert (server.habits.mails, len(mails_in(folder))) == ([], 1)


@pytest.mark.django_db
def test_a_folder_that_cannot_be_written_is_tried_again(aurora: Shop, settings: LazySettings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.EMAIL, settings.OUTBOX_DIR = {"way": "file", "folder": ""}, tmp_path / "file"
    message = put(aurora)
    sending.deliver_due(now=NOON)
    assert state_of(message)[0] is State.WAITING


@pytest.mark.django_db
def test_sending_asks_the_database_the_same_whatever_waits(
    aurora: Shop, folder: Path, django_assert_num_queries: Any
) -> None:
    put(aurora)
    with django_assert_num_queries(QUERIES):
        assert sending.deliver_next(store=aurora.store.pk, now=NOON)
    for number in range(20):
        put(aurora, key=f"further {number}")
    with django_assert_num_queries(QUERIES):
        assert sending.deliver_next(store=aurora.store.pk, now=NOON)


QUERIES = 13


@pytest.mark.django_db
def test_words_are_forgotten_after_ninety_days_and_the_occasion_is_not(aurora: Shop, folder: Path) -> None:
    message = put(aurora)
    sending.deliver_due(now=NOON)
    assert actions.forget_words(now=later(days=90)) == 0
    assert actions.forget_words(now=later(days=91)) == 1
    assert actions.forget_words(now=later(days=92)) == 0
    message.refresh_from_db()
    assert (message.address, message.subject, message.text, message.html) == ("", "", "", "")
    assert put(aurora).pk == message.pk
    assert queries.counts()["sent"] == 1
