"""The promise beside somebody who looks at the clocks, hour after hour, and what holds whatever the facts are."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_support_plugin.delivery.facts import Question
from saleor_support_plugin.delivery.rules import Option, Promise, Window, promise

from .oracle import Seen, look
from .questions import questions

FEW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MORE = settings(FEW, max_examples=250)  # bin/bench promise-oracle tries 20,000
LATER = st.timedeltas(timedelta(0), timedelta(days=10))


def said(answer: Promise) -> dict[str, Seen | None]:
    return {option.method.id: seen(option) for option in answer.options}


def seen(option: Option) -> Seen | None:
    if option.window is None or option.dispatch is None:
        return None
    return Seen(days(option.dispatch), days(option.window))


def days(window: Window) -> tuple[date, date]:
    return (window.first, window.last)


def at(question: Question, now: datetime) -> dict[str, Option]:
    return {option.method.id: option for option in promise(replace(question, now=now)).options}


@MORE
@given(questions())
def test_it_says_what_somebody_works_out_who_looks_at_the_clocks(question: Question) -> None:
    assert said(promise(question)) == look(question)


@FEW
@given(questions(), LATER)
def test_a_later_order_never_gets_an_earlier_day(question: Question, later: timedelta) -> None:
    after = at(question, question.now + later)
    for option in promise(question).options:
        first, second = option.window, after[option.method.id].window
        if first is None:
            assert second is None
        elif second is not None:
            assert (first.first <= second.first, first.last <= second.last) == (True, True)


@FEW
@given(questions())
def test_nothing_is_promised_for_the_past(question: Question) -> None:
    today = question.now.astimezone(question.destination).date()
    for option in promise(question).options:
        if option.window is not None:
            assert today <= option.window.first <= option.window.last
        assert option.cutoff is None or option.cutoff > question.now


@FEW
@given(questions(), st.floats(0, 1, exclude_max=True))
def test_it_holds_until_the_instant_it_names(question: Question, share: float) -> None:
    answer = promise(question)
    assert answer.until > question.now
    now = question.now + share * (answer.until - question.now)
    if now < answer.until:
        assert promise(replace(question, now=now)) == answer


@FEW
@given(questions(is_given=True), LATER)
def test_its_window_holds_for_orders_before_the_cut_off_and_not_for_later_ones(
    question: Question, later: timedelta
) -> None:
    for option in promise(question).options:
        if option.window is None:
            assert option.cutoff is None
            continue
        last = question.now + later if option.cutoff is None else option.cutoff - timedelta(microseconds=1)
        same = at(question, min(question.now + later, last))
        assert same[option.method.id].window in (option.window, None)  # None: goods that were expected have not come
        if option.cutoff is not None:
            assert at(question, option.cutoff)[option.method.id].window != option.window


@FEW
@given(questions())
def test_no_facts_no_day(question: Question) -> None:
    for option in promise(question).options:
        assert (option.window is None) == (option.reason is not None)
        if option.method.transit is None:
            assert option.window is None
    nothing = replace(question, items=[replace(item, supplies=[]) for item in question.items])
    answer = promise(nothing)
    assert answer.reason == "OUT_OF_STOCK"
    assert all(option.window is None for option in answer.options)
