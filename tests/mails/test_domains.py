"""What DNS says about a sender, read from records as they stand in the wild."""

import pytest

from saleor_support_plugin.mails.domains import Check, DnsSilent, ask_dns, check

SENDGRID = {
    "shop.dev": ["google-site-verification=x", "v=spf1 include:sendgrid.net ~all"],
    "s1._domainkey.shop.dev": ["k=rsa; t=s; p=MIGfMA0"],
    "_dmarc.shop.dev": ["v=DMARC1; p=none"],
}


def look(records: dict[str, list[str]], domain: str = "shop.dev", **how: str) -> dict[str, Check]:
    return {one.record: one for one in check(domain, texts=lambda name: records.get(name, []), **how)}


def test_a_domain_that_is_set_up() -> None:
    found = look(SENDGRID, provider="sendgrid")
    assert [one.is_well for one in found.values()] == [True, True, True]
    assert not any(one.advice for one in found.values())


def test_a_bare_domain_is_told_what_to_add() -> None:
    found = look({}, provider="sendgrid")
    assert found["SPF"].advice == "Add a TXT record at shop.dev: v=spf1 include:sendgrid.net ~all"
    assert "s1._domainkey.shop.dev" in found["DKIM"].advice
    assert "_dmarc.shop.dev: v=DMARC1; p=none" in found["DMARC"].advice


@pytest.mark.parametrize(
    ("spf", "says"),
    [
        (["v=spf1 ~all"], "include:sendgrid.net"),
        (["v=spf1 include:sendgrid.net +all"], "everybody"),
        (["v=spf1 include:sendgrid.net all"], "everybody"),
        (["v=spf1 -all", "v=spf1 ~all"], "more than one"),
        (["v=spf10 ~all"], "Add a TXT"),
    ],
)
def test_a_wrong_spf_record_is_named(spf: list[str], says: str) -> None:
    found = look({**SENDGRID, "shop.dev": spf}, provider="sendgrid")["SPF"]
    assert not found.is_well
    assert says in found.advice


def test_a_withdrawn_key_is_no_key() -> None:
    assert not look({**SENDGRID, "s1._domainkey.shop.dev": ["v=DKIM1; p="]}, provider="sendgrid")["DKIM"].is_well


def test_the_merchants_own_selector_is_the_one_that_is_looked_for() -> None:
    records = {"x9._domainkey.shop.dev": ["v=DKIM1; k=ed25519; p=abc"]}
    assert look(records, selector="x9")["DKIM"].is_well
    assert "selector" in look(records)["DKIM"].advice


def test_the_policy_of_the_domain_above_holds_below() -> None:
    assert look(SENDGRID, domain="mail.shop.dev")["DMARC"].name == "_dmarc.shop.dev"


def test_two_policies_are_none() -> None:
    assert not look({"_dmarc.shop.dev": ["v=DMARC1; p=none", "v=DMARC1; p=reject"]})["DMARC"].is_well


def test_silence_says_nothing_about_the_domain(monkeypatch: pytest.MonkeyPatch) -> None:
    from dns import resolver

    def silent(*_: object, **__: object) -> None:
        raise resolver.NoNameservers

    monkeypatch.setattr(resolver, "resolve", silent)
    with pytest.raises(DnsSilent, match=r"shop\.dev"):
        ask_dns("shop.dev")
