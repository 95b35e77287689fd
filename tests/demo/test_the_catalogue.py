"""Categories are found by a part of their name, or told by their ids."""

from __future__ import annotations

from saleor_support_plugin.demo.store import Store

ASK = "query($filter: CategoryFilterInput) { categories(first: 20, filter: $filter) { edges { node { id name } } } }"


def names(store: Store, **filter: object) -> list[str]:
    found = store.execute(ASK, {"filter": filter})["data"]["categories"]["edges"]
    return [edge["node"]["name"] for edge in found]


def test_a_category_is_found_by_a_part_of_its_name_or_by_its_id(store: Store) -> None:
    every = [category.name for category in store.state.categories.values()]
    first = next(iter(store.state.categories.values()))
    assert names(store, search="") == names(store) == every
    assert names(store, search=first.name[1:4].upper())[0] == first.name
    assert names(store, ids=[first.id]) == [first.name]
    assert names(store, search="no such thing") == names(store, ids=[]) == []
