"""What facts answer: a draft, the facts it used, and what was computed from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from answer.draft import Draft
from facts.fact import Fact


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """An answer from facts: its text, the facts it used, what was computed from them, and why it only comes near if it does."""

    draft: Draft
    facts: tuple[Fact, ...]
    computed: tuple[dict[str, Any], ...]
    lacking: str = ""


def merged(answers: Sequence[NumberAnswer]) -> tuple[tuple[dict[str, Any], ...], tuple[dict[str, Any], ...]]:
    """Return the facts and computations of several answers as plain types, each computation pointing at its facts."""
    facts: list[Fact] = []
    computed: list[dict[str, Any]] = []
    for answer in answers:
        facts.extend(fact for fact in answer.facts if fact not in facts)
        for one in answer.computed:
            computed.append({**one, "from": [facts.index(answer.facts[place]) for place in one["from"]]})
    return tuple(fact.as_dict() for fact in facts), tuple(computed)
