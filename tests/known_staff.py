"""Saleor's word about members of staff, for tests in which no store answers."""

from dataclasses import dataclass, field

import pytest

from saleor_support_plugin.saleor.errors import TokenRefused
from saleor_support_plugin.saleor.generated.staff_member import StaffMemberMe
from saleor_support_plugin.stores import callers
from saleor_support_plugin.stores.models import Store


@dataclass
class FakeSaleor:
    """Answers `me` as Saleor 3.23 does; `questions` counts how often it was asked."""

    channels: list[str] | None = None
    groups: list[str] = field(default_factory=lambda: ["Customer Support"])
    is_revoked: bool = False
    questions: int = 0

    def staff_member(self) -> StaffMemberMe:
        self.questions += 1
        if self.is_revoked:
            raise TokenRefused("gone")
        return StaffMemberMe.model_validate(
            {
                "id": "VXNlcjox",
                "email": "staff@example.com",
                "isStaff": True,
                "permissionGroups": [{"id": "R3JvdXA6MQ==", "name": name} for name in self.groups],
                "restrictedAccessToChannels": self.channels is not None,
                "accessibleChannels": [{"slug": slug} for slug in self.channels or []],
            }
        )


@pytest.fixture
def saleor(monkeypatch: pytest.MonkeyPatch) -> FakeSaleor:
    fake = FakeSaleor()

    def client_of(store: Store, *, token: str | None = None) -> FakeSaleor:
        return fake

    monkeypatch.setattr(callers, "client_of", client_of)
    return fake
