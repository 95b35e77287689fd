"""`/s/STORE/CHANNEL/chat/session`: whoever chats says once who they are, and gets a token of ours for it.

Saleor's customer token, a word that the merchant's server signed, or nobody's word at all. A chat begins with its first
message: a page that is only open leaves nothing here.
"""

from datetime import datetime
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..chat import actions as chat
from ..chat import queries as queue
from ..chat.telling import place
from ..conversations import actions, here, photos
from ..conversations.frames import outside_id
from ..conversations.identity import IdentityWrong, Visitor, vouched
from ..conversations.models import Author
from ..conversations.rules import LEAST_KEY, TextWrong, line, network_of, text
from ..conversations.word_filter import word_filter
from ..saleor.errors import SaleorError
from ..stores import callers
from ..stores.models import Store
from ..stores.queries import configuration
from ..tickets import site_problems
from ..tickets.actions import TooOften, limit_use
from ..tickets.rules import ANSWERS, language
from .callers_address import address_of
from .socket_frames import MOST_KEY
from .storefront_doors import Refused, bearer, json_answer, json_object, origin_of, storefront_door, too_often

MOST_NAME = 100


@storefront_door("POST")
def session(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    given, now = json_object(request), timezone.now()
    try:
        visitor = _visitor(request, store, channel, given)
        said = text(given["text"]) if "text" in given else ""
        card = word_filter(configuration(store, channel)).card(said)
    except TextWrong as wrong:
        fault = {"field": "text", "code": wrong.code, "message": str(wrong)}
        return json_answer({"ok": False, "errors": [fault]}, 422)
    key = _key(given) if said else ""
    try:
        limit_use(store, f"chat from {network_of(address_of(request))}", ANSWERS, now)
    except TooOften as often:
        raise too_often(often) from often
    network = network_of(address_of(request))
    if queue.is_blocked(store, shopper_key=visitor.key, line_digest=chat.line_digest(network), now=now):
        raise Refused(403, "BLOCKED", "The shop does not chat with you. Its other ways to reach it are open.")
    opened = actions.open_chat(
        store=store,
        channel=channel,
        visitor=visitor,
        language=language(str(given.get("locale", ""))),
        text=said,
        key=key,
        card=card,
        now=now,
    )
    if opened is None:
        return json_answer({"ok": True, "token": None, "conversation": None})
    conversation, stands = opened.conversation, _here(request, given, now)
    if stands or "here" in given:
        actions.stand(conversation=conversation, here=stands)
    # Who only looks is not put back into a queue that they have left.
    entry = None if said else queue.entry_of(conversation)
    if entry is None:
        entry = chat.join(conversation=conversation, category=_category(given), line=network, now=now)
    site = site_problems.read(given.get("site"), origins=[origin_of(request)])
    if said and site:
        site_problems.keep(conversation=conversation, problem=site, now=now)
    permit = photos.permit(store_id=store.pk, conversation_id=conversation.pk, side=Author.SHOPPER.value)
    found = {"token": opened.token, "conversation": outside_id(conversation.pk), "seq": opened.said, "permit": permit}
    return json_answer({"ok": True} | found | {"queue": place(entry, minutes=queue.minutes(entry, now))})


def _here(request: HttpRequest, given: dict[str, object], now: datetime) -> here.Here | None:
    return here.read(given.get("here"), origins=[origin_of(request)], now=now)


def _category(given: dict[str, object]) -> str:
    """Return what the page says the chat is about, as far as it is one line; nobody is refused for it."""
    try:
        return line(given.get("category"), most=MOST_NAME)
    except TextWrong:
        return ""


def _visitor(request: HttpRequest, store: Store, channel: str, given: dict[str, object]) -> Visitor:
    name = line(given["name"], most=MOST_NAME) if given.get("name") else ""
    if "identity" in given:
        try:
            return vouched(given["identity"], secret=identity_secret(store, channel), name=name, now=timezone.now())
        except IdentityWrong as wrong:
            raise Refused(401, wrong.code, "The merchant's word for who this is cannot be taken.") from wrong
    if bearer(request):
        return _customer(bearer(request), store, name)
    return Visitor(f"guest:{uuid4().hex}", name=name)


def _customer(token: str, store: Store, name: str) -> Visitor:
    try:
        shopper = callers.shopper(token)
    except (callers.NotRecognised, SaleorError) as error:
        raise Refused(401, "UNAUTHENTICATED", "The token does not say who is asking.") from error
    if shopper.store != store or shopper.key.startswith("guest:"):
        raise Refused(401, "UNAUTHENTICATED", "The token is not of a customer of this store.")
    return Visitor(shopper.key, shopper.email, name)


def _key(given: dict[str, object]) -> str:
    key = given.get("key")
    if not isinstance(key, str) or not LEAST_KEY <= len(key) <= MOST_KEY or "\0" in key:
        raise Refused(400, "INVALID", f"`key` is your own random name for the message, {LEAST_KEY} to {MOST_KEY} long.")
    return key


def identity_secret(store: Store, channel: str) -> str:
    """Return what a channel's storefront signs identities with; it changes with SECRET_KEY."""
    return salted_hmac("chat identity", f"{store.key} {channel}", algorithm="sha256").hexdigest()


def identity_secret_of(api_url: str, channel: str) -> str | None:
    """Return a channel's secret by the store's address; None where either is unknown."""
    store = Store.across_stores.filter(api_url=api_url, removed_at=None, channels__slug=channel).first()
    return identity_secret(store, channel) if store else None
