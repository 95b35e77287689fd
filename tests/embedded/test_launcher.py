"""The launcher stays beside everything it starts, so it must stay small."""

import subprocess
import sys


def loaded_by(program: str) -> set[str]:
    program = f"import sys; {program}; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    return {name.partition(".")[0] for name in shown.split()}


def test_the_launcher_loads_nothing_but_the_standard_library() -> None:
    loaded = loaded_by("import saleor_support_plugin.embedded.__main__") - loaded_by("pass")
    assert loaded - sys.stdlib_module_names == {"saleor_support_plugin"}
    assert {"asyncio", "http", "logging", "email"}.isdisjoint(loaded)
