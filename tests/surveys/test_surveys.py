"""How did we do? Asked after a matter was solved, answered with one tap, and heard where it was bad."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
import requests
from django.conf import LazySettings
from django.core import signing
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.people.actions import person_at, withdraw
from saleor_support_plugin.people.models import Source
from saleor_support_plugin.stores import callers
from saleor_support_plugin.surveys import actions, rules
from saleor_support_plugin.surveys.links import SALT, survey_link, survey_of
from saleor_support_plugin.surveys.models import Survey
from saleor_support_plugin.tickets import actions as tickets
from saleor_support_plugin.tickets import replying
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop

HOUR = timedelta(hours=1)
DESK = "desk@aurora.example"


def solved(shop: Shop, *, now: datetime, email: str = "", **changed: Any) -> Ticket:
    """Return a ticket that staff answered and closed."""
    email = email or f"shopper@{shop.name}.example"
    ticket = add_ticket(shop, f"203.0.113.{shop.store.tickets.count()}", now=now - HOUR, email=email, **changed)
    staff = callers.staff(shop.staff_token("MANAGE_ORDERS"))
    replying.reply(staff=staff, ticket_id=ticket.pk, text="A new one is on its way.", key="", now=now - HOUR)
    tickets.close(staff=staff, ticket_id=ticket.pk, now=now)
    ticket.refresh_from_db()
    return ticket


def look(shop: Shop, since: datetime, now: datetime) -> int:
    """Look once for whom to ask, as the chore does that looked before at `since`."""
    return int(actions.ask_due(shop.store, {"until": since.isoformat()}, now)["asked"])


@pytest.fixture
def asking(aurora: Shop, saleor: FakeSaleor) -> Shop:
    add_configuration(aurora, survey_scale=5, survey_wait_hours=1, alert_emails=[DESK])
    return aurora


@pytest.fixture
def survey(asking: Shop) -> Survey:
    now = timezone.now()
    solved(asking, now=now - 2 * HOUR)
    assert look(asking, now - 3 * HOUR, now) == 1
    return Survey.across_stores.select_related("ticket__conversation").get()


@pytest.mark.django_db
def test_who_was_helped_is_asked_once_an_hour_later(asking: Shop) -> None:
    now = timezone.now()
    ticket = solved(asking, now=now)
    assert look(asking, now, now + 59 * timedelta(minutes=1)) == 0
    assert look(asking, now + 55 * timedelta(minutes=1), now + HOUR) == 1
    assert look(asking, now, now + 2 * HOUR) == 0
    message = Message.across_stores.get(kind="survey")
    assert (message.purpose, message.about, message.address) == ("service", str(ticket.pk), "shopper@aurora.example")
    links = re.findall(r"/v/[\w:.-]+\?s=(\d+)", message.text)
    assert links == ["1", "2", "3", "4", "5"]
    assert "List-Unsubscribe" in message.headers


@pytest.mark.django_db
def test_nobody_is_asked_twice_in_thirty_days(asking: Shop) -> None:
    now = timezone.now()
    for days, asked in ((0, 1), (0, 0), (29, 0), (31, 1)):
        at = now + timedelta(days=days)
        solved(asking, now=at, subject=f"After {days} days")
        assert look(asking, at, at + HOUR) == asked
    assert look(asking, now, now + HOUR) == 0


@pytest.mark.django_db
def test_who_is_not_to_be_asked_is_not(asking: Shop) -> None:
    now = timezone.now()
    rated = solved(asking, now=now, email="rated@aurora.example")
    conversations.rate(conversation=rated.conversation, score=5, text="", now=now)
    unanswered = add_ticket(asking, "203.0.113.99", now=now - HOUR, email="un@aurora.example")
    Ticket.across_stores.filter(pk=unanswered.pk).update(state="CLOSED", closed_at=now)
    again = solved(asking, now=now, email="again@aurora.example")
    tickets.answer(conversation=again.conversation, given="One more thing", key="", now=now)
    assert look(asking, now - HOUR, now + HOUR) == 0
    assert not Message.across_stores.filter(kind="survey").exists()


@pytest.mark.django_db
def test_switched_off_nobody_is_asked_nor_of_what_was_closed_before(aurora: Shop, saleor: FakeSaleor) -> None:
    row, now = add_configuration(aurora), timezone.now()
    solved(aurora, now=now)
    assert look(aurora, now - HOUR, now + HOUR) == 0
    row.data |= {"survey_scale": 10}
    row.save(update_fields=["data"])
    assert actions.ask_due(aurora.store, {}, now + 5 * HOUR)["asked"] == 0


@pytest.mark.django_db
def test_who_wants_no_questions_is_not_asked_and_nothing_pretends_so(asking: Shop) -> None:
    now = timezone.now()
    solved(asking, now=now)
    person = person_at(store=asking.store, email="shopper@aurora.example", now=now)
    withdraw(person=person, medium="email", purpose="service", source=Source.PREFERENCES, at=now)
    assert look(asking, now, now + HOUR) == 0
    assert not Survey.across_stores.exists()
    assert Message.across_stores.get(kind="survey").silence == "unsubscribed"


@pytest.mark.django_db
def test_a_question_about_what_is_open_again_stays_unsent(survey: Survey) -> None:
    tickets.answer(conversation=survey.ticket.conversation, given="It broke again", key="", now=timezone.now())
    deliver_due(now=timezone.now())
    assert Message.across_stores.get(kind="survey").silence == "not_right_any_more"


@pytest.mark.django_db
def test_a_good_score_is_kept_and_stands_in_the_thread(survey: Survey) -> None:
    actions.answer(survey=survey, score=5, words="Quick!", now=timezone.now())
    survey.refresh_from_db()
    assert (survey.score, survey.words) == (5, "Quick!")
    ticket = Ticket.across_stores.get()
    assert ticket.state == "CLOSED"
    assert [one.text for one in ticket.conversation.messages.filter(event="surveyed")] == ["5/5 Quick!"]
    assert not ticket.conversation.messages.filter(author="shopper", text="Quick!").exists()


@pytest.mark.django_db
def test_a_bad_score_opens_the_matter_again_with_a_due_time_and_tells_its_owner(survey: Survey) -> None:
    now = timezone.now()
    actions.answer(survey=survey, score=1, words="It broke again.", now=now)
    ticket = Ticket.across_stores.get()
    assert (ticket.state, ticket.closed_at) == ("OPEN", None)
    assert ticket.due_at is not None
    assert ticket.due_at > now
    said = ticket.conversation.messages.get(channel="SURVEY")
    assert (said.author, said.text) == ("shopper", "It broke again.")
    mail = Message.across_stores.get(kind="conversation_waiting")
    assert mail.address == DESK
    assert "It broke again." in mail.text
    assert "5 üzerinden 1" in mail.subject
    actions.answer(survey=survey, score=2, words="It broke again.", now=now)
    assert Message.across_stores.filter(kind="conversation_waiting").count() == 1
    assert ticket.conversation.messages.filter(channel="SURVEY").count() == 1


@pytest.mark.django_db
def test_an_answer_may_be_another_one_for_a_day(survey: Survey) -> None:
    now = timezone.now()
    actions.answer(survey=survey, score=4, words="", now=now)
    actions.answer(survey=survey, score=5, words="", now=now + timedelta(hours=23))
    with pytest.raises(actions.TooLate):
        actions.answer(survey=survey, score=1, words="", now=now + timedelta(hours=24))
    survey.refresh_from_db()
    assert survey.score == 5


@pytest.mark.django_db
def test_a_way_to_a_survey_ends_and_cannot_be_made_up(survey: Survey) -> None:
    now, token = timezone.now(), survey_link(survey).rpartition("/")[2]
    assert survey_of(token, now=now) == survey
    bent = token[:-1] + ("A" if token[-1] != "A" else "B")
    forged = [bent, token.swapcase(), str(survey.pk), "", signing.dumps(survey.pk, salt="x")]
    forged += [signing.dumps([survey.pk], salt=SALT), signing.dumps(True, salt=SALT)]
    assert [survey_of(one, now=now) for one in forged] == [None] * len(forged)
    assert survey_of(token, now=now + rules.LINK_LASTS) is None


@given(st.integers(1, 10), st.sampled_from(rules.SCALES))
def test_no_score_is_both_good_and_bad_and_every_one_is_on_its_scale(score: int, scale: int) -> None:
    assert not (rules.is_bad(score, scale) and rules.is_content(score, scale))
    assert rules.score(str(score), scale) == (score if score <= scale else None)


@given(st.one_of(st.none(), st.integers(), st.text(max_size=5)))
def test_what_is_no_score_is_none(typed: Any) -> None:
    found = rules.score(typed, 5)
    assert found is None or (isinstance(typed, str) and int(typed) == found and 1 <= found <= 5)


CSAT = """query($from: DateTime!, $to: DateTime!) { csat(from: $from, to: $to) {
  asked answered content bad average departments { name answered content } staff { name answered } } }"""
TICKETS = "{ tickets { edges { node { survey { score scale words } } } } }"


@pytest.mark.django_db
def test_staff_read_what_people_said_by_period(asking: Shop, borealis: Shop) -> None:
    now = timezone.now()
    for number, score in enumerate((5, 4, 1, 0)):
        ticket = solved(asking, now=now, email=f"s{number}@aurora.example")
        look(asking, now, now + HOUR)
        asked = Survey.across_stores.select_related("ticket__conversation").get(ticket=ticket)
        if score:
            actions.answer(survey=asked, score=score, words="", now=now + HOUR)
    span = {"from": now.isoformat(), "to": (now + timedelta(days=1)).isoformat()}
    report = ask_as(asking.staff_token("MANAGE_ORDERS"), CSAT, **span)["data"]["csat"]
    assert report["staff"] == [{"name": "staff@aurora.example", "answered": 3}]
    assert report["departments"] == [{"name": "", "answered": 3, "content": 2}]
    assert [report[name] for name in ("asked", "answered", "content", "bad")] == [4, 3, 2, 1]
    assert report["average"] == pytest.approx((100 + 75 + 0) / 3)
    later = span | {"from": span["to"], "to": (now + timedelta(days=2)).isoformat()}
    empty = ask_as(asking.staff_token("MANAGE_ORDERS"), CSAT, **later)["data"]["csat"]
    assert (empty["asked"], empty["average"]) == (0, None)
    theirs = ask_as(borealis.staff_token("MANAGE_ORDERS"), CSAT, **span)["data"]["csat"]
    assert theirs["asked"] == 0
    wrong = ask_as(asking.staff_token("MANAGE_ORDERS"), CSAT, **{"from": span["to"], "to": span["from"]})
    assert wrong["errors"][0]["extensions"]["code"] == "INVALID"
    rows = ask_as(asking.staff_token("MANAGE_ORDERS"), TICKETS)["data"]["tickets"]["edges"]
    assert {row["node"]["survey"]["score"] for row in rows} == {5, 4, 1, None}


# The page


@pytest.fixture
def page_at(committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings) -> str:
    add_configuration(open_aurora, survey_scale=10, alert_emails=[DESK])
    now = timezone.now()
    solved(open_aurora, now=now - 2 * HOUR)
    look(open_aurora, now - 3 * HOUR, now)
    return survey_link(Survey.across_stores.get()).replace(settings.PUBLIC_URL, committed.url)


def test_opening_a_link_keeps_nothing_for_machines_open_every_link(page_at: str) -> None:
    for score in range(1, 11):
        for method in ("GET", "HEAD"):
            answer = requests.request(method, f"{page_at}?s={score}", timeout=20)
            assert answer.status_code == 200
    page = requests.get(f"{page_at}?s=9", timeout=20).text
    assert re.search(r'value="9"[^>]* checked', page)
    assert Survey.across_stores.get().score is None


def test_one_tap_and_a_button_are_an_answer(page_at: str) -> None:
    sent = requests.post(page_at, data={"score": "9", "words": "Great"}, timeout=20)
    assert sent.history[0].status_code == 303
    assert "10 üzerinden 9" in sent.text or "gave 9 of 10" in sent.text
    survey = Survey.across_stores.get()
    assert (survey.score, survey.words) == (9, "Great")
    assert requests.post(page_at, data={"score": "9", "words": "Great"}, timeout=20).status_code == 200
    assert Ticket.across_stores.get().conversation.messages.filter(event="surveyed").count() == 1


@pytest.mark.parametrize(
    "typed", [{}, {"score": "11"}, {"score": "0"}, {"score": "x"}, {"score": "5", "words": "x" * 1_001}]
)
def test_what_is_no_answer_is_refused_with_the_words_kept(page_at: str, typed: dict[str, str]) -> None:
    answer = requests.post(page_at, data={"words": "<b>kept</b>"} | typed, timeout=20)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert typed.get("words", "&lt;b&gt;kept") in answer.text
    assert Survey.across_stores.get().score is None


def test_a_script_keeps_what_calls_nobody(page_at: str) -> None:
    for score, kept in (("3", None), ("8", 8)):
        assert requests.post(page_at, data={"score": score, "by": "script"}, timeout=20).status_code == 204
        assert Survey.across_stores.get().score == kept
    assert not Message.across_stores.filter(kind="conversation_waiting").exists()


def test_after_a_day_the_answer_stands(page_at: str) -> None:
    requests.post(page_at, data={"score": "9"}, timeout=20)
    Survey.across_stores.update(answered_at=timezone.now() - timedelta(days=1))
    assert "9" in requests.get(page_at, timeout=20).text
    assert requests.post(page_at, data={"score": "1"}, timeout=20).status_code == 409
    assert Survey.across_stores.get().score == 9


def test_a_forged_link_looks_like_any_dead_one(committed: Service, page_at: str) -> None:
    token = page_at.rpartition("/")[2]
    for forged in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.swapcase(), "1", "x" * 2_000):
        assert requests.post(f"{committed.url}/v/{forged}", data={"score": "1"}, timeout=20).status_code == 404
    assert requests.get(page_at, timeout=20).status_code == 200
