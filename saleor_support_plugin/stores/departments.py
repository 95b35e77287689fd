"""Who works on tickets together, as a merchant calls them: a name, and the addresses of whom it is made up of."""

from dataclasses import dataclass
from typing import Any

from . import objects
from .objects import ObjectWrong
from .values import Fault, Wrong, list_of, mail, one_line

MOST_DEPARTMENTS, MOST_EMAILS = 30, 50
MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Department:
    """`emails` are what its staff have in Saleor, so that who is there is known, and where mails to it go."""

    name: str
    emails: tuple[str, ...] = ()


def as_json(department: Department) -> dict[str, Any]:
    return {"name": department.name, "emails": list(department.emails)}


def departments(value: Any) -> tuple[Department, ...]:
    found: tuple[Department, ...] = _DEPARTMENTS(value)
    names = [one.name.casefold() for one in found]
    twice = [
        Fault(f"{index}.name", "INVALID", "There is another department of this name.")
        for index, name in enumerate(names)
        if name in names[:index]
    ]
    if twice:
        raise ObjectWrong(twice)
    return found


def department_name(value: Any) -> str:
    text = one_line(value)
    if len(text) > MOST_NAME:
        raise Wrong(f"A department's name has at most {MOST_NAME} characters.")
    return text


def _address(value: Any) -> str:
    text = mail(value).lower()
    if not text:
        raise Wrong("This is not an e-mail address.")
    return text


_DEPARTMENTS = objects.rows(
    {"name": department_name, "emails": list_of(_address, MOST_EMAILS)},
    objects.required(Department, "name"),
    most=MOST_DEPARTMENTS,
)
