"""What can go wrong when Saleor is asked. Messages are Saleor's own and may name a person: log the `code` only."""

from ..egress import AddressRefused, EgressError


class SaleorError(Exception):
    """`retry` says whether the same question may succeed later without anybody's help."""

    code = "SALEOR"
    retry = False

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.code = code or type(self).code


class SaleorUnreachable(SaleorError):
    """No answer that is Saleor's: no connection, a time-out, 429, 5xx, or something that is not GraphQL's JSON."""

    code = "UNREACHABLE"
    retry = True


class StoreAddressRefused(SaleorError, AddressRefused):
    """The store's address is not one that we call; nothing was sent."""

    code = AddressRefused.code


class TokenRefused(SaleorError):
    """The token is nobody's: the app was removed or deactivated, or the user's session ended."""

    code = "TOKEN_REFUSED"


class PermissionMissing(SaleorError):
    """The token is alive but lacks a permission. `permissions` are those of which one would do, if Saleor named any."""

    code = "PERMISSION_MISSING"

    def __init__(self, message: str, *, permissions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.permissions = permissions


class SaleorRefused(SaleorError):
    """Saleor understood and said no. `code` is Saleor's, `field` the input that it names."""

    def __init__(self, message: str, *, code: str, field: str = "") -> None:
        super().__init__(message, code=code)
        self.field = field


def from_egress(error: EgressError) -> SaleorError:
    """Say in Saleor's terms why there was no reply."""
    if isinstance(error, AddressRefused):
        return StoreAddressRefused(str(error))
    if error.retry:
        return SaleorUnreachable(str(error), code=error.code)
    return SaleorRefused(str(error), code=error.code)
