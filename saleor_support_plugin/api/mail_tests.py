"""A mail with a merchant's texts, to the member of staff who writes them: it needs the mails' words and the outbox."""

from typing import Any

import graphene
from django.utils import timezone

from ..mails.actions import TextRefused, check_place
from ..mails.previewing import preview
from ..mails.schema import MailError, MailTextInput, faults_of, place_of, texts_of
from ..stores.callers import Staff
from ..stores.queries import configuration
from ..tickets import actions as tickets


class MailTextTest(graphene.Mutation):
    """Mail the caller what a preview shows, by the channel's sender."""

    class Arguments:
        input = MailTextInput(required=True)

    sent_to = graphene.String(description="The caller's address, where the mail is on its way.")
    errors = graphene.List(graphene.NonNull(MailError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: Any) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        place = place_of(input)
        try:
            check_place(staff, place)
            settings = configuration(staff.store, place.channel)
            seen = preview(store=staff.store, settings=settings, place=place, texts=texts_of(input))
            sent_to = tickets.test_sender(
                staff=staff, channel=place.channel, locale=place.language, words=seen.words, now=timezone.now()
            )
        except TextRefused as refused:
            return {"sent_to": None, "errors": faults_of(refused)}
        except tickets.TooOften as often:
            return {"sent_to": None, "errors": [{"field": None, "message": str(often), "code": "LIMITED"}]}
        return {"sent_to": sent_to, "errors": []}


class MailTestMutations:
    mail_text_test = MailTextTest.Field()
