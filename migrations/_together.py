from typing import Any

from django.db.migrations import AddConstraint
from django.db.migrations.operations.base import Operation


class Together(Operation):
    """Changes of the schema for which Django renders the models once, and not once more after each of them.

    By way of the store every model is related to every other, so that each operation alone renders nearly all of them.
    Each of these sees the models as they are before the first and after the last; so none may rest on what another
    leaves in between, such as a column that is added here and altered here.
    """

    def __init__(self, operations: list[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # what is not rendered need not be rendered anew; who asks for it next does it
        state.is_delayed = False
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in reversed(self.operations):
            # Django looks for a constraint's columns in the models without it, and these have lost them as well.
            without = from_state if isinstance(operation, AddConstraint) else to_state
            operation.database_backwards(app_label, schema_editor, from_state, without)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)
