"""What staff are told where something cannot be done."""


class TicketRefused(Exception):
    """It cannot be done; `field` is the input's that is wrong."""

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.code = code
