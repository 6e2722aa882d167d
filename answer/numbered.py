"""A case -> what figures of plans answer of it, with what they lack of what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.answer import Refusal
from answer.asks_figure import may_answer
from answer.case import Case
from answer.missing_figure import lacking_figure, of_other_kind
from answer.missing_number import asks_unknown
from answer.number_answer import NumberAnswer
from answer.number_questions import NumberQuestions
from answer.reckon import answers_sum, asks_own_sum
from answer.stated_figure import with_verdict
from answer.stated_value import unknown_value, value_told
from answer.table_rows import docs_asked
from facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Numbered:
    """Answers from figures where they surely answer."""

    questions: NumberQuestions
    facts: Sequence[Fact]

    def answer(self, case: Case, refusal: Refusal | None, question: str, history: Sequence[str], today: date) -> NumberAnswer | None:
        """Return what figures answer, None where they do not; a refusal for what evidence lacks is not the last word on them.

        Args:
            case: the question with its evidence.
            refusal: why it would be refused, None where it would not.
            question: as it was asked.
            history: earlier user turns, oldest first.
            today: the day to answer for.
        """
        text = case.retrieval.question.text
        if (not refusal or refusal.code == "not_in_corpus") and not asks_own_sum(text):
            if only_aimed := self.questions.unreached(case.retrieval, history, case.evidence, today):
                return only_aimed
        if refusal and not (refusal.code == "not_in_corpus" and may_answer(question)):
            return None
        if (not refusal and asks_unknown(case)) or asks_own_sum(text):
            return None
        if stated := self._stated(case):
            return stated
        numbers = self.questions.answer(case.retrieval, history, case.evidence)
        unknown = unknown_value(case.question, docs_asked(case.retrieval, case.index), case.index)
        if numbers and not numbers.lacking and unknown:
            numbers.draft.lines.insert(0, lacking := f"资料中没有找到“{unknown}”这个数，相近的是：")
            return replace(numbers, lacking=lacking)
        if numbers and not numbers.lacking:
            if not answers_sum(text, [fact.unit for fact in numbers.facts]):
                return None
            numbers = _of_kind(numbers, case)
            if numbers.lacking and not refusal and not lacking_figure(case):
                return None  # evidence states it
        return with_verdict(numbers, text, case.index) if numbers else None

    def _stated(self, case: Case) -> NumberAnswer | None:
        """The figures that a question states itself, in the one place that it names, or wherever they are where it names none."""
        if len(case.regions) > 1 or (case.question.places and not case.regions):
            return None
        return value_told(case.question, [fact for fact in self.facts if fact.region in (case.regions or (fact.region,))], case.index)


def _of_kind(numbers: NumberAnswer, case: Case) -> NumberAnswer:
    """Figures that answer; what they lack said first where they are all of another kind than the question asks for."""
    units = [*(fact.unit for fact in numbers.facts), *(str(one["unit"]) for one in numbers.computed)]
    name = of_other_kind(case, units)
    if not name:
        return numbers
    lacking = f"资料没有说明这一项的{name}，相近的是："
    numbers.draft.lines.insert(0, lacking)
    return replace(numbers, lacking=lacking)
