"""What came of one question of a turn: its hits, a refusal or none, the draft, figures and measures."""

from dataclasses import dataclass
from typing import Any

from answer.answer import Refusal
from answer.draft import Draft
from answer.number_answer import NumberAnswer
from retriever.retrieval import Retrieval


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one question of a turn."""

    retrieval: Retrieval
    refusal: Refusal | None
    draft: Draft
    numbers: NumberAnswer | None = None
    measures: tuple[dict[str, Any], ...] = ()
