"""How a question reaches Saleor's GraphQL API and what its answer means; the generated client is built on this."""

import json
import logging
import re
import time
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError
from pydantic_core import to_jsonable_python

from ..egress import Dropped, Egress, EgressError, Reply
from .errors import PermissionMissing, SaleorError, SaleorRefused, SaleorUnreachable, TokenRefused, from_egress
from .generated.base_model import UNSET

log = logging.getLogger(__name__)

# What Saleor calls a user's token that has ended or is not its own.
_TOKEN_CODES = {"ExpiredSignatureError", "InvalidSignatureError", "InvalidTokenError", "DecodeError", "JWTError"}
_DENIED = "PermissionDenied"
# Its message, with HTTP 200, when something of its own broke.
_OWN_FAILURE = "Internal Server Error"
_PERMISSION = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")
# Answers to both, whatever their permissions: to an app by the first field, to a person by the second.
PROBE = "query TokenProbe { app { id } me { id } }"


class Transport:
    """One store's API and one token: an app's, a person's, or none."""

    def __init__(self, api_url: str, *, egress: Egress, token: str | None = None) -> None:
        self.api_url = api_url
        self._egress = egress
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def execute(self, query: str, operation_name: str, variables: dict[str, Any]) -> Reply:
        """Ask, and return the reply, whatever it says. Raises SaleorError when there is none."""
        question = {"query": query, "operationName": operation_name, "variables": _sent(variables)}
        began = time.monotonic()
        try:
            try:
                reply = self._post(question)
            except Dropped:
                if not _only_asks(query):
                    raise
                reply = self._post(question)
        except EgressError as error:
            raise from_egress(error) from error
        took = time.monotonic() - began
        log.debug(
            "%s asked %s: HTTP %s after %.3f s", urlsplit(self.api_url).netloc, operation_name, reply.status, took
        )
        return reply

    def _post(self, question: dict[str, Any]) -> Reply:
        return self._egress.post(self.api_url, json=question, headers=self._headers)

    def get_data(self, reply: Reply) -> dict[str, Any]:
        """Return `data` of an answer without errors, or raise the SaleorError that the errors mean."""
        answer = _answer(reply)
        if errors := answer.get("errors"):
            raise self._meaning(errors)
        data: dict[str, Any] = answer["data"]
        _raise_refusal(data)
        return data

    def read[Read: BaseModel](self, model: type[Read], data: dict[str, Any]) -> Read:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            # Not the error's own text: it quotes the data, and the data is about people.
            raise SaleorUnreachable(
                f"an answer of another shape: {error.error_count()} fields of {model.__name__}"
            ) from None

    def _meaning(self, errors: list[dict[str, Any]]) -> SaleorError:
        code, message = _code(errors[0]), str(errors[0].get("message", ""))
        if code in _TOKEN_CODES:
            return TokenRefused(message)
        if message == _OWN_FAILURE:
            return SaleorUnreachable(message, code=code)
        if code != _DENIED:
            return SaleorRefused(message, code=code)
        # Saleor says the same to a dead token and to one that lacks a permission; only a dead one is nobody.
        if self._is_somebody():
            return PermissionMissing(message, permissions=tuple(_PERMISSION.findall(message)))
        return TokenRefused(message)

    def _is_somebody(self) -> bool:
        answer = _answer(self.execute(PROBE, "TokenProbe", {}))
        data, errors = answer.get("data"), answer.get("errors", [])
        if isinstance(data, dict) and any(data.values()):
            return True
        if any(_code(error) != _DENIED for error in errors):
            # A store is taken for gone by a refused token, so nothing short of a plain no may count as one.
            raise SaleorUnreachable("no clear word on whose the token is")
        return False


def _only_asks(query: str) -> bool:
    """Say whether nothing is done by it, so that it may be asked again. A document of ours has one operation, first."""
    return query.lstrip().startswith("query")


def _answer(reply: Reply) -> dict[str, Any]:
    """Return what is GraphQL's answer in form; anything else is not from Saleor but from what stands before it."""
    if reply.status == 413:
        raise SaleorRefused("the question is too large", code="QUESTION_TOO_LARGE")
    if reply.status == 429 or reply.status >= 500:
        raise SaleorUnreachable(f"HTTP {reply.status}")
    try:
        answer = json.loads(reply.body, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise SaleorUnreachable(f"HTTP {reply.status} without JSON") from error
    match answer:
        case {"errors": [{}, *_] as errors} if all(isinstance(error, dict) for error in errors):
            if reply.status == 401:
                raise TokenRefused(str(errors[0].get("message", "")))
        case {"data": dict()} if not answer.get("errors"):
            pass
        case _:
            raise SaleorUnreachable(f"HTTP {reply.status} without GraphQL")
    return dict(answer)


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no JSON")


def _code(error: dict[str, Any]) -> str:
    match error:
        case {"extensions": {"exception": {"code": str(code)}}}:
            return code
        case {"extensions": {"code": str(code)}}:
            return code
    return "GRAPHQL_ERROR"


def _raise_refusal(data: dict[str, Any]) -> None:
    """Raise the first error of a mutation: Saleor answers those as data, beside an empty result."""
    for payload in data.values():
        match payload:
            case {"errors": [{"message": message, "code": str(code), **others}, *_]}:
                raise SaleorRefused(str(message or ""), code=code, field=str(others.get("field") or ""))


def _sent(variables: dict[str, Any]) -> Any:
    return to_jsonable_python({name: _said(value) for name, value in variables.items() if value is not UNSET})


def _said(value: Any) -> Any:
    """Leave out of an input what nobody set: an older Saleor refuses the name of a field that it lacks."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return [_said(one) for one in value] if isinstance(value, list) else value
