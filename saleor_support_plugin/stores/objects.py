"""Objects of what a merchant sets, read from JSON with every fault named; one in a row has the field `rows.3.days`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .values import Fault, Wrong, fault_of, list_of

MOST_ROWS = 500

type Reader = Callable[[Any], Any]


class ObjectWrong(Exception):
    code = "OBJECT_WRONG"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = list(faults)


def read[Made](data: Any, readers: Mapping[str, Reader], make: Callable[..., Made]) -> Made:
    """Make something of an object's values. Raises ObjectWrong."""
    if not isinstance(data, dict):
        raise Wrong("This is an object, each setting by its name.")
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for name, value in data.items():
        if name not in readers:
            faults.append(Fault(name, "UNKNOWN", f"There is no setting `{name}`."))
            continue
        try:
            values[name] = readers[name](value)
        except ObjectWrong as wrong:
            faults += _below(name, wrong)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            faults.append(fault_of(name, error))
    if faults:
        raise ObjectWrong(faults)
    return make(**values)


def rows(readers: Mapping[str, Reader], make: Callable[..., Any], most: int = MOST_ROWS) -> Reader:
    return each(lambda one: read(one, readers, make), most)


def each(reader: Reader, most: int) -> Reader:
    """Read a list, and name the faults of all that is in it."""

    def read_rows(value: Any) -> tuple[Any, ...]:
        found, faults = [], []
        for index, one in enumerate(list_of(_same, most)(value)):
            try:
                found.append(reader(one))
            except ObjectWrong as wrong:
                faults += _below(str(index), wrong)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                faults.append(fault_of(str(index), error))
        if faults:
            raise ObjectWrong(faults)
        return tuple(found)

    return read_rows


def required[Made](make: Callable[..., Made], *names: str) -> Callable[..., Made]:
    def made(**values: Any) -> Made:
        faults = [Fault(name, "REQUIRED", "This is needed.") for name in names if values.get(name) in (None, "")]
        if faults:
            raise ObjectWrong(faults)
        return make(**values)

    return made


def or_none(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _same(value: Any) -> Any:
    return value


def _below(name: str, wrong: ObjectWrong) -> list[Fault]:
    return [Fault(f"{name}.{one.field}", one.code, one.message) for one in wrong.faults]
