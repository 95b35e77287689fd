"""Which way a parcel takes, by what it holds."""

from typing import cast

from . import Content, FreeText, Mail, Notice, Outcome, Parcel, Refused, Template, Text, files, mail


def hand_over(parcel: Parcel[Content]) -> Outcome:
    """Hand a parcel over to its provider; return what became of it."""
    if isinstance(parcel.content, Mail):
        return mail.hand_over(cast(Parcel[Mail], parcel))
    if parcel.stays_here:
        return files.keep(parcel)
    if parcel.account is None:  # switched off since it was decided about
        return Refused("nothing is set up that could bring it", for_good=False)
    return _by_account(parcel)


def _by_account(parcel: Parcel[Content]) -> Outcome:
    # Here, for a process without such messages does without what they need.
    match parcel.content:
        case Text():
            from . import netgsm

            return netgsm.hand_over(cast(Parcel[Text], parcel))
        case Template() | FreeText():
            from . import whatsapp

            return whatsapp.hand_over(cast("Parcel[Template] | Parcel[FreeText]", parcel))
        case Notice():
            from . import webpush

            return webpush.hand_over(cast(Parcel[Notice], parcel))
    raise TypeError(f"no way takes {type(parcel.content).__name__}")
