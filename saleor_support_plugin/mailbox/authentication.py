"""What the server that received a mail says of its sender (RFC 8601)."""

import re
from collections.abc import Sequence
from enum import StrEnum

MOST = 4_000
COMMENT = re.compile(r"\([^()]*\)")
RESULT = re.compile(r"\s*(dmarc|dkim|spf)\s*=\s*([a-z]+)", re.IGNORECASE)
OF_DKIM = re.compile(r"header\.(?:d|i)\s*=\s*@?([\w.-]+)", re.IGNORECASE)
OF_SPF = re.compile(r"smtp\.(?:mailfrom|helo)\s*=\s*\"?(?:[^\s@;\"]*@)?([\w.-]+)", re.IGNORECASE)


class Verdict(StrEnum):
    PASS = "PASS"  # noqa: S105  no password
    FAIL = "FAIL"
    UNKNOWN = "UNKNOWN"


def verdict(found: Sequence[str], *, authserv_id: str, sender: str) -> Verdict:
    """Return whether a mail is from the domain of its sender, by the word of one server alone.

    `found` are the Authentication-Results from the top: the first of that server is its own, for it adds above.
    """
    said = next((one[:MOST] for one in found if authserv_id and _server(one) == authserv_id.lower()), None)
    if said is None:
        return Verdict.UNKNOWN
    domain = sender.rpartition("@")[2].lower()
    results = [_result(one) for one in COMMENT.sub(" ", said).split(";")[1:]]
    by_dmarc = {value for method, value, _ in results if method == "dmarc"}
    if by_dmarc & {"pass", "fail"}:
        return Verdict.PASS if "pass" in by_dmarc else Verdict.FAIL
    if any(value == "pass" and _is_aligned(of, domain) for _, value, of in results):
        return Verdict.PASS
    has_failed = any(method == "spf" and value in ("fail", "softfail") for method, value, _ in results)
    return Verdict.FAIL if has_failed else Verdict.UNKNOWN


def _server(said: str) -> str:
    first = COMMENT.sub(" ", said[:MOST]).partition(";")[0].split()
    return first[0].lower() if first else ""


def _result(said: str) -> tuple[str, str, str]:
    named = RESULT.match(said)
    if named is None:
        return "", "", ""
    method = named[1].lower()
    of = (OF_DKIM if method == "dkim" else OF_SPF).search(said)
    return method, named[2].lower(), of[1].lower() if of else ""


def _is_aligned(of: str, domain: str) -> bool:
    """Say whether a domain vouches for another: it is the same, or one lies under the other."""
    return bool(of) and "." in of and (of == domain or domain.endswith(f".{of}") or of.endswith(f".{domain}"))
