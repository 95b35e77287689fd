"""How much somebody may do at once, and how soon again."""

from saleor_support_plugin.realtime.limits import Bucket, Buckets, Places


def test_so_much_at_once_and_then_so_much_a_second() -> None:
    bucket = Bucket(3, 0.5, 100.0)
    assert [bucket.take(100.0) for _ in range(4)] == [True, True, True, False]
    assert not bucket.take(101.9)
    assert bucket.take(102.0)
    assert [bucket.take(1_000.0) for _ in range(4)] == [True, True, True, False]


def test_one_name_does_not_spend_anothers_and_the_oldest_are_forgotten() -> None:
    buckets = Buckets(1, 0.001, most=2)
    assert [buckets.take(name, 1.0) for name in ("one", "two", "one", "two")] == [True, True, False, False]
    buckets.take("three", 1.0)
    assert buckets.take("one", 1.0)


def test_places_are_given_back() -> None:
    places = Places(2)
    assert [places.enter("here"), places.enter("here"), places.enter("here"), places.enter("there")] == [
        True,
        True,
        False,
        True,
    ]
    places.leave("here")
    assert places.enter("here")
    for _ in range(5):
        places.leave("there")
    assert places.enter("there")
