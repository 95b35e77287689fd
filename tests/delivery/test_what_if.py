"""`saleor-support promise`: facts in, promises out, and every bad line named."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from saleor_support_plugin.delivery import fact_fields, fact_lines
from saleor_support_plugin.delivery.what_if import answers

from ..test_docs import ROOT, named, page, section

PAGE = "docs/delivery-promise.md"
FACTS, ANSWER, FAULT = map(json.loads, re.findall(r"```json\n(.*?)```", page(PAGE), re.DOTALL))


def line(**more: Any) -> bytes:
    return json.dumps(FACTS | more).encode()


def fault(told: bytes) -> tuple[str, str]:
    (said,) = answers([told])
    return said["error"]["code"], said["error"]["field"]


def test_the_example_of_the_docs_gets_the_answer_of_the_docs() -> None:
    assert json.loads(json.dumps(list(answers([line()])))) == [ANSWER]


def test_the_bad_line_of_the_docs_gets_the_fault_of_the_docs() -> None:
    assert list(answers([b"", line(now="noon")])) == [FAULT]


def literals(*names: str) -> set[str]:
    """Return the first words of the calls of these names in the files that read a line."""
    nodes = [ast.parse(Path(module.__file__ or "").read_text("utf-8")) for module in (fact_fields, fact_lines)]
    calls = [node for tree in nodes for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and (getattr(call.func, "attr", "") in names or getattr(call.func, "id", "") in names)
    }


def test_every_field_is_in_the_docs() -> None:
    text = page(PAGE)
    read = literals("need", "take")
    assert read == {name for name in read if f"`{name}`" in text}
    assert set(named(section(PAGE, "A line of facts"))) <= read


def test_every_code_is_in_the_docs() -> None:
    assert set(named(section(PAGE, "A line that is wrong"))) == literals("LineWrong")


@pytest.mark.parametrize(
    ("told", "code", "field"),
    [
        (b"{", "NOT_JSON", ""),
        (b"\xff", "NOT_JSON", ""),
        (b"[]", "OBJECT_WRONG", ""),
        (b"{}", "MISSING", "now"),
        (line(colour="red"), "UNKNOWN", "colour"),
        (line(id=7), "TEXT_WRONG", "id"),
        (line(now="2026-10-28T12:00:00"), "TIME_WRONG", "now"),
        (line(now="9999-12-31T23:59:59+00:00"), "TIME_WRONG", "now"),
        (line(destination={"country": "ZZ"}), "COUNTRY_WRONG", "destination.country"),
        (line(destination={"zone": "Mars/Olympus"}), "ZONE_WRONG", "destination.zone"),
        (line(destination={}), "MISSING", "destination.country"),
        (line(items={}), "LIST_WRONG", "items"),
        (line(items=[FACTS["items"][0] | {"quantity": 0}]), "NUMBER_WRONG", "items[0].quantity"),
        (line(items=[FACTS["items"][0] | {"quantity": -1}]), "NUMBER_WRONG", "items[0].quantity"),
        (line(items=[FACTS["items"][0] | {"quantity": 10**9}]), "NUMBER_WRONG", "items[0].quantity"),
        (line(items=[FACTS["items"][0] | {"quantity": True}]), "NUMBER_WRONG", "items[0].quantity"),
        (line(items=[FACTS["items"][0] | {"weight": 1.5}]), "AMOUNT_WRONG", "items[0].weight"),
        (line(items=[FACTS["items"][0] | {"notBefore": "tomorrow"}]), "DAY_WRONG", "items[0].notBefore"),
        (
            line(items=[{"quantity": 1, "supplies": [{"warehouse": "mars", "available": 1}]}]),
            "WAREHOUSE_UNKNOWN",
            "items[0].supplies[0].warehouse",
        ),
        (line(warehouses=FACTS["warehouses"] * 2), "TWICE", "warehouses"),
        (line(methods=FACTS["methods"] * 2), "TWICE", "methods"),
        (line(warehouses=[FACTS["warehouses"][0] | {"cutoffs": ["15:00"]}]), "WEEK_WRONG", "warehouses[0].cutoffs"),
        (
            line(warehouses=[FACTS["warehouses"][0] | {"cutoffs": ["25:00"] * 7}]),
            "CLOCK_WRONG",
            "warehouses[0].cutoffs[0]",
        ),
        (line(warehouses=[FACTS["warehouses"][0] | {"holidays": 1}]), "SWITCH_WRONG", "warehouses[0].holidays"),
        (line(methods=[FACTS["methods"][0] | {"transit": {"from": 2, "to": 1}}]), "DAYS_WRONG", "methods[0].transit"),
        (line(methods=[FACTS["methods"][0] | {"tax": "MAYBE"}]), "TAX_WRONG", "methods[0].tax"),
        (
            line(methods=[FACTS["methods"][0] | {"carrier": {"holidays": True}}]),
            "MISSING",
            "methods[0].carrier.country",
        ),
        (line(subtotal={"amount": "NaN", "currency": "TRY"}), "AMOUNT_WRONG", "subtotal.amount"),
        (line(subtotal={"amount": "1e99", "currency": "TRY"}), "AMOUNT_WRONG", "subtotal.amount"),
        (line(subtotal={"amount": "1", "currency": "lira"}), "CURRENCY_WRONG", "subtotal.currency"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(told: bytes, code: str, field: str) -> None:
    assert fault(told) == (code, field)


def test_a_day_beyond_every_calendar_is_no_day() -> None:
    (said,) = answers([line(items=[FACTS["items"][0] | {"notBefore": "2199-12-31"}])])
    assert said["options"][0]["window"]["from"].startswith("2200-01")
    (said,) = answers([line(methods=[FACTS["methods"][0] | {"transit": {"from": 0, "to": 365}, "lateDays": 365}])])
    assert said["reason"] is None


def run(*arguments: str, told: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command as on a machine that has nothing of ours: no settings, no database, no `up`."""
    command = [sys.executable, "-m", "saleor_support_plugin", "promise", *arguments]
    return subprocess.run(
        command, input=told, capture_output=True, env={"PATH": os.environ["PATH"]}, cwd=ROOT, timeout=60
    )


def test_the_command_answers_every_line_and_its_status_says_whether_all_were_good(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_bytes(line() + b"\n\n" + b"nonsense\n" + line(id="again"))
    done = run("--facts", str(file))
    said = [json.loads(one) for one in done.stdout.splitlines()]
    assert [one["line"] for one in said] == [1, 3, 4]
    assert (said[0], said[1]["error"]["code"], said[2]["id"]) == (ANSWER, "NOT_JSON", "again")
    assert done.returncode == 1
    assert run("--facts", "-", told=line()).returncode == 0
    missing = run("--facts", str(tmp_path / "missing"))
    assert (missing.returncode, missing.stdout) == (2, b"")
    assert b"missing" in missing.stderr
