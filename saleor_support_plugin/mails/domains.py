"""Whether a domain lets others know that a mail from it is its own: SPF, DKIM and DMARC, as DNS has them.

Pure but for the one function that asks, which the caller may replace.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .providers import PROVIDERS

Record = Literal["SPF", "DKIM", "DMARC"]
SECONDS = 3.0


class DnsSilent(Exception):
    """No name server answered in time; that says nothing about the domain."""

    code = "DNS_SILENT"


type Texts = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Check:
    """One record: whether it is as it should be, what is there, and what to add where it is not."""

    record: Record
    is_well: bool
    name: str
    found: str
    advice: str = ""


def check(domain: str, *, provider: str = "", selector: str = "", texts: Texts | None = None) -> list[Check]:
    """Return the three checks for a sender's domain. Raises DnsSilent.

    `provider` is a name of mails.providers or nothing, `selector` the DKIM selector that the merchant named.
    """
    ask = texts or ask_dns
    known = PROVIDERS.get(provider)
    selectors = (selector,) if selector else known.selectors if known else ()
    return [_spf(domain, known.spf if known else "", ask), _dkim(domain, selectors, ask), _dmarc(domain, ask)]


def _spf(domain: str, include: str, ask: Texts) -> Check:
    found = [text for text in ask(domain) if re.match(r"v=spf1(\s|$)", text, re.IGNORECASE)]
    said = "; ".join(found)
    wanted = f"v=spf1 include:{include} ~all" if include else "v=spf1 include:YOUR-MAIL-SERVER ~all"
    if not found:
        return Check("SPF", False, domain, "", f"Add a TXT record at {domain}: {wanted}")
    if len(found) > 1:
        return Check("SPF", False, domain, said, "There is more than one SPF record, which is the same as none.")
    if re.search(r"(^|\s)\+?all(\s|$)", found[0], re.IGNORECASE):
        return Check("SPF", False, domain, said, "`+all` lets everybody send in this name: write `~all` instead.")
    if include and include not in said.lower():
        return Check("SPF", False, domain, said, f"Put `include:{include}` into the record, before its `all`.")
    return Check("SPF", True, domain, said)


def _dkim(domain: str, selectors: tuple[str, ...], ask: Texts) -> Check:
    if not selectors:
        advice = "Name the DKIM selector that your provider gave you in the settings: without it nobody can look."
        return Check("DKIM", False, f"…._domainkey.{domain}", "", advice)
    for selector in selectors:
        name = f"{selector}._domainkey.{domain}"
        for text in ask(name):
            key = re.search(r"(?:^|;)\s*p=([^;]*)", text)
            if key and key[1].strip():
                return Check("DKIM", True, name, text[:200])
    name = f"{selectors[0]}._domainkey.{domain}"
    return Check("DKIM", False, name, "", f"There is no key at {name}: add the record that your provider shows you.")


def _dmarc(domain: str, ask: Texts) -> Check:
    """A domain without a policy has that of the domain above it."""
    parts = domain.split(".")
    for start in range(max(len(parts) - 1, 1)):
        name = f"_dmarc.{'.'.join(parts[start:])}"
        found = [text for text in ask(name) if re.match(r"v=DMARC1\s*(;|$)", text, re.IGNORECASE)]
        if len(found) > 1:
            return Check("DMARC", False, name, "; ".join(found), "There is more than one DMARC record: keep one.")
        if found:
            return Check("DMARC", True, name, found[0])
    name = f"_dmarc.{domain}"
    return Check(
        "DMARC", False, name, "", f"Add a TXT record at {name}: v=DMARC1; p=none; rua=mailto:postmaster@{domain}"
    )


def ask_dns(name: str) -> list[str]:
    """Return the TXT records at a name, following CNAMEs. Raises DnsSilent."""
    from dns import exception, resolver  # ten megabytes that only who looks at a sender needs

    try:
        answer = resolver.resolve(name, "TXT", lifetime=SECONDS)
    except (resolver.NXDOMAIN, resolver.NoAnswer):
        return []
    except (exception.DNSException, OSError) as error:
        raise DnsSilent(f"No name server answered about {name}.") from error
    return [b"".join(row.strings).decode("utf-8", "replace") for row in answer]
