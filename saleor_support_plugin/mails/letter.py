"""What a mail is made of, as values: nothing of how it is shown."""

from dataclasses import dataclass, field

from .sentences import Values

# A mail with more lines is no longer read, and Gmail cuts off what is over 102 kB.
MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Brand:
    """How a mail looks like the shop's. `logo` is an address, `address` the lines that stand at the very end."""

    shop: str
    logo: str = ""
    accent: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A link beside the button: to an answer, a number, an address."""

    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was bought or left. `quantity` 0 says nothing about how many.

    `was` is what the same cost before, `note` what has to be known of it, such as how many are left, `stars` what leads
    to a review of it with so many stars, from one to five.
    """

    name: str
    variant: str = ""
    quantity: int = 0
    price: str = ""
    picture: str = ""
    was: str = ""
    note: str = ""
    stars: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """A row between the lines and the total, such as what delivery costs."""

    words: str
    amount: str


@dataclass(frozen=True, slots=True)
class Coupon:
    """A code of one's own, with the sentence that says what it is worth and until when."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a person sent: what is in it, where it is shown, and where it is larger."""

    alt: str
    small: str
    large: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What is put into the words of a kind; whatever is missing is left out, and the rest still reads well.

    `name` is whom it greets, as people wrote it themselves; `values` are those of catalogue.VALUES, `quote` is what a
    person wrote, shown as they wrote it, with the `pictures` that they sent; `unsubscribe` and `preferences` are links
    that only mails have which are not transactional. Of the lines, `shown` are shown and the others counted, with
    `rest` as their price.
    """

    kind: str
    language: str
    brand: Brand
    values: Values = field(default_factory=dict)
    link: str = ""
    lines: tuple[Line, ...] = ()
    shown: int = MOST_LINES
    rest: str = ""
    sums: tuple[Sum, ...] = ()
    total: str = ""
    promise: str = ""
    name: str = ""
    coupon: Coupon | None = None
    quote: str = ""
    pictures: tuple[Picture, ...] = ()
    answers: tuple[Way, ...] = ()
    help: tuple[Way, ...] = ()
    hours: str = ""
    unsubscribe: str = ""
    preferences: str = ""
