"""Netgsm as its public documentation of `sms/rest/v2/send` describes it."""

from typing import Any

from .fake_provider import FakeProvider


class FakeNetgsm(FakeProvider):
    def __init__(self) -> None:
        super().__init__()
        self.take()

    def take(self) -> None:
        self.answer(200, {"code": "00", "jobid": "17377215342605050417149344", "description": "queued"})

    def refuse(self, code: str) -> None:
        """A refusal comes with status 406."""
        self.answer(406, {"code": code, "jobid": None, "description": "error"})

    @property
    def texts(self) -> list[dict[str, Any]]:
        return [call.json for call in self.calls]
