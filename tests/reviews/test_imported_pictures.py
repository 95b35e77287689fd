"""Pictures of imported reviews are fetched from where the file says, and one that cannot be had costs no review."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from saleor_support_plugin.egress import AddressRefused, Egress, Reply, Unreachable
from saleor_support_plugin.files.models import StoredFile
from saleor_support_plugin.reviews import pictures
from saleor_support_plugin.reviews.importing import Report, Wanted, take_over
from saleor_support_plugin.reviews.models import ReviewPhoto

from ..files.conftest import folder  # noqa: F401  a fixture
from ..files.pictures import picture
from ..shops import NOON, Shop, global_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]
HEAD = "id,product,stars,created_at,pictures"


class Shelf(Egress):
    """The other tool's pictures, by their addresses."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.asked: list[str] = []

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        self.asked.append(url)
        if "inside" in url:
            raise AddressRefused("not a public address")
        if url not in self.held:
            raise Unreachable("gone")
        return Reply(200, {}, self.held[url])

    def post(
        self, url: str, *, json: object = None, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        raise AssertionError("pictures are fetched")


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    made = Shelf()
    monkeypatch.setattr(pictures, "egress", lambda: made)
    return made


def take(shop: Shop, file: Path, addresses: str, *, fetch: bool = True, dry_run: bool = False) -> Report:
    file.write_text(f"{HEAD}\na1,{global_id('Product', 1)},5,2026-01-02,{addresses}\n")
    wanted = Wanted("en", publish=True, pictures=fetch)
    return take_over(store=shop.store, path=file, wanted=wanted, now=NOON, dry_run=dry_run)


def test_pictures_come_with_their_review(aurora: Shop, tmp_path: Path, shelf: Shelf) -> None:
    shelf.held = {"https://cdn.dev/a.jpg": picture(), "https://cdn.dev/b.html": b"<html>no picture</html>"}
    addresses = "https://cdn.dev/a.jpg https://cdn.dev/b.html https://inside.dev/c.jpg http://plain.dev/d.jpg"
    report = take(aurora, tmp_path / "f.csv", addresses)
    assert (report.taken, report.pictures, report.pictures_lost, report.bad) == (1, 1, 2, 0)
    photo = ReviewPhoto.across_stores.get()
    review = aurora.store.reviews.get()
    assert (photo.review, photo.usage_right_at, review.has_photos) == (review, None, True)
    assert aurora.store.review_summaries.get().photos == 1
    assert shelf.asked == addresses.split()[:3]


def test_pictures_that_were_out_of_reach_come_with_the_next_try(aurora: Shop, tmp_path: Path, shelf: Shelf) -> None:
    assert take(aurora, tmp_path / "f.csv", "https://cdn.dev/a.jpg").pictures_lost == 1
    shelf.held = {"https://cdn.dev/a.jpg": picture()}
    again = take(aurora, tmp_path / "f.csv", "https://cdn.dev/a.jpg")
    assert (again.already, again.pictures) == (1, 1)
    third = take(aurora, tmp_path / "f.csv", "https://cdn.dev/a.jpg")
    assert (third.pictures, StoredFile.across_stores.count()) == (0, 1)


@pytest.mark.parametrize("given", [{"fetch": False}, {"dry_run": True}])
def test_nobody_is_asked_unless_pictures_are_wanted(
    aurora: Shop, tmp_path: Path, shelf: Shelf, given: dict[str, bool]
) -> None:
    assert take(aurora, tmp_path / "f.csv", "https://cdn.dev/a.jpg", **given).taken == 1
    assert shelf.asked == []
