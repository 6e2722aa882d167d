"""What came of one question of a turn: its hits, a refusal or none, the draft, figures and measures."""

from dataclasses import dataclass
from typing import Any

from answer.answer import Refusal
from answer.draft import Draft
from answer.number_answer import NumberAnswer
from retriever.retrieval import Retrieval


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one question of a turn.

    Attributes:
        retrieval: question and hits.
        refusal: why it is not answered, None where it is.
        draft: the answer, or what comes nearest.
        numbers: the facts that it tells, None where none.
        measures: the measures that it tells.
        unnamed: it is refused since no evidence states the figure under the name asked for.
    """

    retrieval: Retrieval
    refusal: Refusal | None
    draft: Draft
    numbers: NumberAnswer | None = None
    measures: tuple[dict[str, Any], ...] = ()
    unnamed: bool = False
