"""The delivery promise beside somebody who looks at the clocks, hour after hour: 20,000 cases, and how many differ."""

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, seed, settings

from saleor_support_plugin.delivery.facts import Question
from saleor_support_plugin.delivery.rules import promise

from ..delivery.oracle import look
from ..delivery.questions import questions
from ..delivery.test_promise_oracle import said

CASES = 20_000
SHOWN = 3


@dataclass
class Tally:
    cases: int = 0
    dated: int = 0
    mismatches: int = 0
    rule_seconds: float = 0.0
    shown: list[Question] = field(default_factory=list)

    def add(self, question: Question) -> None:
        began = time.process_time()
        answer = promise(question)
        self.rule_seconds += time.process_time() - began
        told, found = said(answer), look(question)
        self.cases += 1
        self.dated += any(found.values())
        if told != found:
            self.mismatches += 1
            self.shown = [*self.shown, question][:SHOWN]


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench promise-oracle", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="500 cases")
    parser.add_argument("--cases", type=int, help=f"default {CASES}")
    parser.add_argument("--seed", type=int, default=0, help="other cases with another one")
    given_ = parser.parse_args(arguments)
    given_.cases = given_.cases or (500 if given_.quick else CASES)
    return given_


def compare(cases: int, *, chosen_by: int) -> Tally:
    tally = Tally()

    @seed(chosen_by)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(questions())
    def ask(question: Question) -> None:
        tally.add(question)

    ask()
    return tally


def main() -> int:
    asked = options()
    tally = compare(asked.cases, chosen_by=asked.seed)
    for question in tally.shown:
        print(question)
    rule_us = round(tally.rule_seconds / tally.cases * 1e6, 1)
    facts = {"bench": "promise-oracle", "cases": tally.cases, "dated": tally.dated, "mismatches": tally.mismatches}
    print(json.dumps(facts | {"rule_us": rule_us, "seed": asked.seed}))
    return 1 if tally.mismatches or tally.cases < asked.cases else 0


if __name__ == "__main__":
    raise SystemExit(main())
